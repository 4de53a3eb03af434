import type { Dependency, InitiativeId, KpiId, Portfolio, ReachKpi } from './portfolio.ts';

/** One dependency between two nodes, by their positions in `NetworkGraph.kpis`. */
export interface NetworkEdge {
  readonly from: number;
  readonly to: number;
  readonly dependency: Dependency;
}

/** The reach KPIs and the dependencies that count, by position. Free of circles. DESIGN.md 3.6. */
export interface NetworkGraph {
  /** In portfolio order. */
  readonly kpis: readonly ReachKpi[];
  readonly indexOf: ReadonlyMap<KpiId, number>;
  /** False for the KPIs of stopped initiatives: they stand alone, without edges. */
  readonly active: readonly boolean[];
  readonly incoming: readonly (readonly NetworkEdge[])[];
  readonly outgoing: readonly (readonly NetworkEdge[])[];
  /** Every node after its predecessors; portfolio order where that leaves a choice. */
  readonly order: readonly number[];
}

/**
 * Builds the graph. Edges that name a KPI that is unknown, kept (not reached) or stopped drop out: stopped work
 * neither holds anybody up nor can it be hurt. Set-up refuses circles; should one come in all the same, the edge
 * that closes it is dropped, so that nothing here can hang.
 */
export function buildGraph(portfolio: Portfolio, stopped: ReadonlySet<InitiativeId>): NetworkGraph {
  const kpis = portfolio.kpis.filter((kpi): kpi is ReachKpi => kpi.kind === 'reach');
  const indexOf = new Map(kpis.map((kpi, index) => [kpi.id, index]));
  const active = kpis.map((kpi) => kpi.initiative === undefined || !stopped.has(kpi.initiative));
  const edges = edgesBetween(portfolio.dependencies, indexOf).filter(
    ({ from, to }) => active[from] && active[to],
  );
  const order = topologicalOrder(
    kpis.length,
    grouped(edges, kpis.length, (edge) => edge.to),
  );
  const forward = withoutCircles(edges, order);
  return {
    kpis,
    indexOf,
    active,
    order,
    incoming: grouped(forward, kpis.length, (edge) => edge.to),
    outgoing: grouped(forward, kpis.length, (edge) => edge.from),
  };
}

function edgesBetween(
  dependencies: readonly Dependency[],
  indexOf: ReadonlyMap<KpiId, number>,
): NetworkEdge[] {
  return dependencies.flatMap((dependency) => {
    const [from, to] = [indexOf.get(dependency.from), indexOf.get(dependency.to)];
    return from === undefined || to === undefined ? [] : [{ from, to, dependency }];
  });
}

function grouped(
  edges: readonly NetworkEdge[],
  size: number,
  by: (edge: NetworkEdge) => number,
): readonly (readonly NetworkEdge[])[] {
  const groups: NetworkEdge[][] = Array.from({ length: size }, () => []);
  for (const edge of edges) groups[by(edge)]?.push(edge);
  return groups;
}

/** Depth first with a stack of our own: a chain of ten thousand KPIs must not overflow the call stack. */
function topologicalOrder(size: number, incoming: readonly (readonly NetworkEdge[])[]): readonly number[] {
  const order: number[] = [];
  const entered = new Uint8Array(size);
  for (let root = 0; root < size; root += 1) {
    const stack = [{ node: root, next: 0 }];
    if (entered[root]) continue;
    entered[root] = 1;
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const before = incoming[top.node]?.[top.next++]?.from;
      if (before === undefined) order.push(stack.pop()?.node ?? root);
      else if (!entered[before]) {
        entered[before] = 1;
        stack.push({ node: before, next: 0 });
      }
    }
  }
  return order;
}

function withoutCircles(edges: readonly NetworkEdge[], order: readonly number[]): readonly NetworkEdge[] {
  const position = new Int32Array(order.length);
  order.forEach((node, index) => (position[node] = index));
  return edges.filter(({ from, to }) => (position[from] ?? 0) < (position[to] ?? 0));
}
