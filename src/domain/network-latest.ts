import { type DayNumber, dayOf } from './civil-date.ts';
import type { NetworkGraph } from './network-graph.ts';
import type { Objective, ObjectiveId, Portfolio, ReachKpi } from './portfolio.ts';

/** The last day an objective may end on before something happens; Infinity where nothing ever does. */
export type ObjectiveLimit = (objective: Objective) => DayNumber;

/** A due date moves as soon as the objective ends after it. */
export function dueLimit(objective: Objective): DayNumber {
  return dayOf(objective.due);
}

/** A price moves after the due date, for a fixed date only once that date has passed, without profile never. */
export function priceLimit({ due, delayProfile }: Objective): DayNumber {
  if (delayProfile.kind === 'none') return Infinity;
  if (delayProfile.kind === 'fixed-date') return Math.max(dayOf(due), dayOf(delayProfile.date));
  return dayOf(due);
}

/** For each objective the least limit of itself and of all its parents: it ends no parent later than that. */
export function latestObjectives(
  objectives: readonly Objective[],
  limit: ObjectiveLimit,
): ReadonlyMap<ObjectiveId, DayNumber> {
  const byId = new Map(objectives.map((objective) => [objective.id, objective]));
  const latest = new Map<ObjectiveId, DayNumber>();
  for (const objective of objectives) {
    const path = pathUp(objective, byId, latest);
    for (const step of path.reverse()) {
      const parent = step.parent === undefined ? undefined : latest.get(step.parent);
      latest.set(step.id, Math.min(limit(step), parent ?? Infinity));
    }
  }
  return latest;
}

/** From an objective up to the first known or top one; ends on a circle of parents, too. */
function pathUp(
  from: Objective,
  byId: ReadonlyMap<ObjectiveId, Objective>,
  known: ReadonlyMap<ObjectiveId, DayNumber>,
): Objective[] {
  const path = new Set<Objective>();
  for (let step: Objective | undefined = from; step && !known.has(step.id) && !path.has(step);) {
    path.add(step);
    step = step.parent === undefined ? undefined : byId.get(step.parent);
  }
  return [...path];
}

/** What limits a KPI by itself: its objective's latest day; Infinity where the limit has no say. */
export interface KpiLimits {
  /** For each node of the graph. */
  readonly own: Float64Array;
  /** False for KPIs that stand alone: no initiative, no objective, or stopped. */
  readonly hasObjective: readonly boolean[];
}

export function kpiLimits(portfolio: Portfolio, graph: NetworkGraph, limit: ObjectiveLimit): KpiLimits {
  const latest = latestObjectives(portfolio.objectives, limit);
  const objectiveOf = new Map(portfolio.initiatives.map(({ id, objective }) => [id, objective]));
  const limitOf = (kpi: ReachKpi): DayNumber | undefined =>
    latest.get((kpi.initiative !== undefined && objectiveOf.get(kpi.initiative)) || '');
  const limits = graph.kpis.map((kpi, node) => (graph.active[node] ? limitOf(kpi) : undefined));
  return {
    own: Float64Array.from(limits, (day) => day ?? Infinity),
    hasObjective: limits.map((day) => day !== undefined),
  };
}

/** The backward pass: each node's latest finish, given what limits it by itself. Calendar days. DESIGN.md 3.6. */
export function latestFinishes(graph: NetworkGraph, own: Float64Array): Float64Array {
  const latest = Float64Array.from(own);
  for (const node of graph.order.toReversed()) {
    let day = latest[node] ?? Infinity;
    for (const { to, dependency } of graph.outgoing[node] ?? []) {
      const successor = (latest[to] ?? Infinity) - dependency.lagDays;
      const needs = dependency.type === 'finish-to-start' ? plannedDays(graph.kpis[to]) : 0;
      day = Math.min(day, successor - needs);
    }
    latest[node] = day;
  }
  return latest;
}

function plannedDays(kpi: ReachKpi | undefined): number {
  return kpi ? dayOf(kpi.plan.due) - dayOf(kpi.plan.start) : 0;
}
