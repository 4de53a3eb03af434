import { type DayNumber, dateOf } from './civil-date.ts';
import type { KpiId, MinorUnits } from './portfolio.ts';
import { lossAt, roundHalfUp } from './price-loss.ts';
import type { PricedKeep, PricedKpi, PricedObjective, PricingNetwork } from './price-network.ts';
import { figuresOf, nodeOf } from './price-figures.ts';
import { type Spread, goalsAfter, spreadOf } from './price-spread.ts';
import type { Move, Price } from './status.ts';

/** A century: dates stay dates whatever is typed. */
const MOST_DAYS = 36_500;

/**
 * What `days` more on a KPI cost (DESIGN.md 3.7): the forward pass with and without them, and per objective
 * cost(with) − cost(without), rounded half up once at the end. A keep KPI costs its weeks of breach. Days are whole
 * calendar days, at least 0. An unknown KPI has no price. Never throws.
 */
export function price(network: PricingNetwork, kpi: KpiId, days: number): Price {
  const whole = Number.isNaN(days) ? 0 : Math.floor(Math.min(MOST_DAYS, Math.max(0, days)));
  const node = nodeOf(network, kpi);
  if (node >= 0) return reachPrice(network, node, whole);
  const keep = network.keeps.find(({ id }) => id === kpi);
  return keep ? keepPrice(keep, whole) : { ...NO_PRICE, kpi, days: whole };
}

const NO_PRICE = { moves: [], cost: null, owners: [], room: 0, used: 0, alreadyLost: 0 } as const;

function keepPrice({ id, owner, breachPerWeek }: PricedKeep, days: number): Price {
  const cost = breachPerWeek === null ? null : roundHalfUp((breachPerWeek * days) / 7);
  return { ...NO_PRICE, kpi: id, days, cost, owners: [owner] };
}

function reachPrice(network: PricingNetwork, node: number, days: number): Price {
  const { id, owner, room } = network.kpis[node] as PricedKpi;
  const figures = figuresOf(network);
  const spread = spreadOf(figures, node, days);
  const moves = [...kpiMoves(network, node, spread), ...objectiveMoves(network, spread)];
  const goals = goalsAfter(figures, node).flatMap((goal) => network.objectives[goal] ?? []);
  const priced = goals.filter(({ profile }) => profile.kind !== 'none');
  const lost = priced.reduce((sum, { profile, due, date }) => sum + lossAt(profile, due, date), 0);
  return {
    kpi: id,
    days,
    moves,
    cost: priced.length === 0 ? null : costOf(network.objectives, spread),
    owners: [...new Set([owner, ...moves.map((move) => move.owner)])],
    room,
    used: Math.min(days, room),
    alreadyLost: roundHalfUp(lost),
  };
}

/** What a delay costs, given how far it reaches: per objective cost(with) − cost(without), rounded once at the end. */
export function costOf(objectives: readonly PricedObjective[], { dates }: Spread): MinorUnits {
  let extra = 0;
  for (const [goal, to] of dates) extra += extraLoss(objectives[goal] as PricedObjective, to);
  return roundHalfUp(extra);
}

function kpiMoves({ kpis }: PricingNetwork, delayed: number, { finishes }: Spread): readonly Move[] {
  return [...finishes].flatMap(([node, to]): Move[] => {
    const { id, owner, finish: from } = kpis[node] as PricedKpi;
    if (node === delayed || to <= from) return [];
    return [{ id, kind: 'kpi', owner, from: dateOf(from), to: dateOf(to), cost: null }];
  });
}

function objectiveMoves({ objectives }: PricingNetwork, { dates }: Spread): readonly Move[] {
  return [...dates].flatMap(([goal, to]): Move[] => {
    const objective = objectives[goal] as PricedObjective;
    const { id, owner, date: from, profile } = objective;
    if (to <= from) return [];
    const cost = profile.kind === 'none' ? null : roundHalfUp(extraLoss(objective, to));
    return [{ id, kind: 'objective', owner, from: dateOf(from), to: dateOf(to), cost }];
  });
}

function extraLoss({ profile, due, date }: PricedObjective, to: DayNumber): number {
  return to <= date ? 0 : lossAt(profile, due, to) - lossAt(profile, due, date);
}
