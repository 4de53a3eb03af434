import { type DownstreamNode, UNREACHED, downstreamNetwork } from './downstream-network.ts';
import { planNetwork } from './network.ts';
import { objectiveOfKpi, objectivesUp } from './people.ts';
import type { KpiId, Objective, ObjectiveId, Portfolio } from './portfolio.ts';
import type { Evaluation } from './status.ts';

export interface Delay {
  readonly cause: KpiId;
  readonly days: number;
}

/** What comes after a KPI in the network and is still ahead, in the network's order. */
export interface Downstream {
  readonly all: readonly DownstreamNode[];
  /** Those which a delay reaches that is as long as their float, or longer. */
  readonly floatUsedUp: readonly DownstreamNode[];
}

/**
 * What a delay of `days` reaches, and where it uses up the planned float (DESIGN.md 3.6, 3.8). A gap between a finish
 * and the next start takes up its share first. One pass along the order, from the cause to the last it reaches.
 */
export function downstreamOf(portfolio: Portfolio, after: Evaluation, { cause, days }: Delay): Downstream {
  const { nodes, positionOf, followers, float, ahead, scratch } = downstreamNetwork(portfolio, after);
  const all: DownstreamNode[] = [];
  const floatUsedUp: DownstreamNode[] = [];
  const from = positionOf.get(cause) ?? nodes.length;
  scratch[from] = Math.max(0, days);
  for (let at = from, last = from; at <= last && at < nodes.length; at += 1) {
    const [node, delay] = [nodes[at], scratch[at] ?? UNREACHED];
    if (node === undefined || delay === UNREACHED) continue;
    scratch[at] = UNREACHED;
    // Nothing moves what is finished, and it passes nothing on.
    if (at !== from && ahead[at] !== true) continue;
    if (at !== from) all.push(node);
    if (at !== from && usesUp(float[at] ?? 0, delay)) floatUsedUp.push(node);
    for (const { at: next, gap } of followers[at] ?? []) {
      scratch[next] = Math.max(scratch[next] ?? UNREACHED, delay - gap, 0);
      last = Math.max(last, next);
    }
  }
  return { all, floatUsedUp };
}

function usesUp(float: number, delay: number): boolean {
  return delay > 0 && Math.round(delay * 100) >= float * 100;
}

/** Objectives with those above them, nearest first, each once. */
export function objectivesWithParents(
  portfolio: Portfolio,
  objectives: Iterable<ObjectiveId | undefined>,
): readonly Objective[] {
  const found = new Map<ObjectiveId, Objective>();
  for (const nearest of objectives) {
    // What lies above one already found is found too.
    if (nearest === undefined || found.has(nearest)) continue;
    for (const objective of objectivesUp(portfolio, nearest)) found.set(objective.id, objective);
  }
  return [...found.values()];
}

/** The objectives that a KPI and everything after it carry, with those above, nearest first. */
export function objectivesAfter(portfolio: Portfolio, kpis: readonly KpiId[]): readonly Objective[] {
  return objectivesWithParents(
    portfolio,
    kpis.map((kpi) => objectiveOfKpi(portfolio, kpi)?.id),
  );
}

/** Everything after a KPI in the plan, in its order, whatever a delay leaves of it. */
export function downstreamKpis(portfolio: Portfolio, cause: KpiId): readonly KpiId[] {
  const { order, successors } = planOf(portfolio);
  const reached = new Set([cause]);
  for (const kpi of reached) for (const { to } of successors.get(kpi) ?? []) reached.add(to);
  reached.delete(cause);
  return order.filter((kpi) => reached.has(kpi));
}

/** Asked once per person of an invitation. */
function planOf(portfolio: Portfolio): ReturnType<typeof planNetwork> {
  const known = plans.get(portfolio) ?? planNetwork(portfolio);
  plans.set(portfolio, known);
  return known;
}

const plans = new WeakMap<Portfolio, ReturnType<typeof planNetwork>>();
