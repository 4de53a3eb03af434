import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckIn } from '../../src/domain/check-in.ts';
import { dateOf } from '../../src/domain/civil-date.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { type Facts, factsFrom } from '../../src/domain/facts.ts';
import { preparePricing } from '../../src/domain/price-prepare.ts';
import { price } from '../../src/domain/price.ts';
import { day } from '../support/network-builder.ts';
import { randomPortfolio } from '../support/random-network.ts';

const noon = (on: number): number => Date.parse(`${day(on)}T12:00:00Z`);

const readings = fc.array(fc.record({ of: fc.nat(11), on: fc.nat(60), gain: fc.nat(40) }), { maxLength: 30 });

/** A random portfolio with rising readings of some KPIs, and a moment after the last of them. */
const randomFacts: fc.Arbitrary<{ facts: Facts; asOf: number }> = fc
  .record({ portfolio: randomPortfolio, readings, holidays: fc.uniqueArray(fc.nat(60), { maxLength: 5 }) })
  .map(({ portfolio, readings: drawn, holidays }) => {
    const sums = new Map<string, number>();
    const checkIns = drawn
      .toSorted((a, b) => a.on - b.on)
      .map(({ of, on, gain }, i): CheckIn => {
        const kpi = portfolio.kpis[of % portfolio.kpis.length]?.id ?? '';
        sums.set(kpi, (sums.get(kpi) ?? 0) + gain);
        return { id: `c${i}`, kpi, at: noon(on) + i, date: day(on), value: sums.get(kpi) ?? 0 };
      });
    const last = drawn.reduce((latest, { on }) => Math.max(latest, on), 0);
    const facts = factsFrom({
      portfolio: { ...portfolio, holidays: holidays.map(day) },
      checkIns,
      decisions: [],
      recalibrations: [],
    });
    return { facts, asOf: noon(last + 1) };
  });

describe('prices on evaluated facts', () => {
  it('start from the finishes that the statuses are built on', () => {
    fc.assert(
      fc.property(randomFacts, ({ facts, asOf }) => {
        const evaluation = evaluate(facts, asOf);
        for (const { id, finish } of preparePricing(facts.portfolio, evaluation).kpis) {
          expect(dateOf(finish)).toBe(evaluation.kpis.get(id)?.earliestFinish);
        }
      }),
    );
  });

  it('name only what moves, in whole minor units', () => {
    fc.assert(
      fc.property(randomFacts, fc.nat(), fc.nat(30), ({ facts, asOf }, at, days) => {
        const network = preparePricing(facts.portfolio, evaluate(facts, asOf));
        const kpi = network.kpis[at % network.kpis.length]?.id ?? '';
        const { moves, cost } = price(network, kpi, days);
        expect(cost === null || Number.isSafeInteger(cost)).toBe(true);
        for (const move of moves) expect(move.to > move.from).toBe(true);
      }),
    );
  });
});
