import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInsOf, withCheckIn } from '../../src/domain/check-in-log.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { evaluatePriced, pricesOf } from '../../src/domain/evaluation-priced.ts';
import { PRICED_DAYS } from '../../src/domain/evaluation-prices.ts';
import { preparePricing } from '../../src/domain/price-prepare.ts';
import { price } from '../../src/domain/price.ts';
import type { Evaluation } from '../../src/domain/status.ts';
import { accept, advance, startTimeline, timeOf } from '../../src/domain/timeline.ts';
import { noFacts } from '../../src/domain/facts.ts';
import { randomHistory } from '../support/random-history.ts';
import { randomSteps } from '../support/random-steps.ts';

const RUNS = { numRuns: 150, endOnFailure: true };

/** Everything an evaluation says, in lists. */
function told({ asOf, kpis, initiatives, objectives, reviewAt }: Evaluation): unknown {
  return { asOf, reviewAt, kpis: [...kpis], initiatives: [...initiatives], objectives: [...objectives] };
}

describe('an evaluation that goes on from an earlier one', { timeout: 120_000 }, () => {
  it('says what one from scratch says, after any history', () => {
    fc.assert(
      fc.property(randomSteps, (steps) => {
        let [priced, plain]: (Evaluation | undefined)[] = [];
        for (const { facts, asOf } of steps) {
          priced = evaluatePriced(facts, asOf, priced);
          plain = evaluate(facts, asOf, { before: plain });
          expect(told(priced)).toEqual(told(evaluatePriced(facts, asOf)));
          expect(told(plain)).toEqual(told(evaluate(facts, asOf)));
        }
      }),
      RUNS,
    );
  });

  it('leaves the earlier one as it was, and several may go on from it', () => {
    fc.assert(
      fc.property(randomSteps, fc.nat(100), (steps, value) => {
        const [first, second] = [steps[0], steps.at(-1)];
        if (!first || !second) return;
        const before = evaluatePriced(first.facts, first.asOf);
        const then = structuredClone(told(before));
        for (const { id } of first.facts.portfolio.kpis) {
          const known = checkInsOf(first.facts.checkIns, id);
          const tried = {
            id: 'tried',
            kpi: id,
            at: first.asOf,
            date: known.at(-1)?.date ?? '2026-03-02',
            value,
          };
          const facts = { ...first.facts, checkIns: withCheckIn(first.facts.checkIns, tried) };
          const dry = evaluatePriced(facts, first.asOf, before);
          expect(told(dry)).toEqual(told(evaluatePriced(facts, first.asOf)));
        }
        expect(told(before)).toEqual(then);
        expect(told(evaluatePriced(second.facts, second.asOf, before))).toEqual(
          told(evaluatePriced(second.facts, second.asOf)),
        );
      }),
      { ...RUNS, numRuns: 50 },
    );
  });

  it('says the same along a timeline, with recalibrations on the way, and prices as the network does', () => {
    fc.assert(
      fc.property(randomHistory, (history) => {
        let state = startTimeline(noFacts(history.portfolio), history.start);
        const look = (asOf: number): void => {
          const { facts, evaluation } = state;
          const after = evaluatePriced(facts, asOf, evaluation);
          expect(told(after)).toEqual(told(evaluatePriced(facts, asOf)));
          const network = preparePricing(facts.portfolio, after);
          for (const id of after.kpis.keys()) {
            expect(pricesOf(facts, after)(id)).toBe(price(network, id, PRICED_DAYS).cost);
          }
        };
        for (const event of history.events) {
          const next = accept(state, event);
          if (next.ok) state = next.value;
          look(Math.max(state.now, timeOf(event)));
        }
        state = advance(state, history.end);
        look(state.now);
      }),
      { ...RUNS, numRuns: 60 },
    );
  });

  it('keeps what did not change as the same objects', () => {
    fc.assert(
      fc.property(randomSteps, (steps) => {
        const last = steps.at(-1);
        if (!last) return;
        const before = evaluatePriced(last.facts, last.asOf);
        const again = evaluatePriced({ ...last.facts }, last.asOf, before);
        for (const [id, state] of again.kpis) expect(state).toBe(before.kpis.get(id));
        for (const [id, state] of again.objectives) expect(state).toBe(before.objectives.get(id));
      }),
      { ...RUNS, numRuns: 30 },
    );
  });
});
