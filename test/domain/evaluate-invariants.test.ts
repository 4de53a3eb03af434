import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/civil-date.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { Kpi } from '../../src/domain/portfolio.ts';
import { type Evaluation, rankOf } from '../../src/domain/status.ts';
import { momentFrom } from '../support/case-line.ts';
import { SPAN_DAYS, randomFacts } from '../support/random-facts.ts';
import { everyCheckIn, logOf } from '../../src/domain/check-in-log.ts';

const RUNS = { numRuns: 60, seed: 7 };
const WEEK = 7 * 86_400_000;
const moment = fc.integer({ min: 0, max: SPAN_DAYS }).map((n) => momentFrom(`${n}@12:00`));

function ranks({ kpis }: Evaluation): readonly number[] {
  return [...kpis.values()].map(({ status }) => rankOf(status));
}

describe('the rules', () => {
  it('never make a status better for an early warning', () => {
    fc.assert(
      fc.property(randomFacts(), moment, fc.nat(), (facts, asOf, pick) => {
        const at = facts.checkIns.count === 0 ? -1 : pick % facts.checkIns.count;
        const warned = everyCheckIn(facts.checkIns).map((one, nth) =>
          nth === at ? { ...one, earlyWarning: { slipDays: 60, because: 'reasons' } } : one,
        );
        const unwarned = everyCheckIn(facts.checkIns).map((one) => ({
          ...one,
          earlyWarning: { slipDays: 0, because: '' },
        }));
        const without = evaluate({ ...facts, checkIns: logOf(unwarned) }, asOf);
        const withIt = evaluate({ ...facts, checkIns: logOf(warned) }, asOf);
        ranks(withIt).forEach((rank, nth) => expect(rank).toBeGreaterThanOrEqual(ranks(without)[nth] ?? 0));
      }),
      RUNS,
    );
  });

  it('never make a status better for a lower last reading of a reach KPI', () => {
    fc.assert(
      fc.property(randomFacts(), moment, fc.integer({ min: 1, max: 60 }), (facts, asOf, less) => {
        const apart = { ...facts, portfolio: { ...facts.portfolio, dependencies: [] } };
        const last = everyCheckIn(apart.checkIns).findLast(({ kpi, at }) => kpi === 'A' && at <= asOf);
        const checkIns = everyCheckIn(apart.checkIns).map((one) =>
          one === last ? { ...one, value: one.value - less } : one,
        );
        const [good, bad] = [evaluate(apart, asOf), evaluate({ ...apart, checkIns: logOf(checkIns) }, asOf)];
        expect(ranks(bad)[0]).toBeGreaterThanOrEqual(ranks(good)[0] ?? 0);
      }),
      RUNS,
    );
  });

  it('do not care about the order in which different KPIs report', () => {
    fc.assert(
      fc.property(randomFacts(), moment, (facts, asOf) => {
        const byKpi = everyCheckIn(facts.checkIns).toSorted((a, b) =>
          a.kpi < b.kpi ? 1 : a.kpi > b.kpi ? -1 : 0,
        );
        expect(evaluate({ ...facts, checkIns: logOf(byKpi) }, asOf)).toEqual(evaluate(facts, asOf));
      }),
      RUNS,
    );
  });

  it('say a week later what they say today when everything is a week later', () => {
    fc.assert(
      fc.property(randomFacts({ zones: ['UTC'] }), moment, (facts, asOf) => {
        // Month ends do not shift by weeks.
        const kpis = facts.portfolio.kpis.map((kpi) => ({
          ...kpi,
          cadence: { every: 'week', on: ['friday'] } as const,
        }));
        const weekly = { ...facts, portfolio: { ...facts.portfolio, kpis } };
        const [now, later] = [evaluate(weekly, asOf), evaluate(shifted(weekly), asOf + WEEK)];
        for (const [id, state] of now.kpis) {
          const moved = later.kpis.get(id);
          expect([moved?.status, moved?.slip, moved?.floatLeft]).toEqual([
            state.status,
            state.slip,
            state.floatLeft,
          ]);
          expect(moved?.reviewAt).toBe(state.reviewAt === null ? null : state.reviewAt + WEEK);
        }
      }),
      RUNS,
    );
  });

  it('know nothing of what is accepted later', () => {
    fc.assert(
      fc.property(randomFacts(), moment, (facts, asOf) => {
        const known = {
          ...facts,
          checkIns: logOf(everyCheckIn(facts.checkIns).filter(({ at }) => at <= asOf)),
        };
        expect(evaluate(known, asOf)).toEqual(evaluate(facts, asOf));
      }),
      RUNS,
    );
  });

  it('never hide a child that is not green from its parents', () => {
    fc.assert(
      fc.property(randomFacts(), moment, (facts, asOf) => {
        const { kpis, objectives } = evaluate(facts, asOf);
        const worst = Math.max(...[...kpis.values()].map(({ status }) => rankOf(status)));
        const root = objectives.get('O');
        expect(rankOf(root?.status ?? 'green')).toBe(worst);
        expect(root?.decidedBy === null).toBe(worst === 0);
      }),
      RUNS,
    );
  });

  it('neither throw nor return NaN, whatever comes in', () => {
    const odd = fc.constantFrom(0, -0, -1, 1e-9, 1e9, -1e9, Number.NaN, Infinity, 99.995);
    fc.assert(
      fc.property(randomFacts(), moment, fc.array(odd, { minLength: 40 }), (facts, asOf, values) => {
        const checkIns = everyCheckIn(facts.checkIns).map((one, nth) => ({
          ...one,
          value: values[nth % values.length] ?? 0,
        }));
        const text = JSON.stringify(
          [...evaluate({ ...facts, checkIns: logOf(checkIns) }, asOf).kpis.values()],
          (key, value: unknown) => {
            if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${key} is ${value}`);
            return value;
          },
        );
        expect(text).not.toContain('Invalid');
      }),
      RUNS,
    );
  });
});

function shifted(facts: Facts): Facts {
  const { portfolio } = facts;
  const later = (date: string): string => addDays(date, 7);
  const planLater = (kpi: Kpi): Kpi => {
    const plan = { ...kpi.plan, start: later(kpi.plan.start), due: later(kpi.plan.due) };
    return { ...kpi, plan, revisions: [{ revision: 1, at: 0, plan }] } as Kpi;
  };
  return {
    ...facts,
    portfolio: {
      ...portfolio,
      kpis: portfolio.kpis.map(planLater),
      objectives: portfolio.objectives.map((one) => ({ ...one, due: later(one.due) })),
      holidays: portfolio.holidays.map(later),
    },
    checkIns: logOf(
      everyCheckIn(facts.checkIns).map(({ waitingOn, ...one }) => ({
        ...one,
        at: one.at + WEEK,
        date: later(one.date),
        ...(waitingOn && {
          waitingOn: { ...waitingOn, since: later(waitingOn.since), expectedBy: later(waitingOn.expectedBy) },
        }),
      })),
    ),
  };
}
