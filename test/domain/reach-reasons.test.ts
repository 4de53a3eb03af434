import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import { planTimeOf } from '../../src/domain/plan-time.ts';
import { dependencyReason } from '../../src/domain/reach-dependency.ts';
import { type ProgressInput, progressOf } from '../../src/domain/reach-progress.ts';
import type { Reason } from '../../src/domain/status.ts';
import { KPI_ID, factsFrom, momentFrom } from '../support/case-line.ts';
import { day, reach } from '../support/network-builder.ts';

/** What the sentence of each reason is made of. Figures by hand; day 0 is Monday 2 March 2026. */
describe('a reason of a reach KPI rests on', () => {
  const SIX_WEEKS = 'reach 0>120 0..42';
  // On day 8 the plan stands at 120 * 8 / 42 = 22.86; 11 is earned on day 3.85.
  const ON_DAY_8 = { value: 11, date: day(8), plan: 22.86, target: 120, slip: 4.15 };
  // On day 11 it stands at 31.43; 11 is 7.15 days behind.
  const ON_DAY_11 = { value: 11, date: day(11), plan: 31.43, target: 120, slip: 7.15 };

  it.each<[string, string, string, string, Pick<Reason, 'code' | 'status' | 'facts' | 'readings'>]>([
    [
      'the reading, the plan on its day, tolerance, float and room',
      SIX_WEEKS,
      '8=11#a',
      '8',
      {
        code: 'slip',
        status: 'yellow',
        readings: ['a'],
        facts: { ...ON_DAY_8, tolerance: 2.1, float: 0, room: 0 },
      },
    ],
    [
      'the same when nothing is wrong',
      `${SIX_WEEKS} tol=10`,
      '8=11#a',
      '8',
      { code: 'on-plan', status: 'green', readings: ['a'], facts: { ...ON_DAY_8, tolerance: 10 } },
    ],
    [
      'the days after due, and where the last tenth of a point still lies',
      'reach 0>100 0..40',
      '45=99#a',
      '45',
      {
        code: 'past-due',
        status: 'red',
        readings: ['a'],
        // Earned: day 39.6.
        facts: { value: 99, date: day(45), plan: 100, target: 100, slip: 5.4, due: day(40), days: 5 },
      },
    ],
    [
      'the two check-ins without movement, and the stand before them',
      `${SIX_WEEKS} tol=10`,
      '4=11#a 8=11#b 11=11#c',
      '11',
      { code: 'stalled', status: 'yellow', readings: ['b', 'c'], facts: { ...ON_DAY_11, since: day(4) } },
    ],
    [
      'the start where the baseline is the stand before them',
      `${SIX_WEEKS} tol=10`,
      '4=0#a 8=0#b',
      '8',
      {
        code: 'stalled',
        status: 'yellow',
        readings: ['a', 'b'],
        facts: { ...ON_DAY_8, value: 0, slip: 8, since: day(0) },
      },
    ],
    [
      'where the pace leads: 14 days earned in 18 take 50 days to day 64',
      'reach 0>100 0..50 tol=6',
      '12=16#a 18=28#b',
      '18',
      {
        code: 'forecast',
        status: 'yellow',
        readings: ['a', 'b'],
        facts: {
          value: 28,
          date: day(18),
          plan: 36,
          target: 100,
          slip: 4,
          finish: day(64),
          due: day(50),
          plannedDue: day(50),
          daysLate: 14,
          float: 0,
        },
      },
    ],
    [
      'the days it was reached late',
      SIX_WEEKS,
      '44=120#a',
      '44',
      {
        code: 'reached',
        status: 'green',
        readings: ['a'],
        facts: {
          value: 120,
          date: day(44),
          plan: 120,
          target: 120,
          slip: 2,
          tolerance: 2.1,
          due: day(42),
          daysLate: 2,
          ownDaysLate: 2,
        },
      },
    ],
  ])('%s', (_, kpi, events, asOf, reason) => {
    const state = evaluate(factsFrom({ kpi, events }), momentFrom(asOf)).kpis.get(KPI_ID);
    expect(state?.reasons.find(({ code }) => code === reason.code)).toEqual(reason);
  });
});

describe('the reason dependency', () => {
  const START = { holds: 'start', planned: day(0) };
  const FINISH = { holds: 'finish', planned: day(40) };

  it.each([
    [
      10,
      0,
      0,
      'yellow',
      { ...START, shift: 10, possible: day(10), finish: day(50) },
      'a start held by ten days',
    ],
    [
      2,
      0,
      0,
      'green',
      { ...START, shift: 2, possible: day(2), finish: day(42) },
      'the tolerance of two colours nothing',
    ],
    [3, 0, 0, 'yellow', { ...START, shift: 3, possible: day(3), finish: day(43) }, 'more than it does'],
    [10, 0, 10, 'green', { ...START, shift: 10, possible: day(10), finish: day(50) }, 'float covers it'],
    [
      10,
      0,
      9,
      'yellow',
      { ...START, shift: 10, possible: day(10), finish: day(50) },
      'float does not cover it',
    ],
    [0, 10, 0, 'yellow', { ...FINISH, shift: 10, possible: day(50), finish: day(50) }, 'a finish held'],
    [5, 10, 0, 'yellow', { ...FINISH, shift: 10, possible: day(50), finish: day(50) }, 'the larger of both'],
    [10, 5, 0, 'yellow', { ...START, shift: 10, possible: day(10), finish: day(50) }, 'either way'],
    [
      10,
      10,
      0,
      'yellow',
      { ...START, shift: 10, possible: day(10), finish: day(50) },
      'the start where both are equal',
    ],
  ])('pushed by %i/%i with %i days of float is %s', (startDelay, finishDelay, float, status, facts) => {
    const imposed = { startDelay, finishDelay, drivenBy: 'P', drivenFinish: day(9) };
    expect(dependencyReason(progressOf(inputFor({ imposed, float })))).toEqual({
      code: 'dependency',
      status,
      readings: [],
      facts: { ...facts, predecessor: 'P', predecessorFinish: day(9), due: day(40), float },
    });
  });

  it('is not given where nothing is pushed', () => {
    const imposed = { startDelay: 0, finishDelay: 0, drivenBy: 'P', drivenFinish: day(9) };
    expect(dependencyReason(progressOf(inputFor({ imposed })))).toBeNull();
  });
});

function inputFor(more: Partial<ProgressInput>): ProgressInput {
  const imposed = { startDelay: 0, finishDelay: 0, drivenBy: null, drivenFinish: null };
  return {
    kpi: reach('K', [0, 40]),
    readings: [],
    imposed,
    float: 0,
    room: 0,
    time: planTimeOf([]),
    ...more,
  };
}
