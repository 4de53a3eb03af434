import { type CivilDate, dayOf } from './civil-date.ts';
import { dueLimit } from './network-latest.ts';
import type { NetworkPlan } from './network.ts';
import { kpiOf, objectiveOfKpi, objectivesUp } from './people.ts';
import type { Dependency, KpiId, Objective, Portfolio } from './portfolio.ts';

/** One step towards the due date that decides: a dependency, and what its follower still needs after it. */
export interface DueHop {
  readonly dependency: Dependency;
  /** Planned calendar days of the follower; 0 for finish-to-finish. */
  readonly needs: number;
  /** The follower's latest finish. */
  readonly latest: CivilDate;
}

/** How far a KPI's finish may move, and the way to the due date that moves first. DESIGN.md 3.6. */
export interface DuePath {
  readonly kpi: KpiId;
  readonly due: CivilDate;
  /** The last day to finish on without moving a due date. */
  readonly latest: CivilDate;
  /** Calendar days; negative: the plan itself cannot work. */
  readonly float: number;
  /** In order; empty where the KPI's own objective decides. */
  readonly hops: readonly DueHop[];
  /** The objective whose due date decides; null where it is the due date of the last KPI on the path, alone. */
  readonly objective: Objective | null;
}

/** The path of a reach KPI; of several that decide alike the shortest. Null for a KPI outside the network. */
export function duePath(portfolio: Portfolio, network: NetworkPlan, kpi: KpiId): DuePath | null {
  const [found, latest, float] = [
    kpiOf(portfolio, kpi),
    network.latestFinish.get(kpi),
    network.float.get(kpi),
  ];
  if (!found || latest === undefined || float === undefined) return null;
  const way = wayOn({ portfolio, network }, kpi, latest);
  return { kpi, due: found.plan.due, latest, float, ...way };
}

interface Network {
  readonly portfolio: Portfolio;
  readonly network: NetworkPlan;
}

/** Follows whatever leaves no later day; the network has no circles, so this ends. */
function wayOn(set: Network, kpi: KpiId, latest: CivilDate): Pick<DuePath, 'hops' | 'objective'> {
  const hops: DueHop[] = [];
  let [at, last] = [kpi, latest];
  for (;;) {
    const objective = decidingObjective(set, at, last);
    const hop = objective ? null : decidingHop(set, at, last);
    if (!hop) return { hops, objective };
    hops.push(hop);
    [at, last] = [hop.dependency.to, hop.latest];
  }
}

function decidingObjective({ portfolio }: Network, kpi: KpiId, latest: CivilDate): Objective | null {
  const up = objectivesUp(portfolio, objectiveOfKpi(portfolio, kpi)?.id);
  return up.find((objective) => dueLimit(objective) === dayOf(latest)) ?? null;
}

function decidingHop({ portfolio, network }: Network, kpi: KpiId, latest: CivilDate): DueHop | null {
  const hops = (network.successors.get(kpi) ?? []).map((dependency): DueHop => {
    const plan = kpiOf(portfolio, dependency.to)?.plan;
    const needs = plan && dependency.type === 'finish-to-start' ? dayOf(plan.due) - dayOf(plan.start) : 0;
    return { dependency, needs, latest: network.latestFinish.get(dependency.to) ?? '' };
  });
  const allows = ({ dependency, needs, latest: day }: DueHop): number =>
    dayOf(day) - dependency.lagDays - needs;
  return hops.find((hop) => allows(hop) === dayOf(latest)) ?? null;
}
