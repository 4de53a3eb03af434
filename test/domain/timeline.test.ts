import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluatePriced } from '../../src/domain/evaluation-priced.ts';
import { needsRecalibration } from '../../src/domain/recalibration-need.ts';
import { coversAt } from '../../src/domain/recalibration-cover.ts';
import { planRecalibrations } from '../../src/domain/recalibration-plan.ts';
import { isOpen } from '../../src/domain/recalibration.ts';
import { type TimelineState, accept, advance, startTimeline, timeOf } from '../../src/domain/timeline.ts';
import type { Instant } from '../../src/domain/zoned-time.ts';
import { type History, momentOn, randomHistory } from '../support/random-history.ts';
import { noFacts } from '../../src/domain/facts.ts';

const RUNS = { numRuns: 15, endOnFailure: true };
const stops = fc.array(
  fc.record({ on: fc.integer({ min: 0, max: 79 }), minutes: fc.integer({ min: 0, max: 1439 }) }),
  {
    maxLength: 8,
  },
);

function begin({ portfolio, start }: History): TimelineState {
  return startTimeline(noFacts(portfolio), start);
}

/** Runs a history, stopping on the way; `look` sees every stop. */
function run(
  history: History,
  stopAt: readonly Instant[],
  look: (state: TimelineState) => void = () => {},
): TimelineState {
  let state = begin(history);
  const moments = [
    ...history.events.map((event) => ({ at: timeOf(event), event })),
    ...stopAt.map((at) => ({ at, event: null })),
  ].toSorted((a, b) => a.at - b.at || (a.event ? -1 : 1) - (b.event ? -1 : 1));
  for (const { at, event } of moments) {
    const next = event ? accept(state, event) : null;
    state = next === null ? advance(state, at) : next.ok ? next.value : state;
    look(state);
  }
  return advance(state, history.end);
}

function outcome({ facts, transitions, since, changes }: TimelineState): unknown {
  return { recalibrations: facts.recalibrations, transitions, since: [...since], changes };
}

describe('a timeline', { timeout: 60_000 }, () => {
  it('gives the same result wherever a run is split', () => {
    fc.assert(
      fc.property(randomHistory, stops, (history, where) => {
        const stopAt = where.map(({ on, minutes }) => momentOn(history.portfolio, on, minutes));
        expect(outcome(run(history, stopAt))).toEqual(outcome(run(history, [])));
      }),
      RUNS,
    );
  });

  it('has nothing left to plan at any moment it stops at', () => {
    fc.assert(
      fc.property(randomHistory, stops, (history, where) => {
        const stopAt = where.map(({ on, minutes }) => momentOn(history.portfolio, on, minutes));
        run(history, stopAt, ({ facts, now }) => {
          const after = evaluatePriced(facts, now);
          expect(planRecalibrations({ facts, after })).toEqual([]);
        });
      }),
      RUNS,
    );
  });

  it('leaves no yellow, red or long-silent KPI without an open or covering recalibration', () => {
    fc.assert(
      fc.property(randomHistory, stops, (history, where) => {
        const stopAt = where.map(({ on, minutes }) => momentOn(history.portfolio, on, minutes));
        run(history, stopAt, ({ facts, now }) => {
          const after = evaluatePriced(facts, now);
          const open = new Set(facts.recalibrations.filter(isOpen).flatMap(({ covers }) => covers));
          for (const state of after.kpis.values()) {
            if (!needsRecalibration(state, after) || open.has(state.kpi)) continue;
            expect({ kpi: state.kpi, cover: coversAt(facts.recalibrations, now)(state) }).toMatchObject({
              cover: expect.anything() as unknown,
            });
          }
        });
      }),
      RUNS,
    );
  });

  it('knows every status at every moment from its transitions', () => {
    fc.assert(
      fc.property(randomHistory, stops, (history, where) => {
        const stopAt = where.map(({ on, minutes }) => momentOn(history.portfolio, on, minutes));
        run(history, stopAt, ({ facts, now, transitions }) => {
          for (const [id, { status }] of evaluatePriced(facts, now).kpis) {
            const last = transitions.findLast((one) => one.kind === 'kpi' && one.id === id);
            expect({ id, status: last?.to ?? 'green' }).toEqual({ id, status });
          }
        });
      }),
      RUNS,
    );
  });

  it('opens one recalibration a cause, with its owner and decision maker, at most eight required, nobody twice', () => {
    fc.assert(
      fc.property(randomHistory, (history) => {
        const { facts } = run(history, []);
        const open = facts.recalibrations.filter(isOpen);
        expect(new Set(open.map(({ cause }) => cause)).size).toBe(open.length);
        expect(new Set(open.flatMap(({ covers }) => covers)).size).toBe(
          open.flatMap(({ covers }) => covers).length,
        );
        for (const one of facts.recalibrations) {
          const owner = history.portfolio.kpis.find(({ id }) => id === one.cause)?.owner;
          expect(one.required).toContain(owner);
          expect(one.required).toContain(one.decisionMaker);
          expect(one.required.length).toBeLessThanOrEqual(8);
          expect(new Set([...one.required, ...one.optional]).size).toBe(
            one.required.length + one.optional.length,
          );
          expect(one.deadline).toBeGreaterThan(one.openedAt);
        }
      }),
      RUNS,
    );
  });
});
