import type { DayNumber } from './civil-date.ts';
import type { KpiId } from './portfolio.ts';
import type { PricedKpi, PricingNetwork } from './price-network.ts';

/** How far a delay of one KPI reaches, and the dates it leads to; by position in the network, ascending. */
export interface Spread {
  /** The delayed KPI and all that it can move: its finish with the delay. */
  readonly finishes: ReadonlyMap<number, DayNumber>;
  /** The objectives it can move: their dates with the delay. */
  readonly dates: ReadonlyMap<number, DayNumber>;
}

/** The forward pass with a delay (DESIGN.md 3.6, 3.7), over what the delay can reach alone: prices are asked often. */
export function spreadOf(network: PricingNetwork, node: number, days: number): Spread {
  const finishes = finishesFrom(network, node, days);
  return { finishes, dates: datesWith(network, finishes) };
}

/** The position of a reach KPI; -1 where it is none. */
export function nodeOf(network: PricingNetwork, kpi: KpiId): number {
  return linksOf(network).nodeOf.get(kpi) ?? -1;
}

function finishesFrom(network: PricingNetwork, node: number, days: number): ReadonlyMap<number, DayNumber> {
  const { kpis } = network;
  const finishes = new Map<number, DayNumber>();
  for (const reached of reachedFrom(network, node)) {
    const kpi = kpis[reached] as PricedKpi;
    const own = reached === node ? kpi.finish + days : Math.max(kpi.finish, allowed(kpi, kpis, finishes));
    finishes.set(reached, own);
  }
  return finishes;
}

function reachedFrom(network: PricingNetwork, node: number): readonly number[] {
  const { followers } = linksOf(network);
  const reached = new Set([node]);
  for (const at of reached) for (const next of followers[at] ?? []) reached.add(next);
  return [...reached].sort((a, b) => a - b);
}

function allowed(
  { after, remaining }: PricedKpi,
  kpis: readonly PricedKpi[],
  finishes: ReadonlyMap<number, DayNumber>,
): DayNumber {
  const allowances = after.map(({ from, type, lagDays }) => {
    const finish = finishes.get(from) ?? kpis[from]?.finish ?? -Infinity;
    return finish + lagDays + (type === 'finish-to-start' ? remaining : 0);
  });
  return Math.max(...allowances);
}

/** Sub-objectives stand before their parents, so each is complete when it raises its parent. */
function datesWith(
  { kpis, objectives }: PricingNetwork,
  finishes: ReadonlyMap<number, DayNumber>,
): ReadonlyMap<number, DayNumber> {
  const dates = new Map<number, DayNumber>();
  const raise = (goal: number, date: DayNumber): void => {
    const before = dates.get(goal) ?? objectives[goal]?.date;
    if (before !== undefined) dates.set(goal, Math.max(before, date));
  };
  for (const [node, finish] of finishes) raise(kpis[node]?.objective ?? -1, finish);
  for (let goal = 0; goal < objectives.length; goal += 1) {
    const date = dates.get(goal);
    if (date !== undefined) raise(objectives[goal]?.parent ?? -1, date);
  }
  return new Map([...dates].sort(([a], [b]) => a - b));
}

interface Links {
  readonly nodeOf: ReadonlyMap<KpiId, number>;
  /** Those that a KPI can move: reached ones move no more. */
  readonly followers: readonly (readonly number[])[];
}

/** A network is plain JSON and knows predecessors only; the other way round is laid out once for all its prices. */
const known = new WeakMap<PricingNetwork, Links>();

function linksOf(network: PricingNetwork): Links {
  const found = known.get(network) ?? layOut(network);
  known.set(network, found);
  return found;
}

function layOut({ kpis }: PricingNetwork): Links {
  const followers: number[][] = kpis.map(() => []);
  for (const [node, { after, settled }] of kpis.entries()) {
    if (!settled) for (const { from } of after) followers[from]?.push(node);
  }
  return { nodeOf: new Map(kpis.map(({ id }, node) => [id, node])), followers };
}
