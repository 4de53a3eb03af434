import { expect } from 'vitest';
import { evaluatePriced } from '../../src/domain/evaluation-priced.ts';
import { explainKpi } from '../../src/domain/explain/explain-kpi.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { preparePricing } from '../../src/domain/price-prepare.ts';
import { price } from '../../src/domain/price.ts';
import { planRecalibrations } from '../../src/domain/recalibration-plan.ts';
import { setUpFindings } from '../../src/domain/set-up-findings.ts';
import { startTimeline, advance } from '../../src/domain/timeline.ts';
import type { Instant } from '../../src/domain/zoned-time.ts';

const ODD_DAYS = [0, 14, NaN, Infinity, -Infinity, -3, 0.5, 1e308];
const WEEK = 7 * 86_400_000;

/** Everything the rules answer from what was accepted: nothing throws, every number is finite. */
export function everythingFollows(facts: Facts, asOf: Instant): void {
  const evaluation = evaluatePriced(facts, asOf);
  const { kpis, objectives, initiatives } = evaluation;
  // Maps of the rules' own kind: what they hold is looked at, not how.
  expect(notFinite([...kpis.values(), ...objectives.values(), ...initiatives.values()])).toEqual([]);
  const network = preparePricing(facts.portfolio, evaluation);
  for (const { id } of facts.portfolio.kpis) {
    for (const days of ODD_DAYS) expect(notFinite(price(network, id, days))).toEqual([]);
    const told = explainKpi({ facts, evaluation, since: new Map(), kpi: id });
    expect(notFinite({ ...told, kpi: null, price: told?.price.moves })).toEqual([]);
  }
  expect(notFinite(planRecalibrations({ facts, after: evaluation }))).toEqual([]);
  expect(notFinite(setUpFindings(facts.portfolio))).toEqual([]);
  const later = advance(startTimeline(facts, asOf), asOf + 6 * WEEK);
  expect(notFinite([later.facts.recalibrations, later.changes, later.next])).toEqual([]);
}

/** Every number in a value that is none, however deep, with the way to it. */
export function notFinite(value: unknown, path = '$'): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} = ${value}`];
  if (value instanceof Map)
    return [...value].flatMap(([key, one]) => notFinite(one, `${path}.${String(key)}`));
  if (Array.isArray(value)) return value.flatMap((one, n) => notFinite(one, `${path}[${n}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => notFinite(one, `${path}.${key}`));
}
