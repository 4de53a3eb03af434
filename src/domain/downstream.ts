import { dayOf } from './civil-date.ts';
import { type NetworkPlan, planNetwork } from './network.ts';
import { objectiveOfKpi, objectivesUp } from './people.ts';
import type { Dependency, InitiativeId, Kpi, KpiId, Objective, Portfolio } from './portfolio.ts';
import { isStopped } from './recalibration-need.ts';
import type { Evaluation } from './status.ts';

/** A KPI after the cause: how many days of a delay reach it along the plan, what lies between taken off. */
export interface DownstreamKpi {
  readonly kpi: KpiId;
  readonly delay: number;
  /** The delay that reaches it is as long as its float, or longer. */
  readonly floatUsedUp: boolean;
}

export interface Delay {
  readonly cause: KpiId;
  readonly days: number;
}

/**
 * Everything after a KPI in the network, in its order, with what a delay of `days` leaves of its planned float
 * (DESIGN.md 3.6, 3.8). A gap between a finish and the next start takes up its share first.
 */
export function downstreamOf(
  portfolio: Portfolio,
  after: Evaluation,
  { cause, days }: Delay,
): readonly DownstreamKpi[] {
  const { network, kpis } = planAt(portfolio, after);
  const delays = new Map<KpiId, number>([[cause, days]]);
  for (const kpi of afterInOrder(network, cause)) {
    const reaching = (network.predecessors.get(kpi) ?? []).filter(({ from }) => delays.has(from));
    const through = reaching.map((edge) => (delays.get(edge.from) ?? 0) - gap(kpis, edge));
    delays.set(kpi, Math.max(0, ...through));
  }
  delays.delete(cause);
  return [...delays].map(([kpi, delay]) => ({ kpi, delay, floatUsedUp: usesUp(network, kpi, delay) }));
}

/** Everything after a KPI, in the network's order. */
function afterInOrder({ order, successors }: NetworkPlan, cause: KpiId): readonly KpiId[] {
  const reached = new Set([cause]);
  for (const kpi of reached) for (const { to } of successors.get(kpi) ?? []) reached.add(to);
  reached.delete(cause);
  return reached.size === 0 ? [] : order.filter((kpi) => reached.has(kpi));
}

interface PlanAt {
  readonly portfolio: Portfolio;
  readonly network: NetworkPlan;
  readonly kpis: ReadonlyMap<KpiId, Kpi>;
}

/** One plan answers for every recalibration that opens at the same moment. */
const plans = new WeakMap<Evaluation, PlanAt>();

function planAt(portfolio: Portfolio, after: Evaluation): PlanAt {
  const known = plans.get(after);
  if (known?.portfolio === portfolio) return known;
  const network = planNetwork(portfolio, stoppedInitiatives(portfolio, after));
  const plan = { portfolio, network, kpis: new Map(portfolio.kpis.map((kpi) => [kpi.id, kpi])) };
  plans.set(after, plan);
  return plan;
}

function stoppedInitiatives(portfolio: Portfolio, after: Evaluation): ReadonlySet<InitiativeId> {
  const stopped = portfolio.kpis.filter(({ id }) => {
    const state = after.kpis.get(id);
    return state !== undefined && isStopped(state);
  });
  return new Set(stopped.flatMap(({ initiative }) => initiative ?? []));
}

function usesUp({ float }: NetworkPlan, kpi: KpiId, delay: number): boolean {
  return delay > 0 && Math.round(delay * 100) >= (float.get(kpi) ?? 0) * 100;
}

/** Planned days between what the predecessor allows and the plan; a plan that is already too tight has none. */
function gap(kpis: ReadonlyMap<KpiId, Kpi>, { from, to, type, lagDays }: Dependency): number {
  const [before, after] = [kpis.get(from), kpis.get(to)];
  if (!before || !after) return 0;
  const bound = type === 'finish-to-start' ? after.plan.start : after.plan.due;
  return Math.max(0, dayOf(bound) - dayOf(before.plan.due) - lagDays);
}

/** The objectives that a KPI and everything after it carry, with those above, nearest first. */
export function objectivesAfter(portfolio: Portfolio, kpis: readonly KpiId[]): readonly Objective[] {
  return [...new Set(kpis.flatMap((kpi) => objectivesUp(portfolio, objectiveOfKpi(portfolio, kpi)?.id)))];
}

/** Everything after a KPI in the plan, in its order, whatever a delay leaves of it. */
export function downstreamKpis(portfolio: Portfolio, cause: KpiId): readonly KpiId[] {
  return afterInOrder(planNetwork(portfolio), cause);
}
