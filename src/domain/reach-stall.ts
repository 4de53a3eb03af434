import { dateOf } from './civil-date.ts';
import { exceeds, rounded } from './figure.ts';
import { type PlanCurve, gainOf, plannedGain } from './plan.ts';
import { planDaysBetween } from './plan-time.ts';
import { type ReachProgress } from './reach-progress.ts';
import { readingFacts } from './reach-slip.ts';
import type { Reason } from './status.ts';

/** Where the KPI stood: the baseline on the start counts as the reading before the first. */
export interface Stand {
  readonly day: number;
  readonly value: number;
}

/** What the stall rule looks at: three stands, and how far the plan moved from the first to the last. */
export interface StallCheck {
  readonly stands: readonly [Stand, Stand, Stand];
  /** The plan's gain in the unit, and the least that counts; null: anything at all. */
  readonly planGained: number;
  readonly step: number | null;
  readonly holds: boolean;
}

/**
 * Yellow: two check-ins in a row without movement in the right direction, while the plan moved by at least one step
 * and the KPI is behind. DESIGN.md 3.2.
 */
export function stalledReason(progress: ReachProgress): Reason | null {
  const { readings, last } = progress;
  const check = stallCheck(progress);
  if (!last || !check?.holds) return null;
  return {
    code: 'stalled',
    status: 'yellow',
    readings: readings.slice(-2).map(({ checkIn }) => checkIn),
    facts: { ...readingFacts(progress, last), since: dateOf(check.stands[0].day) },
  };
}

/** Null before the second reading. */
export function stallCheck(progress: ReachProgress): StallCheck | null {
  const { curve, readings, last, kpi } = progress;
  const stands: readonly Stand[] = [{ day: curve.start, value: curve.baseline }, ...readings.slice(-3)];
  const [before, middle, now] = stands.slice(-3);
  if (!last || !before || !middle || !now) return null;
  const still = !moved(before, middle, curve) && !moved(middle, now, curve);
  const planGained = gainBetween(before, now, curve);
  const step = kpi.step ?? null;
  const planMoved = step === null ? planGained > 0 : planGained >= rounded(step, curve.places);
  const holds = exceeds(last.slip, 0) && still && planMoved;
  return { stands: [before, middle, now], planGained, step, holds };
}

function moved(from: Stand, to: Stand, curve: PlanCurve): boolean {
  return exceeds(gainOf(to.value, curve), gainOf(from.value, curve), curve.places);
}

function gainBetween(from: Stand, to: Stand, curve: PlanCurve): number {
  const gainAt = ({ day }: Stand): number =>
    plannedGain(planDaysBetween(curve.start, day, curve.time), curve);
  return rounded(gainAt(to) - gainAt(from), curve.places);
}
