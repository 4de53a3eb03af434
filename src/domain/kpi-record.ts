import type { ReportPlan } from './cadence.ts';
import type { CheckIn } from './check-in.ts';
import { dayOf } from './civil-date.ts';
import { type Warning, openWarning } from './early-warning.ts';
import type { Kpi } from './portfolio.ts';
import { type DayReading, readingsOf, sentBy, standing } from './reading.ts';
import { type OpenReport, openReport } from './silence.ts';
import { type Wait, overdueFrom, openWaits } from './wait.ts';
import type { WorkDays } from './work-days.ts';
import { type Instant, type TimeZone, localDate } from './zoned-time.ts';

/** The owner's civil days, and the tenant's grace. */
export interface OwnerDays {
  readonly timeZone: TimeZone;
  readonly workDays: WorkDays;
  readonly waitGraceDays: number;
  readonly silenceGraceDays: number;
}

export interface TimedWait {
  readonly wait: Wait;
  /** From this moment on it counts as overdue. */
  readonly overdueFrom: Instant;
}

/** What is known of one KPI at one moment; nothing in it moves with time alone. */
export interface KpiRecord<K extends Kpi = Kpi> {
  /** With the plan in force. */
  readonly kpi: K;
  readonly days: OwnerDays;
  readonly readings: readonly DayReading[];
  readonly waits: readonly TimedWait[];
  readonly warning: Warning | null;
  /** The oldest unanswered report; whether it is due at all is the KPI's own matter. */
  readonly report: OpenReport | null;
  readonly reportPlan: ReportPlan;
  /** When its recalibrations were decided, ascending. */
  readonly decidedAt: readonly Instant[];
}

export interface RecordInput<K extends Kpi> {
  readonly kpi: K;
  readonly asOf: Instant;
  readonly days: OwnerDays;
  readonly checkIns: readonly CheckIn[];
  readonly decidedAt: readonly Instant[];
}

export function recordOf<K extends Kpi>(input: RecordInput<K>): KpiRecord<K> {
  const { kpi, asOf, days, decidedAt } = input;
  const sent = sentBy(input.checkIns, asOf);
  const checkIns = standing(sent);
  const { owner, plan } = kpi;
  const reportPlan = { cadence: kpi.cadence, start: dayOf(plan.start), ...reportSpan(kpi, asOf, days) };
  return {
    kpi,
    days,
    decidedAt,
    reportPlan,
    readings: readingsOf(kpi, checkIns),
    waits: timedWaits(checkIns, days),
    warning: openWarning(checkIns, { owner, due: plan.due, timeZone: days.timeZone, decidedAt }),
    report: openReport(sent, {
      plan: reportPlan,
      timeZone: days.timeZone,
      graceDays: days.silenceGraceDays,
    }),
  };
}

function timedWaits(checkIns: readonly CheckIn[], days: OwnerDays): readonly TimedWait[] {
  const { waitGraceDays: graceDays, ...rest } = days;
  return openWaits(checkIns).map((wait) => ({
    wait,
    overdueFrom: overdueFrom(wait, { ...rest, graceDays }),
  }));
}

/** A kept band is reported until its due date, a target until it is reached; nobody reports what did not exist. */
function reportSpan(
  kpi: Kpi,
  asOf: Instant,
  { timeZone, workDays }: OwnerDays,
): Pick<ReportPlan, 'until' | 'knownSince' | 'workDays'> {
  const created = kpi.revisions[0]?.at ?? -Infinity;
  const known = created > -8.64e15 && created <= asOf;
  return {
    until: kpi.kind === 'keep' ? dayOf(kpi.plan.due) : Infinity,
    knownSince: known ? dayOf(localDate(created, timeZone)) : -Infinity,
    workDays,
  };
}

/** The last decision's moment; before any, the beginning of time. */
export function lastDecisionAt({ decidedAt }: Pick<KpiRecord, 'decidedAt'>): Instant {
  return decidedAt.at(-1) ?? -Infinity;
}
