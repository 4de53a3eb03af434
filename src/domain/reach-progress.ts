import type { CivilDate, DayNumber } from './civil-date.ts';
import { rounded } from './figure.ts';
import type { Imposed } from './network-finish.ts';
import { UNSHIFTED, type PlanCurve, earnedDays, isReached, planCurve } from './plan.ts';
import { type PlanTime, planDaysBetween } from './plan-time.ts';
import type { ReachKpi } from './portfolio.ts';
import type { DayReading } from './reading.ts';
import { toleranceOf } from './tolerance.ts';

/** One reading against a plan, in plan days since its start. */
export interface Earned {
  readonly reading: DayReading;
  /** Plan days passed on the reading's day; negative before the start. */
  readonly elapsed: number;
  readonly earned: number;
  /** Plan days behind, at least 0, two decimals. */
  readonly slip: number;
  readonly reached: boolean;
}

/** What the rules of a reach KPI look at. Slip is own slip: against the plan shifted by predecessors. */
export interface ReachProgress {
  readonly kpi: ReachKpi;
  /** The plan as shifted, and as planned. */
  readonly curve: PlanCurve;
  readonly planned: PlanCurve;
  /** Oldest first. */
  readonly readings: readonly DayReading[];
  readonly last: Earned | null;
  readonly previous: Earned | null;
  readonly tolerance: number;
  readonly float: number;
  readonly room: number;
  /** The reading with which the target was reached for good; null while it is not. */
  readonly reachedWith: DayReading | null;
  readonly imposed: Push;
}

/** What predecessors impose, and when the one that drives it finishes. */
export interface Push extends Imposed {
  readonly drivenFinish: CivilDate | null;
}

export interface ProgressInput {
  readonly kpi: ReachKpi;
  readonly readings: readonly DayReading[];
  readonly imposed: Push;
  readonly float: number;
  readonly room: number;
  readonly time: PlanTime;
  /** The unshifted curve, when known already. */
  readonly planned?: PlanCurve;
}

export function progressOf(input: ProgressInput): ReachProgress {
  const { kpi, readings, imposed, float, room, time } = input;
  const planned = input.planned ?? planCurve(kpi.plan, UNSHIFTED, time);
  const shifted = imposed.startDelay > 0 || imposed.finishDelay > 0;
  const curve = shifted ? planCurve(kpi.plan, imposed, time) : planned;
  const [last, previous] = [readings.at(-1), readings.at(-2)];
  const reachedWith = reachedReading(readings, planned);
  return {
    kpi,
    curve,
    planned,
    readings,
    imposed,
    float,
    room,
    reachedWith,
    tolerance: toleranceOf(kpi, planned),
    last: last ? earnedAt(reachedWith ?? last, curve) : null,
    previous: previous ? earnedAt(previous, curve) : null,
  };
}

/** Earned schedule: how far along the plan a value is, and how far behind the day. DESIGN.md 3.2. */
export function earnedAt(reading: DayReading, curve: PlanCurve): Earned {
  const elapsed = planDaysBetween(curve.start, reading.day, curve.time);
  const earned = earnedDays(reading.value, curve);
  const slip = Math.max(0, rounded(elapsed - earned));
  return { reading, elapsed, earned, slip, reached: isReached(reading.value, curve) };
}

/** The first of the readings that have stood at the target or beyond ever since. */
function reachedReading(readings: readonly DayReading[], curve: PlanCurve): DayReading | null {
  let first: DayReading | null = null;
  for (let at = readings.length - 1; at >= 0; at -= 1) {
    const reading = readings[at];
    if (!reading || !isReached(reading.value, curve)) break;
    first = reading;
  }
  return first;
}

/** Plan days a reading is dated after the (shifted) due; 0 before it. */
export function daysPastDue(day: DayNumber, curve: PlanCurve): number {
  return Math.max(0, rounded(planDaysBetween(curve.due, day, curve.time)));
}
