import { isLongSilent } from './evaluate.ts';
import type { Facts } from './facts.ts';
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

/** The cause of each KPI at one moment; each way back along the network is walked once. */
export type CauseOf = (state: KpiState) => KpiId;

/**
 * The KPI that a delay comes from: for `dependency` the predecessor that drives it, even a green one, and beyond it
 * whatever drives that one, as long as it has no reason of its own. A predecessor that has reached its target drives
 * nothing any more: the downstream KPI is its own cause. So is one that is silent for long: only its owner can end
 * that. DESIGN.md 3.4, 3.8.
 */
export function causesAt(after: Evaluation): CauseOf {
  const known = new Map<KpiId, KpiId>();
  return (state) => (isLongSilent(state, after.asOf) ? state.kpi : rootCause(state.kpi, after, known));
}

function rootCause(kpi: KpiId, after: Evaluation, known: Map<KpiId, KpiId>): KpiId {
  const passed = new Set<KpiId>();
  let cause = kpi;
  while (!passed.has(cause)) {
    passed.add(cause);
    const next = known.get(cause) ?? drivingPredecessor(after.kpis.get(cause), after);
    if (next === null || next === cause) break;
    cause = next;
  }
  for (const one of passed) known.set(one, cause);
  return cause;
}

/** Null where the delay begins. */
function drivingPredecessor(state: KpiState | undefined, after: Evaluation): KpiId | null {
  if (!state || hasOwnReason(state)) return null;
  const driver = state.reasons.find(({ code }) => code === 'dependency')?.facts['predecessor'];
  if (typeof driver !== 'string' || (after.kpis.get(driver)?.reachedOn ?? null) !== null) return null;
  return driver;
}

/** What a KPI waits for from third parties, overdue by more than the grace; one key for one awaited thing. */
export function awaitedBy(
  { portfolio }: Pick<Facts, 'portfolio'>,
  after: Evaluation,
  kpi: KpiId,
): readonly string[] {
  const state = after.kpis.get(kpi);
  if (!state || !pressingReasons(state).some(({ code }) => code === 'wait-overdue')) return [];
  const { waitGraceDays } = portfolio.settings;
  return state.waits
    .filter(({ kind, overdueDays }) => kind === THIRD_PARTY && overdueDays > waitGraceDays)
    .map(({ what }) => waitKey(what));
}
