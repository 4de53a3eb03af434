import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import { KPI_ID, factsFrom, momentFrom } from '../support/case-line.ts';
import { day } from '../support/network-builder.ts';

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
