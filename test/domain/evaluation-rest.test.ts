import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withCheckIn } from '../../src/domain/check-in-log.ts';
import { evaluatePriced } from '../../src/domain/evaluation-priced.ts';
import { noFacts } from '../../src/domain/facts.ts';
import { pricingOf } from '../../src/domain/pricing-of.ts';
import type { Evaluation } from '../../src/domain/status.ts';
import { lendingPortfolio } from '../support/lending.ts';
import { randomSteps } from '../support/random-steps.ts';

const HOUR = 3_600_000;
const TUESDAY = Date.parse('2026-03-10T08:00:00Z');

function told({ asOf, kpis, initiatives, objectives, reviewAt }: Evaluation): unknown {
  return { asOf, reviewAt, kpis: [...kpis], initiatives: [...initiatives], objectives: [...objectives] };
}

describe('an evaluation of the same facts a little later', { timeout: 120_000 }, () => {
  it('says what one from scratch says, hour by hour', () => {
    const hours = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(randomSteps, hours, (steps, gaps) => {
        const { facts, asOf } = steps.at(-1) ?? { facts: noFacts(lendingPortfolio()), asOf: TUESDAY };
        let [at, evaluation] = [asOf, evaluatePriced(facts, asOf)];
        for (const gap of gaps) {
          at += gap * HOUR;
          evaluation = evaluatePriced(facts, at, evaluation);
          expect(told(evaluation)).toEqual(told(evaluatePriced(facts, at)));
        }
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('is the earlier one with another moment while nothing moves, and lays out its prices once', () => {
    const facts = noFacts(lendingPortfolio());
    const before = evaluatePriced(facts, TUESDAY);
    const later = evaluatePriced({ ...facts }, TUESDAY + HOUR, before);
    expect(later.asOf).toBe(TUESDAY + HOUR);
    expect(later.kpis).toBe(before.kpis);
    expect(pricingOf(facts.portfolio, later)).toBe(pricingOf(facts.portfolio, before));
  });

  it('is worked out anew once a day begins or something is reported', () => {
    const facts = noFacts(lendingPortfolio());
    const before = evaluatePriced(facts, TUESDAY);
    const [kpi] = facts.portfolio.kpis;
    const checkIn = { id: '1', kpi: kpi?.id ?? '', at: TUESDAY, date: '2026-03-10', value: 1 };
    const more = { ...facts, checkIns: withCheckIn(facts.checkIns, checkIn) };
    const [tomorrow, reported] = [
      evaluatePriced(facts, TUESDAY + 24 * HOUR, before),
      evaluatePriced(more, TUESDAY + HOUR, before),
    ];
    expect(tomorrow.kpis).not.toBe(before.kpis);
    expect(pricingOf(facts.portfolio, tomorrow).asOf).toBe(
      (pricingOf(facts.portfolio, before).asOf ?? 0) + 1,
    );
    expect(reported.kpis).not.toBe(before.kpis);
  });
});
