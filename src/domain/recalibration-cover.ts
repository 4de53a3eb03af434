import type { Facts } from './facts.ts';
import type { KpiId } from './portfolio.ts';
import { type CoveredState, type Recalibration, isCovering } from './recalibration.ts';
import type { Evaluation, KpiState, Status } from './status.ts';

/** Least growth of slip, in days, that reopens what a decision covers. DESIGN.md 3.8. */
const LEAST_GROWTH = 5;
const RANK: Readonly<Record<Status, number>> = { green: 0, silent: 1, yellow: 1, red: 2 };

/** What a KPI looks like now, to be compared with later. */
export function coveredState(kpi: KpiId, after: Evaluation): CoveredState {
  const state = after.kpis.get(kpi);
  return { kpi, status: state?.status ?? 'green', slip: state?.slip ?? 0 };
}

/**
 * The decided recalibration that answers for a KPI until its review date, unless the colour is worse than right
 * after the decision or slip has grown by max(tolerance, 5) days. Undefined: nothing covers it. DESIGN.md 3.8.
 */
export function coverOf(facts: Facts, state: KpiState, after: Evaluation): Recalibration | undefined {
  return facts.recalibrations.findLast((one) => {
    const then = one.afterDecision?.find(({ kpi }) => kpi === state.kpi);
    return then !== undefined && isCovering(one, after.asOf) && !isWorse(state, then);
  });
}

function isWorse(now: KpiState, then: CoveredState): boolean {
  const growth = Math.round((now.slip - then.slip) * 100);
  return (
    RANK[now.status] > RANK[then.status] || growth >= Math.round(Math.max(now.tolerance, LEAST_GROWTH) * 100)
  );
}
