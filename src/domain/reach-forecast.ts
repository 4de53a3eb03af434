import { dateOf, dayOf, daysBetween } from './civil-date.ts';
import { forecastFinish, isForecastable } from './earned-schedule.ts';
import { exceeds } from './figure.ts';
import type { Earned, ReachProgress } from './reach-progress.ts';
import { readingFacts } from './reach-slip.ts';
import type { Reason } from './status.ts';

/**
 * From 20 % of the planned duration on, at two readings in a row:
 * slip > max(tolerance, float) × max(½, share of the plan elapsed). DESIGN.md 3.2.
 */
export function forecastHolds(progress: ReachProgress): boolean {
  const { last, previous } = progress;
  return last !== null && previous !== null && isBehind(last, progress) && isBehind(previous, progress);
}

function isBehind(earned: Earned, progress: ReachProgress): boolean {
  if (!isForecastable(earned.elapsed, progress.curve.duration)) return false;
  return exceeds(earned.slip, forecastLimit(earned, progress));
}

/** Days a reading may be behind before its pace counts: max(tolerance, float) × max(½, share of the plan elapsed). */
export function forecastLimit({ elapsed }: Earned, { curve, tolerance, float }: ReachProgress): number {
  const share = curve.duration > 0 ? Math.min(1, elapsed / curve.duration) : 1;
  return Math.max(tolerance, float) * Math.max(0.5, share);
}

/** Yellow: the pace leads to a finish that its float does not cover. Due is the shifted one. */
export function forecastReason(progress: ReachProgress): Reason | null {
  const finish = forecastHolds(progress) ? forecastFinish(progress) : null;
  const { last, curve, float, readings } = progress;
  if (!last || finish === null) return null;
  const due = dateOf(curve.due);
  const daysLate = Math.max(0, daysBetween(due, finish));
  return {
    code: 'forecast',
    status: 'yellow',
    readings: readings.slice(-2).map(({ checkIn }) => checkIn),
    facts: {
      ...readingFacts(progress, last),
      finish,
      due,
      daysLate,
      float,
      plannedDue: dateOf(dayOf(progress.kpi.plan.due)),
    },
  };
}
