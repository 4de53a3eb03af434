import { dayOf } from '../src/domain/civil-date.ts';
import type { Portfolio } from '../src/domain/portfolio.ts';

/** The same network as numbers in typed arrays: what is left when every word, reason and rule is taken away. */
export interface PlainNetwork {
  readonly due: Float64Array;
  readonly duration: Float64Array;
  readonly objective: Int32Array;
  /** The predecessors of KPI n stand at `from[first[n]]` to `from[first[n + 1] - 1]`. */
  readonly first: Int32Array;
  readonly from: Int32Array;
  readonly lag: Float64Array;
  readonly objectives: number;
}

export function plainNetwork({ kpis, dependencies, initiatives, objectives }: Portfolio): PlainNetwork {
  const index = new Map(kpis.map(({ id }, n) => [id, n]));
  const goals = new Map(objectives.map(({ id }, n) => [id, n]));
  const goalOf = new Map(initiatives.map(({ id, objective }) => [id, goals.get(objective) ?? 0]));
  const edges = dependencies
    .map(({ from, to, lagDays }) => ({ from: index.get(from) ?? 0, to: index.get(to) ?? 0, lagDays }))
    .toSorted((a, b) => a.to - b.to);
  const first = new Int32Array(kpis.length + 1);
  for (const { to } of edges) first[to + 1] = (first[to + 1] ?? 0) + 1;
  for (let n = 0; n < kpis.length; n += 1) first[n + 1] = (first[n + 1] ?? 0) + (first[n] ?? 0);
  return {
    due: Float64Array.from(kpis, ({ plan }) => dayOf(plan.due)),
    duration: Float64Array.from(kpis, ({ plan }) => dayOf(plan.due) - dayOf(plan.start)),
    objective: Int32Array.from(kpis, ({ initiative }) => goalOf.get(initiative ?? '') ?? 0),
    first,
    from: Int32Array.from(edges, ({ from }) => from),
    lag: Float64Array.from(edges, ({ lagDays }) => lagDays),
    objectives: objectives.length,
  };
}

/** One pass in topological order (predecessors have lower numbers): finishes, and per objective the latest. */
export function plainPass(network: PlainNetwork, slip: Float64Array): Float64Array {
  const { due, duration, objective, first, from, lag } = network;
  const finish = new Float64Array(due.length);
  const ends = new Float64Array(network.objectives);
  for (let n = 0; n < due.length; n += 1) {
    let latest = (due[n] as number) + (slip[n] as number);
    for (let edge = first[n] as number; edge < (first[n + 1] as number); edge += 1) {
      const allowed =
        (finish[from[edge] as number] as number) + (lag[edge] as number) + (duration[n] as number);
      if (allowed > latest) latest = allowed;
    }
    finish[n] = latest;
    if (latest > (ends[objective[n] as number] as number)) ends[objective[n] as number] = latest;
  }
  return ends;
}
