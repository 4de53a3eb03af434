import type { PricedKpi, PricedObjective } from './price-network.ts';

type Node = Pick<PricedKpi, 'remaining' | 'settled' | 'objective' | 'after'>;
type Goal = Pick<PricedObjective, 'due' | 'parent'>;

/** The forward pass: each finish is the later of `own` and what predecessors allow. DESIGN.md 3.6. */
export function forwardPass(kpis: readonly Node[], own: Float64Array, first = 0): Float64Array {
  const finish = Float64Array.from(own);
  for (let node = first; node < kpis.length; node += 1) {
    const kpi = kpis[node];
    if (kpi && !kpi.settled) finish[node] = Math.max(finish[node] ?? 0, allowedBy(kpi, finish));
  }
  return finish;
}

function allowedBy(kpi: Node, finish: Float64Array): number {
  let allowed = -Infinity;
  for (const { from, type, lagDays } of kpi.after) {
    const needs = type === 'finish-to-start' ? kpi.remaining : 0;
    allowed = Math.max(allowed, (finish[from] ?? -Infinity) + lagDays + needs);
  }
  return allowed;
}

/** Where each objective ends: the latest of its due, its KPIs' finishes and its sub-objectives. */
export function objectiveDates(
  kpis: readonly Node[],
  objectives: readonly Goal[],
  finish: Float64Array,
): Float64Array {
  const dates = Float64Array.from(objectives, (objective) => objective.due);
  kpis.forEach(({ objective }, node) => raise(dates, objective, finish[node]));
  objectives.forEach(({ parent }, goal) => raise(dates, parent, dates[goal]));
  return dates;
}

function raise(dates: Float64Array, at: number, date: number | undefined): void {
  if (at >= 0 && date !== undefined && date > (dates[at] ?? Infinity)) dates[at] = date;
}

/** The backward pass: how late each KPI may finish so that no objective ends after its limit. */
export function backwardPass(
  kpis: readonly Node[],
  objectives: readonly Goal[],
  limits: Float64Array,
): Float64Array {
  const goals = Float64Array.from(limits);
  for (let goal = goals.length - 1; goal >= 0; goal -= 1) {
    const parent = objectives[goal]?.parent ?? -1;
    if (parent >= 0) goals[goal] = Math.min(goals[goal] ?? Infinity, goals[parent] ?? Infinity);
  }
  const latest = Float64Array.from(kpis, ({ objective }) => goals[objective] ?? Infinity);
  for (let node = kpis.length - 1; node >= 0; node -= 1) lowerPredecessors(kpis[node], latest, node);
  return latest;
}

function lowerPredecessors(kpi: Node | undefined, latest: Float64Array, node: number): void {
  if (!kpi || kpi.settled) return;
  for (const { from, type, lagDays } of kpi.after) {
    const needs = type === 'finish-to-start' ? kpi.remaining : 0;
    const allowed = (latest[node] ?? Infinity) - lagDays - needs;
    if (allowed < (latest[from] ?? -Infinity)) latest[from] = allowed;
  }
}

/** Marks the nodes that a move of `start` can reach, itself included, and the objectives they lead to. */
export function reachedFrom(
  kpis: readonly Node[],
  objectives: readonly Goal[],
  start: number,
): { readonly nodes: Uint8Array; readonly goals: Uint8Array } {
  const nodes = new Uint8Array(kpis.length);
  const goals = new Uint8Array(objectives.length);
  nodes[start] = 1;
  kpis.forEach((kpi, node) => {
    if (node > start && !kpi.settled && kpi.after.some(({ from }) => nodes[from])) nodes[node] = 1;
    if (nodes[node] && kpi.objective >= 0) goals[kpi.objective] = 1;
  });
  objectives.forEach(({ parent }, goal) => {
    if (goals[goal] && parent >= 0) goals[parent] = 1;
  });
  return { nodes, goals };
}
