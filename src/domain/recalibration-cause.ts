import type { KpiId } from './portfolio.ts';
import { pressingReasons } from './recalibration-need.ts';
import type { Evaluation, KpiState } from './status.ts';
import { waitKey } from './wait.ts';

/** The kind of wait that several KPIs can share as one cause. */
const THIRD_PARTY = 'third-party';

/** True where something of its own, not only a predecessor, took it out of green. DESIGN.md 3.8. */
export function hasOwnReason(state: KpiState): boolean {
  return pressingReasons(state).some(({ code }) => code !== 'dependency');
}

/**
 * The KPI that a delay comes from: for `dependency` the predecessor that drives it, even a green one, and beyond it
 * whatever drives that one, as long as it has no reason of its own. A predecessor that has reached its target drives
 * nothing any more: the downstream KPI is its own cause. DESIGN.md 3.8.
 */
export function rootCause(kpi: KpiId, after: Evaluation): KpiId {
  const seen = new Set<KpiId>();
  let cause = kpi;
  while (!seen.has(cause)) {
    seen.add(cause);
    const state = after.kpis.get(cause);
    if (!state || hasOwnReason(state)) return cause;
    const driver = drivingPredecessor(state);
    if (driver === null || (after.kpis.get(driver)?.reachedOn ?? null) !== null) return cause;
    cause = driver;
  }
  return cause;
}

function drivingPredecessor({ reasons }: KpiState): KpiId | null {
  const driver = reasons.find(({ code }) => code === 'dependency')?.facts['predecessor'];
  return typeof driver === 'string' ? driver : null;
}

/** What a KPI waits for from third parties, overdue by more than the grace; one key for one awaited thing. */
export function overdueThirdPartyWaits(state: KpiState, graceDays: number): readonly string[] {
  if (!pressingReasons(state).some(({ code }) => code === 'wait-overdue')) return [];
  return state.waits
    .filter(({ kind, overdueDays }) => kind === THIRD_PARTY && overdueDays > graceDays)
    .map(({ what }) => waitKey(what));
}
