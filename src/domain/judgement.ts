import { dateOf } from './civil-date.ts';
import type { KpiRecord } from './kpi-record.ts';
import { type Reason, type ReasonFact, type Status, worstFirst } from './status.ts';
import type { Instant } from './zoned-time.ts';

/** The status at one moment and everything that speaks for it. */
export interface Judgement {
  readonly status: Status;
  readonly reasons: readonly Reason[];
  readonly statusWithoutWarning: Status;
}

/**
 * The worst rule decides; where no rule colours, `calm` says why it is green. Silence replaces green and yellow, red
 * stays red and adds it. DESIGN.md 3.2. `rules`: in the order of the rules.
 */
export function judged(rules: readonly Reason[], calm: Reason, silence: Reason | null): Judgement {
  const coloured = rules.some(({ status }) => status !== 'green');
  // Silence comes first: of two equally bad reasons the first gives the status.
  const reasons = [...(silence ? [silence] : coloured ? [] : [calm]), ...rules];
  const unwarned = reasons.filter(({ code }) => code !== 'early-warning');
  return {
    reasons: worstFirst(reasons),
    status: worstOf(reasons),
    statusWithoutWarning: worstOf(unwarned),
  };
}

/**
 * True when two judgements say the same: reason codes and their colours, from which the status follows, whatever
 * their figures. A shift that colours nothing is only told.
 */
export function sameJudgement(a: Judgement, b: Judgement): boolean {
  return codesOf(a) === codesOf(b);
}

function codesOf({ reasons }: Judgement): string {
  const said = reasons.filter(({ code, status }) => code !== 'dependency' || status !== 'green');
  return said.map(({ code, status }) => `${code}:${status}`).join();
}

function worstOf(reasons: readonly Reason[]): Status {
  return worstFirst(reasons)[0]?.status ?? 'green';
}

/** The oldest report is missing for longer than the grace. DESIGN.md 3.4. */
export function silenceReason({ report, readings }: KpiRecord, at: Instant): Reason | null {
  if (!report || at < report.silentFrom) return null;
  const last = readings.at(-1);
  return {
    code: 'silent',
    status: 'silent',
    readings: last ? [last.checkIn] : [],
    facts: { report: dateOf(report.due), lastValue: last?.value ?? null, lastDate: last?.date ?? null },
  };
}

/** Nothing reported yet: not started before the first report is due, then awaited. */
export function unreportedReason({ report, kpi }: KpiRecord, at: Instant): Reason {
  const awaited = report !== null && at >= report.awaitedFrom;
  return {
    code: awaited ? 'report-awaited' : 'not-started',
    status: 'green',
    readings: [],
    facts: { report: report ? dateOf(report.due) : null, start: kpi.plan.start },
  };
}

/** Each wait overdue beyond the grace: yellow. `figures`: slip and float where the KPI has them. */
export function waitReasons(
  { waits }: KpiRecord,
  at: Instant,
  figures: Readonly<Record<string, ReasonFact>>,
): readonly Reason[] {
  return waits
    .filter(({ overdueFrom }) => at >= overdueFrom)
    .map(({ wait: { what, kind, expectedBy, moved, checkIn } }) => ({
      code: 'wait-overdue',
      status: 'yellow',
      readings: [checkIn],
      facts: { what, kind, expectedBy, moved, ...figures },
    }));
}

/** An open warning of more than so many days: yellow; a smaller one is noted, not coloured. */
export function warningReason(
  { warning }: KpiRecord,
  at: Instant,
  { limit, figures }: { limit: number; figures: Readonly<Record<string, ReasonFact>> },
): Reason | null {
  if (!warning || at >= warning.endsAt || warning.slipDays <= limit) return null;
  const { slipDays, because, by, checkIn } = warning;
  return {
    code: 'early-warning',
    status: 'yellow',
    readings: [checkIn],
    facts: { slipDays, because, by, warnedAt: warning.at, ...figures },
  };
}
