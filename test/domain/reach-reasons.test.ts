import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { KpiState, Reason } from '../../src/domain/status.ts';
import { KPI_ID, factsFrom, momentFrom } from '../support/case-line.ts';
import { day } from '../support/network-builder.ts';

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
      '4=8 12=16#a 18=28#b',
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
      'a plan of small figures, with the decimals that tell them apart: 0.05 * 9 / 40',
      'reach 0>0.05 0..40',
      '9=0.0075#a',
      '9',
      {
        code: 'slip',
        status: 'yellow',
        readings: ['a'],
        // Earned: day 6.
        facts: {
          value: 0.0075,
          date: day(9),
          plan: 0.0113,
          target: 0.05,
          slip: 3,
          tolerance: 2,
          float: 0,
          room: 0,
        },
      },
    ],
    [
      'the first of the readings that stand at the target ever since',
      SIX_WEEKS,
      '41=120#a 44=121#b',
      '44',
      {
        code: 'reached',
        status: 'green',
        readings: ['a'],
        facts: {
          value: 120,
          date: day(41),
          plan: 117.14,
          target: 120,
          slip: 0,
          tolerance: 2.1,
          due: day(42),
          daysLate: 0,
          ownDaysLate: 0,
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

describe('beside a status stands', () => {
  const TEN_WEEKS = 'reach 0>100 0..50 tol=6';
  const AT_28 = { slip: 4, slipUnshifted: 4, tolerance: 6, forecastFinish: day(64), planAtReading: 36 };

  it.each<[string, string, string, Partial<KpiState>]>([
    ['the forecast as finish while its rule holds', '12=16 18=28', '18', finishing(64, { ...AT_28 })],
    ['else due + slip', '18=28', '18', finishing(54, { ...AT_28 })],
    ['the day it was reached', '53=100', '53', finishing(53, { slip: 3, reachedOn: day(53) })],
    ['nothing of a reading before the first', '-', '0', finishing(50, { slip: 0, planAtReading: null })],
  ])('%s (%s)', (_, events, asOf, figures) => {
    const state = evaluate(factsFrom({ kpi: TEN_WEEKS, events }), momentFrom(asOf)).kpis.get(KPI_ID);
    expect(state).toMatchObject(figures);
  });

  it('slip and float, also in the reason of an overdue wait', () => {
    const line = { kpi: 'reach 0>120 0..42', events: '4=11+wait:export:4', float: 1 };
    const { reasons } = evaluate(factsFrom(line), momentFrom('8')).kpis.get(KPI_ID) ?? { reasons: [] };
    expect(reasons.find(({ code }) => code === 'wait-overdue')?.facts).toMatchObject({
      slip: 0.15,
      float: 1,
    });
  });
});

/** The finish as a day; the KPI is due on day 50 and has no float. */
function finishing(finish: number, more: Partial<KpiState>): Partial<KpiState> {
  return { earliestFinish: day(finish), floatLeft: 50 - finish, float: 0, room: 0, ...more };
}
