import type { KpiId } from './portfolio.ts';
import { type CoveredState, type Recalibration, isCovering } from './recalibration.ts';
import { type Evaluation, type KpiState, rankOf } from './status.ts';
import type { Instant } from './zoned-time.ts';

/** Least growth of slip, in days, that reopens what a decision covers. DESIGN.md 3.8. */
const LEAST_GROWTH = 5;

/** What a KPI looks like now, to be compared with later. */
export function coveredState(kpi: KpiId, after: Evaluation): CoveredState {
  const state = after.kpis.get(kpi);
  return { kpi, status: state?.status ?? 'green', slip: state?.slip ?? 0 };
}

/**
 * Finds the decided recalibration that answers for a KPI until its review date, unless the colour is worse than right
 * after the decision or slip has grown by max(tolerance, 5) days; of several the last one speaks, so that an older
 * decision never hides what a newer one would not. Undefined: nothing covers it. DESIGN.md 3.8.
 */
export function coversAt(
  recalibrations: readonly Recalibration[],
  asOf: Instant,
): (state: KpiState) => Recalibration | undefined {
  const last = new Map<KpiId, { readonly one: Recalibration; readonly stood: CoveredState }>();
  for (const one of recalibrations) {
    if (!isCovering(one, asOf)) continue;
    for (const stood of one.afterDecision ?? []) last.set(stood.kpi, { one, stood });
  }
  return (state) => {
    const found = last.get(state.kpi);
    return found && !isWorse(state, found.stood) ? found.one : undefined;
  };
}

function isWorse(now: KpiState, then: CoveredState): boolean {
  const growth = Math.round((now.slip - then.slip) * 100);
  return (
    rankOf(now.status) > rankOf(then.status) ||
    growth >= Math.round(Math.max(now.tolerance, LEAST_GROWTH) * 100)
  );
}
