import { type ReportPlan, cadenceDays, reportDays } from './cadence.ts';
import type { CheckIn } from './check-in.ts';
import { type DayNumber, dateOf, dayOf } from './civil-date.ts';
import { workDayAfter } from './work-days.ts';
import { type Instant, type TimeZone, localDay, startOfDay } from './zoned-time.ts';

/** How long silence lasts before it needs a recalibration, in working days. DESIGN.md 3.4. */
const LONG_SILENCE_DAYS = 5;

/** The oldest report that nobody has answered, and what follows from it if nobody does. Days are due days. */
export interface OpenReport {
  readonly due: DayNumber;
  /** From this moment on it is awaited. */
  readonly awaitedFrom: Instant;
  /** From this moment on the KPI is silent, and from the next one long silent. */
  readonly silentFrom: Instant;
  readonly longSilentFrom: Instant;
}

export interface SilenceRule {
  readonly plan: ReportPlan;
  readonly timeZone: TimeZone;
  /** Working days a report may be late. */
  readonly graceDays: number;
}

/**
 * The oldest unanswered report; null where none will fall due. A check-in answers every report due until it was
 * sent, else that of its own period. A correction answers nothing ahead: it is the same report again. `sent`: every
 * check-in of the KPI, superseded ones too, in the order of sending.
 */
export function openReport(sent: readonly CheckIn[], rule: SilenceRule): OpenReport | null {
  const due = reportDays(rule.plan);
  let [previous, next] = [-Infinity, nextOf(due)];
  for (const { at, date, supersedes } of sent) {
    const sentOn = localDay(at, rule.timeZone);
    if (supersedes === undefined && dayOf(date) > previous) [previous, next] = [next, nextOf(due)];
    while (next <= sentOn) [previous, next] = [next, nextOf(due)];
  }
  return next === Infinity ? null : consequences(next, rule);
}

function nextOf(due: Iterator<DayNumber, void>): DayNumber {
  return due.next().value ?? Infinity;
}

function consequences(due: DayNumber, rule: SilenceRule): OpenReport {
  const { plan, timeZone, graceDays } = rule;
  const at = (day: DayNumber): Instant => startOfDay(dateOf(day), timeZone);
  const silent = workDayAfter(due, graceDays + 1, plan.workDays);
  const long = Math.min(
    workDayAfter(silent, LONG_SILENCE_DAYS, plan.workDays),
    silent + Math.ceil(cadenceDays(plan.cadence)),
  );
  return { due, awaitedFrom: at(due), silentFrom: at(silent), longSilentFrom: at(long) };
}
