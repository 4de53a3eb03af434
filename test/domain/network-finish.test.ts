import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf } from '../../src/domain/civil-date.ts';
import { type Progress, earliestFinish, imposed, remainingDaysAt } from '../../src/domain/network-finish.ts';
import { planTimeOf } from '../../src/domain/plan-time.ts';
import { finishByPaths } from '../support/delay-oracle.ts';
import { day, dependency, reach } from '../support/network-builder.ts';
import { finishesByRules, randomSituation } from '../support/random-standing.ts';

/** Planned from day 20 to day 30. */
const KPI = reach('B', [20, 30]);
const FRESH: Progress = { started: false, reachedOn: null, slipUnshifted: 0, forecastFinish: null };

describe('what predecessors impose', () => {
  it.each([
    ['finish-to-start', 20, 0, 0, 0],
    ['finish-to-start', 25, 0, 5, 0],
    ['finish-to-start', 25, -2, 3, 0],
    ['finish-to-start', 18, 4, 2, 0],
    ['finish-to-finish', 28, 0, 0, 0],
    ['finish-to-finish', 28, 5, 0, 3],
  ] as const)(
    'by %s from day %i with lag %i is %i at the start, %i at the finish',
    (type, finish, lagDays, start, end) => {
      const found = imposed(KPI, [dependency('A', 'B', { type, lagDays })], new Map([['A', day(finish)]]));
      expect(found).toEqual({ startDelay: start, finishDelay: end, drivenBy: start + end > 0 ? 'A' : null });
    },
  );

  it('is driven by the predecessor with the largest delay, the first of equals', () => {
    const before = ['A', 'C', 'D'].map((from) => dependency(from, 'B'));
    const finishes = new Map([
      ['A', day(22)],
      ['C', day(26)],
      ['D', day(26)],
    ]);
    expect(imposed(KPI, before, finishes)).toEqual({ startDelay: 6, finishDelay: 0, drivenBy: 'C' });
  });

  it('leaves out a predecessor without a finish', () => {
    expect(imposed(KPI, [dependency('A', 'B')], new Map()).drivenBy).toBeNull();
  });
});

describe('the earliest finish', () => {
  const finish = (progress: Partial<Progress>, startDelay = 0, asOf = 0, finishDelay = 0): string =>
    earliestFinish({
      kpi: KPI,
      progress: { ...FRESH, ...progress },
      imposed: { startDelay, finishDelay, drivenBy: null },
      asOfDate: day(asOf),
    });

  it('is the planned due when nothing happened', () => expect(finish({})).toBe(day(30)));
  it('is never earlier than planned, also when reached early', () =>
    expect(finish({ reachedOn: day(24) })).toBe(day(30)));
  it('is the day it was reached when late, whatever predecessors do', () =>
    expect(finish({ reachedOn: day(33), slipUnshifted: 9 }, 12, 50)).toBe(day(33)));
  it('adds the slip, a fraction belonging to the day it lies in', () =>
    expect(finish({ slipUnshifted: 4.15 })).toBe(day(34)));
  it('takes 2.99999999 for the third day', () => expect(finish({ slipUnshifted: 2.99999999 })).toBe(day(33)));
  it('is the forecast instead of the slip once given', () =>
    expect(finish({ slipUnshifted: 4, forecastFinish: day(41) })).toBe(day(41)));
  it('moves by the delay at the start when not started', () => expect(finish({}, 5)).toBe(day(35)));
  it('does not add slip and delay', () => expect(finish({ slipUnshifted: 3 }, 5)).toBe(day(35)));
  it('keeps the remaining duration after the predecessor once started', () =>
    expect(finish({ started: true, remainingDays: 4 }, 12)).toBe(day(36)));
  it('keeps the whole duration when nothing is known of the rest', () =>
    expect(finish({ started: true }, 12)).toBe(day(42)));
  it('is asOf when that has passed', () => expect(finish({}, 0, 44)).toBe(day(44)));
  it('moves by what finish-to-finish imposes', () => expect(finish({}, 0, 0, 3)).toBe(day(33)));

  it('equals what naming every path finds, on random networks', () => {
    fc.assert(
      fc.property(randomSituation, (situation) => {
        for (const [id, found] of finishesByRules(situation)) {
          expect(found).toBe(dateOf(finishByPaths(situation.portfolio, id, situation)));
        }
      }),
    );
  });
});

describe('the remaining days', () => {
  it.each([
    [0, [], 10],
    [40, [], 6],
    [100, [], 0],
    [50, [day(22)], 4.5],
  ] as const)('at a value of %i with days off %j are %d', (value, holidays, days) => {
    expect(remainingDaysAt(KPI, value, planTimeOf(holidays))).toBeCloseTo(days, 6);
  });
});
