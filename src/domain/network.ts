import { type CivilDate, dateOf, dayOf } from './civil-date.ts';
import { IndexedMap, indexOf } from './indexed-map.ts';
import { type NetworkEdge, type NetworkGraph, buildGraph } from './network-graph.ts';
import { dueLimit, kpiLimits, latestFinishes, priceLimit } from './network-latest.ts';
import type { Dependency, InitiativeId, KpiId, Portfolio } from './portfolio.ts';

/** The network as planned: what precedes what, and how far each finish may move. Reach KPIs only. DESIGN.md 3.6. */
export interface NetworkPlan {
  /** Every reach KPI after its predecessors; portfolio order where that leaves a choice. */
  readonly order: readonly KpiId[];
  /** The place of each in `order`. */
  readonly placeOf: ReadonlyMap<KpiId, number>;
  /** The places each one comes after, and those it is followed by. */
  readonly before: Neighbours;
  readonly after: Neighbours;
  /** The dependencies that count, by the KPI they lead to; an entry for every reach KPI. */
  readonly predecessors: ReadonlyMap<KpiId, readonly Dependency[]>;
  readonly successors: ReadonlyMap<KpiId, readonly Dependency[]>;
  /** Calendar days a finish may move before any due date moves; negative: the plan itself cannot work. */
  readonly float: ReadonlyMap<KpiId, number>;
  /** Calendar days before any price moves; at least `float`, and `float` where nothing is priced. */
  readonly room: ReadonlyMap<KpiId, number>;
  /** The last day to finish on without moving a due date. */
  readonly latestFinish: ReadonlyMap<KpiId, CivilDate>;
  /** `A->B` for each dependency between initiatives of different functions. */
  readonly crossFunctional: ReadonlySet<string>;
}

/** The neighbours of place n stand at `first[n]` to `first[n + 1] - 1` of `at`. */
export interface Neighbours {
  readonly first: Int32Array;
  readonly at: Int32Array;
}

const NONE: ReadonlySet<InitiativeId> = new Set();

/**
 * Plans the network by the critical path method (DESIGN.md 3.6). A KPI's own due date is no sink: the due dates of
 * its objective, of that objective's parents and of everything downstream are. A KPI without an objective has its
 * own due date as sink. Initiatives in `stopped` take their KPIs' edges with them. Never throws.
 */
export function planNetwork(portfolio: Portfolio, stopped: ReadonlySet<InitiativeId> = NONE): NetworkPlan {
  const graph = buildGraph(portfolio, stopped);
  const { latest, float, room } = margins(portfolio, graph);
  const place = new Int32Array(graph.order.length);
  graph.order.forEach((node, at) => (place[node] = at));
  const order = graph.order.map((node) => graph.kpis[node]?.id ?? '');
  const placeOf = indexOf(order);
  const byKpi = <T>(ofNode: (node: number) => T): IndexedMap<T> =>
    new IndexedMap(placeOf, graph.order.map(ofNode));
  const edgesTo = (node: number): readonly NetworkEdge[] => graph.incoming[node] ?? [];
  const edgesFrom = (node: number): readonly NetworkEdge[] => graph.outgoing[node] ?? [];
  return {
    order,
    placeOf,
    before: neighbours(graph.order.map((node) => edgesTo(node).map(({ from }) => place[from] ?? 0))),
    after: neighbours(graph.order.map((node) => edgesFrom(node).map(({ to }) => place[to] ?? 0))),
    predecessors: byKpi((node) => dependenciesOf(edgesTo(node))),
    successors: byKpi((node) => dependenciesOf(edgesFrom(node))),
    float: byKpi((node) => float[node] ?? 0),
    room: byKpi((node) => room[node] ?? 0),
    latestFinish: byKpi((node) => dateOf(latest[node] ?? Infinity)),
    crossFunctional: crossFunctional(portfolio, stopped),
  };
}

function neighbours(places: readonly (readonly number[])[]): Neighbours {
  const first = new Int32Array(places.length + 1);
  places.forEach((list, place) => (first[place + 1] = (first[place] ?? 0) + list.length));
  return { first, at: Int32Array.from(places.flat()) };
}

interface Margins {
  readonly latest: Float64Array;
  readonly float: readonly number[];
  readonly room: readonly number[];
}

function margins(portfolio: Portfolio, graph: NetworkGraph): Margins {
  const due = Float64Array.from(graph.kpis, (kpi) => dayOf(kpi.plan.due));
  const { own, hasObjective } = kpiLimits(portfolio, graph, dueLimit);
  const latest = latestFinishes(
    graph,
    own.map((day, node) => (hasObjective[node] ? day : (due[node] ?? day))),
  );
  const priced = latestFinishes(graph, kpiLimits(portfolio, graph, priceLimit).own);
  const float = Array.from(latest, (day, node) => day - (due[node] ?? day));
  const room = float.map((days, node) => {
    const free = (priced[node] ?? Infinity) - (due[node] ?? 0);
    if (!Number.isFinite(free)) return days;
    return Math.max(days, hasObjective[node] ? free : Math.min(0, free));
  });
  return { latest, float, room };
}

function dependenciesOf(edges: readonly NetworkEdge[]): readonly Dependency[] {
  return edges.map((edge) => edge.dependency);
}

function crossFunctional(portfolio: Portfolio, stopped: ReadonlySet<InitiativeId>): ReadonlySet<string> {
  const functions = new Map(portfolio.initiatives.map((initiative) => [initiative.id, initiative.function]));
  const functionOf = new Map(
    portfolio.kpis.flatMap(({ id, initiative }) =>
      initiative === undefined || stopped.has(initiative) ? [] : [[id, functions.get(initiative)]],
    ),
  );
  const crossing = portfolio.dependencies.filter(({ from, to }) => {
    const [before, after] = [functionOf.get(from), functionOf.get(to)];
    return before !== undefined && after !== undefined && before !== after;
  });
  return new Set(crossing.map(({ from, to }) => `${from}->${to}`));
}
