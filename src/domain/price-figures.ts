import type { DayNumber } from './civil-date.ts';
import type { KpiId } from './portfolio.ts';
import type { PricedKpi, PricedObjective, PricingNetwork } from './price-network.ts';

/**
 * A network in bare numbers, for passes that run often. KPIs by position, each after its predecessors; objectives by
 * position, each before its parent. What leads to KPI n stands at `first[n]` to `first[n + 1] - 1`.
 */
export interface PriceLinks {
  readonly before: Edges;
  readonly after: Pick<Edges, 'first' | 'at'>;
  /** The objective of each KPI, and the parent of each objective; -1 for none. */
  readonly objective: Int32Array;
  readonly parent: Int32Array;
  readonly due: Float64Array;
}

export interface Edges {
  readonly first: Int32Array;
  readonly at: Int32Array;
  readonly lag: Float64Array;
  /** 1 where the work left must follow: finish-to-start. */
  readonly holdsStart: Uint8Array;
}

/** How the KPIs stand: calendar days of work left after a predecessor, 1 for what predecessors move no more. */
export interface PriceStanding {
  readonly remaining: Float64Array;
  readonly settled: Uint8Array;
}

/** Everything a pass with a delay starts from: where each KPI and each objective ends as things stand. */
export interface PriceFigures extends PriceStanding {
  readonly links: PriceLinks;
  readonly finish: Float64Array;
  readonly date: Float64Array;
}

type LinkedKpi = Pick<PricedKpi, 'objective' | 'after'>;

export function linksOf(
  kpis: readonly LinkedKpi[],
  objectives: readonly Pick<PricedObjective, 'parent' | 'due'>[],
): PriceLinks {
  const before = edgesBefore(kpis);
  return {
    before,
    after: edgesAfter(before, kpis.length),
    objective: Int32Array.from(kpis, (kpi) => kpi.objective),
    parent: Int32Array.from(objectives, ({ parent }) => parent),
    due: Float64Array.from(objectives, ({ due }) => due),
  };
}

function edgesBefore(kpis: readonly LinkedKpi[]): Edges {
  const edges = kpis.flatMap(({ after }) => after);
  const first = new Int32Array(kpis.length + 1);
  kpis.forEach(({ after }, node) => (first[node + 1] = (first[node] ?? 0) + after.length));
  return {
    first,
    at: Int32Array.from(edges, ({ from }) => from),
    lag: Float64Array.from(edges, ({ lagDays }) => lagDays),
    holdsStart: Uint8Array.from(edges, ({ type }) => (type === 'finish-to-start' ? 1 : 0)),
  };
}

function edgesAfter({ first, at }: Edges, size: number): PriceLinks['after'] {
  const starts = new Int32Array(size + 1);
  for (const from of at) if (from >= 0) starts[from + 1] = (starts[from + 1] ?? 0) + 1;
  for (let node = 0; node < size; node += 1) starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  const [next, to] = [Int32Array.from(starts), new Int32Array(at.length)];
  for (let node = 0; node < size; node += 1) {
    for (let edge = first[node] ?? 0; edge < (first[node + 1] ?? 0); edge += 1) {
      const from = at[edge] ?? -1;
      if (from < 0) continue;
      const slot = next[from] ?? 0;
      to[slot] = node;
      next[from] = slot + 1;
    }
  }
  return { first: starts, at: to };
}

/** A network is plain JSON; its figures are laid out once for all its prices. */
export function figuresOf(network: PricingNetwork): PriceFigures {
  const known = laidOut.get(network) ?? layOut(network);
  laidOut.set(network, known);
  return known;
}

/** The position of a reach KPI; -1 where it is none. */
export function nodeOf({ kpis }: PricingNetwork, kpi: KpiId): number {
  const known = positions.get(kpis) ?? new Map(kpis.map(({ id }, node) => [id, node]));
  positions.set(kpis, known);
  return known.get(kpi) ?? -1;
}

const laidOut = new WeakMap<PricingNetwork, PriceFigures>();
const positions = new WeakMap<PricingNetwork['kpis'], ReadonlyMap<KpiId, number>>();

function layOut({ kpis, objectives }: PricingNetwork): PriceFigures {
  return {
    links: linksOf(kpis, objectives),
    remaining: Float64Array.from(kpis, ({ remaining }): DayNumber => remaining),
    settled: Uint8Array.from(kpis, ({ settled }) => (settled ? 1 : 0)),
    finish: Float64Array.from(kpis, ({ finish }) => finish),
    date: Float64Array.from(objectives, ({ date }) => date),
  };
}
