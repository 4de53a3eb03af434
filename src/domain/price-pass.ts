import type { DayNumber } from './civil-date.ts';
import type { PriceLinks, PriceStanding } from './price-figures.ts';

/** The network with how its KPIs stand, whatever their finishes. */
export interface Passable extends PriceStanding {
  readonly links: PriceLinks;
}

/** The forward pass: each finish is the later of `own` and what predecessors allow. In place. DESIGN.md 3.6. */
export function forwardPass(network: Passable, own: Float64Array, first = 0): Float64Array {
  const { settled } = network;
  const finishOf = (node: number): DayNumber => own[node] ?? -Infinity;
  for (let node = first; node < own.length; node += 1) {
    if (settled[node]) continue;
    const allowed = allowedBy(network, finishOf, node);
    if (allowed > (own[node] as number)) own[node] = allowed;
  }
  return own;
}

/** What predecessors allow one KPI, given their finishes. */
export function allowedBy(
  { links, remaining }: Passable,
  finishOf: (node: number) => DayNumber,
  node: number,
): DayNumber {
  const { first, at, lag, holdsStart } = links.before;
  const left = remaining[node] as number;
  const last = first[node + 1] as number;
  let allowed = -Infinity;
  for (let edge = first[node] as number; edge < last; edge += 1) {
    const day = finishOf(at[edge] as number) + (lag[edge] as number) + (holdsStart[edge] ? left : 0);
    if (day > allowed) allowed = day;
  }
  return allowed;
}

/** Where each objective ends: the latest of its due, its KPIs' finishes and its sub-objectives. */
export function objectiveDates({ objective, parent, due }: PriceLinks, finish: Float64Array): Float64Array {
  const dates = due.slice();
  for (let node = 0; node < finish.length; node += 1) {
    const goal = objective[node] as number;
    if (goal >= 0 && (finish[node] as number) > (dates[goal] as number)) dates[goal] = finish[node] as number;
  }
  for (let goal = 0; goal < dates.length; goal += 1) {
    const above = parent[goal] as number;
    if (above >= 0 && (dates[goal] as number) > (dates[above] as number))
      dates[above] = dates[goal] as number;
  }
  return dates;
}

/** The backward pass: how late each KPI may finish so that no objective ends after its limit. */
export function backwardPass(network: Passable, limits: Float64Array): Float64Array {
  const { links, settled } = network;
  const goals = limits.slice();
  for (let goal = goals.length - 1; goal >= 0; goal -= 1) {
    const above = links.parent[goal] as number;
    if (above >= 0 && (goals[above] as number) < (goals[goal] as number))
      goals[goal] = goals[above] as number;
  }
  // Filled by hand: ranges of prices come here ten thousand times.
  const latest = new Float64Array(links.objective.length).fill(Infinity);
  for (let node = 0; node < latest.length; node += 1) {
    const goal = links.objective[node] as number;
    if (goal >= 0) latest[node] = goals[goal] as number;
  }
  for (let node = latest.length - 1; node >= 0; node -= 1) {
    if (!settled[node]) lowerPredecessors(network, latest, node);
  }
  return latest;
}

function lowerPredecessors({ links, remaining }: Passable, latest: Float64Array, node: number): void {
  const { first, at, lag, holdsStart } = links.before;
  const left = remaining[node] as number;
  const last = first[node + 1] as number;
  for (let edge = first[node] as number; edge < last; edge += 1) {
    const before = at[edge] as number;
    const allowed = (latest[node] as number) - (lag[edge] as number) - (holdsStart[edge] ? left : 0);
    if (before >= 0 && allowed < (latest[before] as number)) latest[before] = allowed;
  }
}

/** 1 for each KPI from which one of the marked objectives can be reached, near or far. */
export function leadingTo({ links, settled }: Passable, marked: Uint8Array): Uint8Array {
  const goals = Uint8Array.from(marked);
  for (let goal = goals.length - 1; goal >= 0; goal -= 1) {
    const above = links.parent[goal] as number;
    if (above >= 0 && goals[above]) goals[goal] = 1;
  }
  const leads = Uint8Array.from(links.objective, (goal) => (goal >= 0 ? (goals[goal] as number) : 0));
  const { first, at } = links.before;
  for (let node = leads.length - 1; node >= 0; node -= 1) {
    if (!leads[node] || settled[node]) continue;
    for (let edge = first[node] as number; edge < (first[node + 1] as number); edge += 1) {
      const before = at[edge] as number;
      if (before >= 0) leads[before] = 1;
    }
  }
  return leads;
}
