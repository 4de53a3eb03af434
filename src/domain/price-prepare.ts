import { type CivilDate, type DayNumber, dayOf } from './civil-date.ts';
import { remainingDaysAt, remainingOf, wholeDay } from './network-finish.ts';
import { type NetworkGraph, buildGraph } from './network-graph.ts';
import { type PlanTime, planTimeOf } from './plan-time.ts';
import type { InitiativeId, Objective, ObjectiveId, Portfolio, ReachKpi } from './portfolio.ts';
import { costFreeUntil } from './price-loss.ts';
import type { PricedEdge, PricedKeep, PricedKpi, PricedObjective, PricingNetwork } from './price-network.ts';
import { type PriceStanding, linksOf } from './price-figures.ts';
import { type Passable, backwardPass, forwardPass, objectiveDates } from './price-pass.ts';
import type { Evaluation, KpiState } from './status.ts';
import { localDate } from './zoned-time.ts';

type Draft = Omit<PricedKpi, 'room'>;

/**
 * Everything a price needs (DESIGN.md 3.7), as things stand in `evaluation`; null prices the plan alone, as if
 * nothing had been reported and no due date had passed.
 */
export function preparePricing(portfolio: Portfolio, evaluation: Evaluation | null): PricingNetwork {
  const graph = buildGraph(portfolio, stoppedIn(portfolio, evaluation));
  const goals = childrenFirst(portfolio.objectives);
  const drafts = draftKpis(portfolio, graph, { evaluation, goals });
  const passable = { links: linksOf(drafts, goals), ...standingFigures(drafts) };
  const finish = forwardPass(
    passable,
    Float64Array.from(drafts, (kpi) => kpi.finish),
  );
  const dates = objectiveDates(passable.links, finish);
  const objectives = goals.map((goal, index) => ({ ...goal, date: dates[index] ?? goal.due }));
  const room = roomLeft(passable, objectives, finish);
  return {
    asOf: evaluation && dayOf(localDate(evaluation.asOf, portfolio.timeZone)),
    kpis: drafts.map((kpi, node) => ({ ...kpi, finish: finish[node] ?? kpi.finish, room: room[node] ?? 0 })),
    objectives,
    keeps: keepsOf(portfolio),
  };
}

/** What passes ask of KPIs beside their finishes. */
function standingFigures(kpis: readonly Pick<PricedKpi, 'remaining' | 'settled'>[]): PriceStanding {
  return {
    remaining: Float64Array.from(kpis, ({ remaining }) => remaining),
    settled: Uint8Array.from(kpis, ({ settled }) => (settled ? 1 : 0)),
  };
}

function stoppedIn(portfolio: Portfolio, evaluation: Evaluation | null): ReadonlySet<InitiativeId> {
  const stopped = portfolio.kpis.filter(({ id }) =>
    evaluation?.kpis.get(id)?.reasons.some((reason) => reason.code === 'stopped'),
  );
  return new Set(stopped.flatMap(({ initiative }) => initiative ?? []));
}

/** Sub-objectives stand before their parents, otherwise in portfolio order. A circle of parents is cut open. */
export function childrenFirst(objectives: readonly Objective[]): readonly PricedObjective[] {
  const byId = new Map(objectives.map((objective) => [objective.id, objective]));
  const depth = (objective: Objective): number => {
    const seen = new Set<Objective>();
    for (let up: Objective | undefined = objective; up && !seen.has(up); up = byId.get(up.parent ?? ''))
      seen.add(up);
    return seen.size;
  };
  const sorted = objectives
    .map((objective) => ({ objective, depth: depth(objective) }))
    .toSorted((a, b) => b.depth - a.depth)
    .map(({ objective }) => objective);
  const position = new Map(sorted.map(({ id }, index) => [id, index]));
  return sorted.map(({ id, owner, due, delayProfile, parent }, index) => {
    const above = parent === undefined ? -1 : (position.get(parent) ?? -1);
    const day = dayOf(due);
    return { id, owner, due: day, date: day, profile: delayProfile, parent: above > index ? above : -1 };
  });
}

interface DraftContext {
  readonly evaluation: Evaluation | null;
  readonly goals: readonly PricedObjective[];
}

function draftKpis(portfolio: Portfolio, graph: NetworkGraph, { evaluation, goals }: DraftContext): Draft[] {
  const goalAt = new Map<ObjectiveId, number>(goals.map(({ id }, index) => [id, index]));
  const goalOf = new Map(portfolio.initiatives.map(({ id, objective }) => [id, goalAt.get(objective) ?? -1]));
  const time = planTimeOf(portfolio.holidays);
  const position = new Map(graph.order.map((node, index) => [node, index]));
  return graph.order.flatMap((node) => {
    const kpi = graph.kpis[node];
    if (!kpi) return [];
    const after = (graph.incoming[node] ?? []).map(({ from, dependency }): PricedEdge => {
      return { from: position.get(from) ?? -1, type: dependency.type, lagDays: dependency.lagDays };
    });
    const objective = graph.active[node] ? (goalOf.get(kpi.initiative ?? '') ?? -1) : -1;
    return [{ ...standing(kpi, evaluation?.kpis.get(kpi.id), time), objective, after }];
  });
}

/** How a KPI stands for prices, before predecessors have their say. */
export function standing(
  kpi: ReachKpi,
  state: KpiState | undefined,
  time: PlanTime,
): Omit<Draft, 'objective' | 'after'> {
  const due = dayOf(kpi.plan.due);
  const reading = state?.lastReading ?? null;
  return {
    id: kpi.id,
    owner: kpi.owner,
    due,
    finish: Math.max(due, dayIfAny(state?.earliestFinish) ?? due),
    remaining: wholeDay(remainingAt(kpi, state, time)),
    settled: (state?.reachedOn ?? null) !== null,
    readOn: reading === null ? null : dayOf(reading.date),
  };
}

function remainingAt(kpi: ReachKpi, state: KpiState | undefined, time: PlanTime): number {
  if (!state?.lastReading) return remainingOf(kpi, { started: false });
  const remainingDays = remainingDaysAt(kpi, state.lastReading.value, time);
  return remainingOf(kpi, { started: true, remainingDays });
}

function dayIfAny(date: CivilDate | null | undefined): DayNumber | undefined {
  return date ? dayOf(date) : undefined;
}

function keepsOf(portfolio: Portfolio): readonly PricedKeep[] {
  return portfolio.kpis.flatMap((kpi) =>
    kpi.kind === 'keep' ? [{ id: kpi.id, owner: kpi.owner, breachPerWeek: kpi.breachPerWeek ?? null }] : [],
  );
}

/** Days before a price moves; where nothing can cost (any more), days before a date moves; alone: none. */
function roomLeft(
  passable: Passable,
  objectives: readonly PricedObjective[],
  finish: Float64Array,
): number[] {
  const costFree = objectives.map(({ profile, due, date }) => costFreeUntil(profile, due, date));
  const priced = backwardPass(passable, Float64Array.from(costFree));
  const dated = backwardPass(
    passable,
    Float64Array.from(objectives, ({ date }) => date),
  );
  return Array.from(finish, (day, node) => {
    const [free, fixed] = [priced[node] ?? Infinity, dated[node] ?? Infinity];
    const last = Number.isFinite(free) ? free : fixed;
    return Number.isFinite(last) ? Math.max(0, last - day) : 0;
  });
}
