import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/civil-date.ts';
import { planTimeOf } from '../../src/domain/plan-time.ts';
import { dependencyReason } from '../../src/domain/reach-dependency.ts';
import { type ProgressInput, progressOf } from '../../src/domain/reach-progress.ts';
import { pastDueReason } from '../../src/domain/reach-slip.ts';
import { day, reach } from '../support/network-builder.ts';

/** A plan from day 0 to day 40. Figures by hand; day 0 is Monday 2 March 2026. */
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

  it('takes past-due away until the due that a predecessor’s finish moves', () => {
    const reading = { checkIn: 'a', at: 0, date: day(45), value: 99, day: dayOf(day(45)) };
    const pushed = (finishDelay: number) => {
      const imposed = { startDelay: 0, finishDelay, drivenBy: 'P', drivenFinish: day(40) };
      return pastDueReason(progressOf(inputFor({ readings: [reading], imposed })))?.facts['days'] ?? null;
    };
    expect([pushed(0), pushed(10)]).toEqual([5, null]);
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
