import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/civil-date.ts';
import { allowedFinish, forecastFinish, isForecastable, paceOf } from '../../src/domain/earned-schedule.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { planTimeOf } from '../../src/domain/plan-time.ts';
import { progressOf } from '../../src/domain/reach-progress.ts';
import { readingsOf } from '../../src/domain/reading.ts';
import { KPI_ID, checkInFrom, factsFrom, kpiFrom, momentFrom } from '../support/case-line.ts';
import { day } from '../support/network-builder.ts';
import { table } from '../support/table.ts';

const FORTY = 'reach 0>100 0..40';

describe('the forecast finish: start + planned duration / pace', () => {
  it.each([
    ['10=25', day(40), 'on plan it is the due date'],
    ['10=50', day(20), 'twice as fast it lies before the due date'],
    ['10=20', day(50), 'at four fifths of the pace ten days after it'],
    ['10=0', day(800), 'without movement the pace counts 0.05'],
    ['38=99', day(38), 'a fraction of a day belongs to the day it lies in'],
    ['7=1', null, 'before a fifth of the plan there is none'],
    ['10=100', null, 'nor once the target is reached'],
  ])('%s: %s, %s', (events, finish, _why) => {
    const state = evaluate(factsFrom({ kpi: FORTY, events }), momentFrom('38')).kpis.get(KPI_ID);
    expect(state?.forecastFinish).toBe(finish);
  });

  it('lies not before the reading', () => {
    const state = evaluate(factsFrom({ kpi: FORTY, events: '60=99' }), momentFrom('60')).kpis.get(KPI_ID);
    expect(state?.forecastFinish).toBe(day(60));
  });
});

describe('the finish after late predecessors', () => {
  it.each(table(new URL('cases/finish-after-predecessors.tsv', import.meta.url)))(
    'of $kpi (off $off), pushed by $pushed, at $readings: allowed $allowed, forecast $forecast: $why',
    (line) => {
      const progress = progressFrom(line);
      expect(allowedFinish(progress)).toBe(dayOf(day(Number(line['allowed']))));
      expect(forecastFinish(progress)).toBe(
        line['forecast'] === 'none' ? null : day(Number(line['forecast'])),
      );
    },
  );
});

describe('a forecast', () => {
  it.each([
    [8, 40, true, 'from a fifth of the plan on'],
    [7.999, 40, true, 'after rounding'],
    [7.9, 40, false, 'not before'],
    [0, 0, false, 'never before anything has passed'],
    [-1, 0, false, 'nor before the start'],
  ])('after %d of %d days: %s (%s)', (elapsed, duration, sensible, _why) => {
    expect(isForecastable(elapsed, duration)).toBe(sensible);
  });

  it('has no pace on the start itself', () => {
    expect(paceOf(progressFrom({ kpi: 'reach 0>100 0..40', readings: '0:10' }))).toBeNull();
    expect(paceOf(progressFrom({ kpi: 'reach 0>100 0..40', readings: '1:10' }))).toBe(4);
  });
});

function progressFrom(line: Readonly<Record<string, string>>) {
  const kpi = kpiFrom(line['kpi'] ?? '');
  if (kpi.kind !== 'reach') throw new Error('a reach KPI is needed');
  const [startDelay = 0, finishDelay = 0] = (line['pushed'] ?? '').split('/').map(Number);
  const tokens = (line['readings'] ?? '').split(' ').filter((token) => token !== '-');
  return progressOf({
    kpi,
    readings: readingsOf(
      kpi,
      tokens.map((token) => checkInFrom(token.replace(':', '='))),
    ),
    imposed: { startDelay, finishDelay, drivenBy: null, drivenFinish: null },
    float: 0,
    room: 0,
    time: planTimeOf(
      (line['off'] ?? '')
        .split(' ')
        .filter(Boolean)
        .map((off) => day(Number(off))),
    ),
  });
}
