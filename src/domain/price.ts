import { type DayNumber, dateOf } from './civil-date.ts';
import type { KpiId } from './portfolio.ts';
import { lossAt, roundHalfUp } from './price-loss.ts';
import type { PricedKeep, PricedKpi, PricedObjective, PricingNetwork } from './price-network.ts';
import { forwardPass, objectiveDates, reachedFrom } from './price-pass.ts';
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
  const node = network.kpis.findIndex(({ id }) => id === kpi);
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
  const { kpis, objectives } = network;
  const { id, owner, room } = kpis[node] as PricedKpi;
  const finish = finishesWith(network, node, days);
  const dates = objectiveDates(kpis, objectives, finish);
  const moves = [...kpiMoves(network, node, finish), ...objectiveMoves(network, dates)];
  const reached = reachedFrom(kpis, objectives, node).goals;
  const priced = objectives.filter(({ profile }, goal) => reached[goal] && profile.kind !== 'none');
  const lost = priced.reduce((sum, { profile, due, date }) => sum + lossAt(profile, due, date), 0);
  const extra = objectives.reduce((sum, objective, goal) => sum + extraLoss(objective, dates[goal]), 0);
  return {
    kpi: id,
    days,
    moves,
    cost: priced.length === 0 ? null : roundHalfUp(extra),
    owners: [...new Set([owner, ...moves.map((move) => move.owner)])],
    room,
    used: Math.min(days, room),
    alreadyLost: roundHalfUp(lost),
  };
}

/** The forward pass with the delay; whatever stands before the KPI stays where it is. */
function finishesWith({ kpis }: PricingNetwork, node: number, days: number): Float64Array {
  const own = Float64Array.from(kpis, (kpi) => kpi.finish);
  own[node] = (own[node] ?? 0) + days;
  return forwardPass(kpis, own, node + 1);
}

function kpiMoves({ kpis }: PricingNetwork, delayed: number, finish: Float64Array): readonly Move[] {
  return kpis.flatMap(({ id, owner, finish: from }, node): Move[] => {
    const to = finish[node] ?? from;
    if (node === delayed || to <= from) return [];
    return [{ id, kind: 'kpi', owner, from: dateOf(from), to: dateOf(to), cost: null }];
  });
}

function objectiveMoves({ objectives }: PricingNetwork, dates: Float64Array): readonly Move[] {
  return objectives.flatMap((objective, goal): Move[] => {
    const { id, owner, date: from, profile } = objective;
    const to = dates[goal] ?? from;
    if (to <= from) return [];
    const cost = profile.kind === 'none' ? null : roundHalfUp(extraLoss(objective, to));
    return [{ id, kind: 'objective', owner, from: dateOf(from), to: dateOf(to), cost }];
  });
}

function extraLoss({ profile, due, date }: PricedObjective, to: DayNumber | undefined): number {
  return to === undefined || to <= date ? 0 : lossAt(profile, due, to) - lossAt(profile, due, date);
}
