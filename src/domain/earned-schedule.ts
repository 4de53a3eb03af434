import { type CivilDate, type DayNumber, dateOf, dayOf } from './civil-date.ts';
import { rounded } from './figure.ts';
import { remainingOf } from './network-finish.ts';
import { type PlanCurve, earnedDays, gainOf } from './plan.ts';
import { dayAfterPlanDays } from './plan-time.ts';
import type { Earned, ReachProgress } from './reach-progress.ts';

const LEAST_PACE = 0.05;
/** A forecast before a fifth of the plan has passed says nothing. */
const FORECAST_FROM = 0.2;

/** True from 20 % of the planned duration on. */
export function isForecastable(elapsed: number, duration: number): boolean {
  return elapsed > 0 && rounded(elapsed) >= forecastableFrom(duration);
}

/** Plan days after the start from which on a forecast says something. */
export function forecastableFrom(duration: number): number {
  return rounded(FORECAST_FROM * duration);
}

/** Earned days since the (shifted) start / elapsed days, at least 0.05; null without a reading after the start. */
export function paceOf({ last }: Pick<ReachProgress, 'last'>): number | null {
  return last && last.elapsed > 0 ? paceAt(last) : null;
}

function paceAt({ earned, elapsed }: Earned): number {
  return Math.max(LEAST_PACE, earned / elapsed);
}

/**
 * Where the pace since the (shifted) start leads: start + planned duration / pace, the pace at least 0.05; not before
 * the reading, nor before what predecessors allow. A fraction of a day belongs to the day it lies in. Null without
 * reading, before a fifth of the plan, and once reached. DESIGN.md 3.2.
 */
export function forecastFinish(progress: ReachProgress): CivilDate | null {
  const { curve, last } = progress;
  if (!last || last.reached || !isForecastable(last.elapsed, curve.duration)) return null;
  const planDays = Math.floor(rounded(curve.duration / paceAt(last)));
  const day = dayAfterPlanDays(curve.start, planDays, curve.time);
  return dateOf(Math.max(day, last.reading.day, imposedFinish(progress)));
}

/** The earliest finish that predecessors leave: the planned due, or later. DESIGN.md 3.6. */
export function allowedFinish(progress: ReachProgress): DayNumber {
  return Math.max(dayOf(progress.kpi.plan.due), imposedFinish(progress));
}

/**
 * The finish that late predecessors impose; none late, none imposed: who is ahead of the plan may end before its due.
 * A KPI that has started keeps its remaining duration after the predecessor.
 */
function imposedFinish(progress: ReachProgress): DayNumber {
  const { kpi, imposed, planned } = progress;
  const left = remainingOf(kpi, { started: hasStarted(progress), remainingDays: remainingDays(progress) });
  return Math.max(
    imposed.startDelay > 0 ? Math.floor(planned.start + imposed.startDelay + left) : -Infinity,
    imposed.finishDelay > 0 ? dayOf(kpi.plan.due) + imposed.finishDelay : -Infinity,
  );
}

/** True once a reading shows movement in the right direction. */
export function hasStarted({ planned, readings }: ReachProgress): boolean {
  const last = readings.at(-1);
  return last !== undefined && rounded(gainOf(last.value, planned), planned.places) > 0;
}

/** Calendar days of the unshifted plan still to do: its due − the day the last reading, or the baseline, has earned. */
export function remainingDays({ planned, readings }: ReachProgress): number {
  return planned.due - earnedDay(readings.at(-1)?.value ?? planned.baseline, planned);
}

/** The earned day on the calendar, with its fraction. */
function earnedDay(value: number, curve: PlanCurve): DayNumber {
  const earned = earnedDays(value, curve);
  const whole = Math.floor(earned);
  return dayAfterPlanDays(curve.start, whole, curve.time) + (earned - whole);
}
