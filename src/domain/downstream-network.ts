import { byId } from './by-id.ts';
import { dayOf } from './civil-date.ts';
import { type NetworkPlan, planNetwork } from './network.ts';
import { objectiveOfKpi, ownerOf } from './people.ts';
import type { Dependency, InitiativeId, Kpi, KpiId, ObjectiveId, PersonId, Portfolio } from './portfolio.ts';
import { isStopped } from './recalibration-need.ts';
import type { Evaluation, KpiState } from './status.ts';

/** A KPI in the network, with whom to ask about it. */
export interface DownstreamNode {
  readonly kpi: KpiId;
  readonly owner: PersonId;
  readonly objective: ObjectiveId | undefined;
}

/** The network of one moment by position, made ready for the question what a delay reaches. */
export interface DownstreamNetwork {
  /** Every reach KPI after its predecessors. */
  readonly nodes: readonly DownstreamNode[];
  readonly positionOf: ReadonlyMap<KpiId, number>;
  /** What follows each position. */
  readonly followers: readonly (readonly Follower[])[];
  readonly float: readonly number[];
  /** False for what is finished or stopped: it cannot be hurt any more. */
  readonly ahead: readonly boolean[];
  /** One figure per position for a pass that leaves it as it was: all `UNREACHED`. */
  readonly scratch: Float64Array;
}

export interface Follower {
  readonly at: number;
  /** Planned days between what the predecessor allows and the plan; a plan that is already too tight has none. */
  readonly gap: number;
}

export const UNREACHED = -1;

/** One network answers for every recalibration that opens at the same moment. */
export function downstreamNetwork(portfolio: Portfolio, after: Evaluation): DownstreamNetwork {
  const known = networks.get(after);
  if (known?.portfolio === portfolio) return known.network;
  const plan = planNetwork(portfolio, stoppedInitiatives(portfolio, after));
  const network = prepared(plan, portfolio, after);
  networks.set(after, { portfolio, network });
  return network;
}

const networks = new WeakMap<
  Evaluation,
  { readonly portfolio: Portfolio; readonly network: DownstreamNetwork }
>();

function prepared(
  { order, successors, float }: NetworkPlan,
  portfolio: Portfolio,
  after: Evaluation,
): DownstreamNetwork {
  const kpis = byId(portfolio.kpis);
  const positionOf = new Map(order.map((kpi, at) => [kpi, at]));
  const follower = (edge: Dependency): readonly Follower[] => {
    const at = positionOf.get(edge.to);
    return at === undefined ? [] : [{ at, gap: gap(kpis, edge) }];
  };
  return {
    nodes: order.map((kpi) => nodeOf(portfolio, kpi)),
    positionOf,
    followers: order.map((kpi) => (successors.get(kpi) ?? []).flatMap(follower)),
    float: order.map((kpi) => float.get(kpi) ?? 0),
    ahead: order.map((kpi) => isStillAhead(after.kpis.get(kpi))),
    scratch: new Float64Array(order.length).fill(UNREACHED),
  };
}

function nodeOf(portfolio: Portfolio, kpi: KpiId): DownstreamNode {
  return { kpi, owner: ownerOf(portfolio, kpi), objective: objectiveOfKpi(portfolio, kpi)?.id };
}

function isStillAhead(state: KpiState | undefined): boolean {
  return state !== undefined && state.reachedOn === null && !isStopped(state);
}

function stoppedInitiatives(portfolio: Portfolio, after: Evaluation): ReadonlySet<InitiativeId> {
  const stopped = portfolio.kpis.filter(({ id }) => {
    const state = after.kpis.get(id);
    return state !== undefined && isStopped(state);
  });
  return new Set(stopped.flatMap(({ initiative }) => initiative ?? []));
}

function gap(kpis: ReadonlyMap<KpiId, Kpi>, { from, to, type, lagDays }: Dependency): number {
  const [before, after] = [kpis.get(from), kpis.get(to)];
  if (!before || !after) return 0;
  const bound = type === 'finish-to-start' ? after.plan.start : after.plan.due;
  return Math.max(0, dayOf(bound) - dayOf(before.plan.due) - lagDays);
}
