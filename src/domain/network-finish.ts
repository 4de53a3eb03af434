import { type CivilDate, type DayNumber, dateOf, dayOf } from './civil-date.ts';
import { rounded } from './figure.ts';
import { UNSHIFTED, earnedDays, planCurve } from './plan.ts';
import { type PlanTime, dayAfterPlanDays } from './plan-time.ts';
import type { Dependency, KpiId, ReachKpi } from './portfolio.ts';

/** What predecessors impose on a KPI; calendar days, at least 0. */
export interface Imposed {
  /** By finish-to-start: latest finish + lag − planned start. */
  readonly startDelay: number;
  /** By finish-to-finish: latest finish + lag − planned due. */
  readonly finishDelay: number;
  /** The predecessor that drives the larger delay, the first of equals; null where nothing is imposed. */
  readonly drivenBy: KpiId | null;
}

/** What the forward pass must know of a KPI's own progress. */
export interface Progress {
  /** True once a reading shows movement. */
  readonly started: boolean;
  readonly reachedOn: CivilDate | null;
  /** Days behind the unshifted plan at the last reading. */
  readonly slipUnshifted: number;
  /** Only while the forecast rule holds; else null. */
  readonly forecastFinish: CivilDate | null;
  /**
   * Calendar days of plan still to do at the last reading, `remainingDaysAt`. Absent: the whole plan.
   */
  readonly remainingDays?: number;
}

/** A KPI at the forward pass. */
export interface FinishInput {
  readonly kpi: ReachKpi;
  readonly progress: Progress;
  readonly imposed: Imposed;
  readonly asOfDate: CivilDate;
}

/**
 * What the predecessors' finishes impose (DESIGN.md 3.2, 3.6), also once the KPI has started. A predecessor that is
 * not in `finishes` (stopped, unknown) imposes nothing.
 */
export function imposed(
  kpi: ReachKpi,
  predecessors: readonly Dependency[],
  finishes: Pick<ReadonlyMap<KpiId, CivilDate>, 'get'>,
): Imposed {
  const [start, due] = [dayOf(kpi.plan.start), dayOf(kpi.plan.due)];
  const delays = { 'finish-to-start': 0, 'finish-to-finish': 0 };
  let drivenBy: KpiId | null = null;
  for (const { from, type, lagDays } of predecessors) {
    const finish = finishes.get(from);
    if (finish === undefined) continue;
    const delay = dayOf(finish) + lagDays - (type === 'finish-to-start' ? start : due);
    if (delay > Math.max(delays['finish-to-start'], delays['finish-to-finish'])) drivenBy = from;
    if (delay > delays[type]) delays[type] = delay;
  }
  return { startDelay: delays['finish-to-start'], finishDelay: delays['finish-to-finish'], drivenBy };
}

/**
 * A KPI's earliest finish by the forward pass (DESIGN.md 3.6): the latest of planned due + slip against the unshifted
 * plan (the forecast instead while its rule holds), what its predecessors allow, and `asOf`; never earlier than
 * planned. A reached KPI finished when it was reached and nothing moves it any more; reached early it still counts
 * as finishing as planned, because whoever follows it planned to start then. A fraction of a day belongs to the day
 * it lies in.
 */
export function earliestFinish(input: FinishInput): CivilDate {
  const { kpi, progress, asOfDate } = input;
  const due = dayOf(kpi.plan.due);
  if (progress.reachedOn !== null) return dateOf(Math.max(due, dayOf(progress.reachedOn)));
  const own =
    progress.forecastFinish === null ? due + progress.slipUnshifted : dayOf(progress.forecastFinish);
  return dateOf(wholeDay(Math.max(due, own, allowedBy(input), dayOf(asOfDate))));
}

/** The work left begins after the predecessor: all of it before the start, then what remains of it. */
function allowedBy({ kpi, progress, imposed: { startDelay, finishDelay } }: FinishInput): DayNumber {
  const [start, due] = [dayOf(kpi.plan.start), dayOf(kpi.plan.due)];
  const left = remainingOf(kpi, progress);
  return Math.max(startDelay > 0 ? start + startDelay + left : due, due + finishDelay);
}

/** Calendar days of plan that must still follow the predecessor, between 0 and the planned duration. */
export function remainingOf(kpi: ReachKpi, progress: Pick<Progress, 'started' | 'remainingDays'>): number {
  const planned = dayOf(kpi.plan.due) - dayOf(kpi.plan.start);
  if (!progress.started || progress.remainingDays === undefined) return planned;
  return Math.min(planned, Math.max(0, progress.remainingDays));
}

/**
 * Calendar days of plan that a reading of `value` (for increments: the sum) leaves to do: planned due − the day on
 * which the plan stood there. `time` as in `planTimeOf(portfolio.holidays)`.
 */
export function remainingDaysAt(kpi: ReachKpi, value: number, time: PlanTime): number {
  const curve = planCurve(kpi.plan, UNSHIFTED, time);
  const earned = rounded(earnedDays(value, curve));
  const whole = Math.floor(earned);
  return rounded(curve.due - dayAfterPlanDays(curve.start, whole, time) - (earned - whole));
}

/** Days are compared after rounding to two decimals, so that 3.9999999 is the fourth day. */
export function wholeDay(day: DayNumber): DayNumber {
  return Math.floor(rounded(day));
}
