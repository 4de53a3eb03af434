import { dateOf } from './civil-date.ts';
import { exceeds, rounded } from './figure.ts';
import { type PlanCurve, gainOf, plannedGain } from './plan.ts';
import { planDaysBetween } from './plan-time.ts';
import { type ReachProgress } from './reach-progress.ts';
import { readingFacts } from './reach-slip.ts';
import type { Reason } from './status.ts';

/** Where the KPI stood: the baseline on the start counts as the reading before the first. */
interface Stand {
  readonly day: number;
  readonly value: number;
}

/**
 * Yellow: two check-ins in a row without movement in the right direction, while the plan moved by at least one step
 * and the KPI is behind. DESIGN.md 3.2.
 */
export function stalledReason(progress: ReachProgress): Reason | null {
  const { curve, readings, last } = progress;
  if (!last || readings.length < 2 || !exceeds(last.slip, 0)) return null;
  const stands: readonly Stand[] = [{ day: curve.start, value: curve.baseline }, ...readings.slice(-3)];
  const [before, middle, now] = stands.slice(-3);
  if (!before || !middle || !now || moved(before, middle, curve) || moved(middle, now, curve)) return null;
  if (!planMoved(before, now, progress)) return null;
  return {
    code: 'stalled',
    status: 'yellow',
    readings: readings.slice(-2).map(({ checkIn }) => checkIn),
    facts: { ...readingFacts(progress, last), since: dateOf(before.day) },
  };
}

function moved(from: Stand, to: Stand, curve: PlanCurve): boolean {
  return exceeds(gainOf(to.value, curve), gainOf(from.value, curve), curve.places);
}

/** By one step; where the unit has none, by anything at all. */
function planMoved(from: Stand, to: Stand, { curve, kpi }: ReachProgress): boolean {
  const gainAt = ({ day }: Stand): number =>
    plannedGain(planDaysBetween(curve.start, day, curve.time), curve);
  const gained = rounded(gainAt(to) - gainAt(from), curve.places);
  return kpi.step === undefined ? gained > 0 : gained >= rounded(kpi.step, curve.places);
}
