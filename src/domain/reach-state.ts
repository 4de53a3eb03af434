import { type CivilDate, daysBetween } from './civil-date.ts';
import { forecastFinish, hasStarted, remainingDays } from './earned-schedule.ts';
import { rounded } from './figure.ts';
import {
  type Judgement,
  judged,
  silenceReason,
  unreportedReason,
  waitReasons,
  warningReason,
} from './judgement.ts';
import type { KpiRecord } from './kpi-record.ts';
import type { Progress } from './network-finish.ts';
import { plannedValue } from './plan.ts';
import type { ReachKpi } from './portfolio.ts';
import { dependencyReason } from './reach-dependency.ts';
import { forecastHolds, forecastReason } from './reach-forecast.ts';
import { type ReachProgress, daysPastDue, earnedAt } from './reach-progress.ts';
import { pastDueReason, readingFacts, slipReason } from './reach-slip.ts';
import { stalledReason } from './reach-stall.ts';
import type { Reason } from './status.ts';
import type { Instant } from './zoned-time.ts';

/** The status of a reach KPI at one moment. DESIGN.md 3.2. */
export function judgeReach(record: KpiRecord<ReachKpi>, progress: ReachProgress, at: Instant): Judgement {
  const calm = calmReason(record, progress, at);
  if (progress.reachedWith) return judged([], calm, null);
  const figures = { slip: progress.last?.slip ?? 0, float: progress.float };
  const limit = warningLimit(progress);
  const rules = [
    pastDueReason(progress),
    slipReason(progress),
    stalledReason(progress),
    forecastReason(progress),
    ...waitReasons(record, at, figures),
    warningReason(record, at, { limit, figures }),
    dependencyReason(progress),
  ].filter((reason) => reason !== null);
  return judged(rules, calm, silenceReason(record, at));
}

/** An early warning of more days than this is yellow. DESIGN.md 3.2. */
export function warningLimit({ tolerance, float }: Pick<ReachProgress, 'tolerance' | 'float'>): number {
  return rounded(Math.max(tolerance, float));
}

function calmReason(record: KpiRecord, progress: ReachProgress, at: Instant): Reason {
  const { last, curve, planned, reachedWith, tolerance } = progress;
  if (!last) return unreportedReason(record, at);
  const facts = { ...readingFacts(progress, last), tolerance: rounded(tolerance) };
  const readings = [last.reading.checkIn];
  if (!reachedWith) return { code: 'on-plan', status: 'green', readings, facts };
  const late = { due: progress.kpi.plan.due, daysLate: daysPastDue(reachedWith.day, planned) };
  const own = { ownDaysLate: daysPastDue(reachedWith.day, curve) };
  return { code: 'reached', status: 'green', readings, facts: { ...facts, ...late, ...own } };
}

/** What the forward pass asks of a KPI. */
export function networkProgress(progress: ReachProgress): Progress {
  return {
    started: hasStarted(progress),
    reachedOn: progress.reachedWith?.date ?? null,
    slipUnshifted: slipUnshifted(progress),
    forecastFinish: !progress.reachedWith && forecastHolds(progress) ? forecastFinish(progress) : null,
    remainingDays: remainingDays(progress),
  };
}

function slipUnshifted({ last, curve, planned }: ReachProgress): number {
  if (!last) return 0;
  return curve === planned ? last.slip : earnedAt(last.reading, planned).slip;
}

/** The figures of a reach KPI that go beside its status. */
export function reachFigures(
  progress: ReachProgress,
  finish: CivilDate,
  latestFinish: CivilDate | undefined,
) {
  const { last, curve, float, room, tolerance, reachedWith } = progress;
  return {
    slip: last?.slip ?? 0,
    slipUnshifted: slipUnshifted(progress),
    float,
    room,
    floatLeft: latestFinish ? daysBetween(finish, latestFinish) : null,
    tolerance: rounded(tolerance),
    forecastFinish: forecastFinish(progress),
    earliestFinish: finish,
    reachedOn: reachedWith?.date ?? null,
    planAtReading: last ? plannedValue(last.reading.day, curve) : null,
  };
}
