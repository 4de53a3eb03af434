import { type DayNumber, dayOf } from './civil-date.ts';
import { rounded, valuePlaces } from './figure.ts';
import { type PlanTime, planDaysBetween } from './plan-time.ts';
import type { ReachPlan } from './portfolio.ts';

/** How far predecessors push a plan, in calendar days; a plan of its own is pushed by nothing. */
export interface PlanShift {
  /** Finish-to-start: every date of the plan moves. */
  readonly startDelay: number;
  /** Finish-to-finish: only the due date moves. */
  readonly finishDelay: number;
}

export const UNSHIFTED: PlanShift = { startDelay: 0, finishDelay: 0 };

/** The expected path as a piecewise linear curve over plan days since its start. DESIGN.md 3.1. */
export interface PlanCurve {
  readonly start: DayNumber;
  readonly due: DayNumber;
  /** Planned duration in plan days. */
  readonly duration: number;
  readonly baseline: number;
  readonly target: number;
  /** 1 where the value is to rise, -1 where it is to fall. */
  readonly direction: 1 | -1;
  /** Decimals in which values of this KPI differ. */
  readonly places: number;
  /** Corners: plan days since start, never falling. */
  readonly days: readonly number[];
  /** Corners: distance from the baseline in the right direction, never falling. */
  readonly gains: readonly number[];
  readonly time: PlanTime;
}

/** The curve of a plan after the shift its predecessors impose. DESIGN.md 3.2. */
export function planCurve(plan: ReachPlan, shift: PlanShift, time: PlanTime): PlanCurve {
  const start = dayOf(plan.start) + shift.startDelay;
  const due = Math.max(start, dayOf(plan.due) + Math.max(shift.startDelay, shift.finishDelay));
  const direction = plan.target < plan.baseline ? -1 : 1;
  const duration = planDaysBetween(start, due, time);
  const range = Math.abs(plan.target - plan.baseline);
  const corners = innerCorners(plan, { start, due, direction, range, time, delay: shift.startDelay });
  return {
    start,
    due,
    duration,
    direction,
    time,
    baseline: plan.baseline,
    target: plan.target,
    places: valuePlaces(range),
    days: [0, ...corners.map((corner) => corner.day), duration],
    gains: [0, ...corners.map((corner) => corner.gain), range],
  };
}

interface Frame extends Pick<PlanCurve, 'start' | 'due' | 'direction' | 'time'> {
  readonly range: number;
  readonly delay: number;
}

/** Set-up refuses points that run backwards; should one come in all the same, the curve stays flat there. */
function innerCorners({ points, baseline }: ReachPlan, frame: Frame): { day: number; gain: number }[] {
  const { start, due, direction, range, time, delay } = frame;
  let highest = 0;
  return points
    .map(({ date, value }) => ({ at: dayOf(date) + delay, value }))
    .filter(({ at, value }) => at > start && at < due && Number.isFinite(value))
    .sort((a, b) => a.at - b.at)
    .map(({ at, value }) => {
      highest = Math.min(range, Math.max(highest, direction * (value - baseline)));
      return { day: planDaysBetween(start, at, time), gain: highest };
    });
}

/** Distance of a value from the baseline in the right direction. */
export function gainOf(value: number, curve: PlanCurve): number {
  return curve.direction * (value - curve.baseline);
}

/** True when a value has reached the target. */
export function isReached(value: number, curve: PlanCurve): boolean {
  const { places, direction, target } = curve;
  return rounded(direction * value, places) >= rounded(direction * target, places);
}

/** Plan days since the start at which the plan is last not past a value; between 0 and the duration. */
export function earnedDays(value: number, curve: PlanCurve): number {
  if (isReached(value, curve)) return curve.duration;
  return along(gainOf(value, curve), curve.gains, curve.days);
}

/** Distance from the baseline the plan expects after so many plan days; flat before the start and after due. */
export function plannedGain(planDay: number, { days, gains }: PlanCurve): number {
  return along(planDay, days, gains);
}

/** Where a piecewise linear line from 0/0 stands at `x`: where it is vertical at its end, outside it flat. */
function along(x: number, xs: readonly number[], ys: readonly number[]): number {
  if (x < 0) return 0;
  let at = xs.length - 1;
  while ((xs[at] ?? 0) > x) at -= 1;
  const [left, low] = [xs[at] ?? 0, ys[at] ?? 0];
  const [right, high] = [xs[at + 1] ?? left, ys[at + 1] ?? low];
  return right > left ? low + ((x - left) / (right - left)) * (high - low) : low;
}

/** The value the plan expects on a day. */
export function plannedValue(day: DayNumber, curve: PlanCurve): number {
  return curve.baseline + curve.direction * plannedGain(planDaysBetween(curve.start, day, curve.time), curve);
}
