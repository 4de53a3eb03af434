import { type CivilDate, type DayNumber, dayOf } from './civil-date.ts';

/** Plan time: calendar days that stand still on the tenant's holidays and closures; weekends count. DESIGN.md 3. */
export interface PlanTime {
  /** Days off, ascending, each once. */
  readonly off: readonly DayNumber[];
}

export function planTimeOf(holidays: readonly CivilDate[]): PlanTime {
  const days = new Set(holidays.map(dayOf).filter((day) => Number.isFinite(day)));
  return { off: [...days].sort((a, b) => a - b) };
}

/**
 * Plan days from one day to another, negative when `to` is earlier. A day off adds nothing: the plan stands on it
 * where it stood the day before.
 */
export function planDaysBetween(from: DayNumber, to: DayNumber, time: PlanTime): number {
  return to - from - (offUntil(to, time) - offUntil(from, time));
}

/** The first day on which so many whole plan days have passed since `from`. */
export function dayAfterPlanDays(from: DayNumber, planDays: number, time: PlanTime): DayNumber {
  let day = from + planDays;
  for (let left = planDays; left > 0; day += left) {
    left = planDays - planDaysBetween(from, day, time);
    // Less than a ten-thousandth is binary dust of a fraction: adding it would never end.
    if (left < 1e-4) break;
  }
  return day;
}

/** How many days off lie on or before a day. */
function offUntil(day: DayNumber, { off }: PlanTime): number {
  let [low, high] = [0, off.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((off[middle] ?? Infinity) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
