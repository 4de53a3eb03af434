import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/civil-date.ts';
import { readingsOf, sentBy, standing } from '../../src/domain/reading.ts';
import { checkInFrom, kpiFrom } from '../support/case-line.ts';
import { day } from '../support/network-builder.ts';
import { table } from '../support/table.ts';

const DAY_0 = dayOf(day(0));
const SENT = checkInFrom('4=11');

describe('readings', () => {
  it.each(table(new URL('cases/readings.tsv', import.meta.url)))(
    'of $kpi after $sent are $readings: $why',
    (line) => {
      const checkIns = (line['sent'] ?? '').split(' ').map(checkInFrom);
      const readings = readingsOf(kpiFrom(line['kpi'] ?? ''), standing(checkIns));
      expect(readings.map((one) => `${one.day - DAY_0}:${one.value}`).join(' ')).toBe(line['readings']);
    },
  );

  it('keep the baseline of the first plan when increments have been counted under it', () => {
    const kpi = kpiFrom('reach 10>120 0..42 inc');
    if (kpi.kind !== 'reach') throw new Error('a reach KPI is needed');
    const revised = { ...kpi, plan: { ...kpi.plan, baseline: 50 } };
    expect(readingsOf(revised, [SENT]).map(({ value }) => value)).toEqual([21]);
    expect(readingsOf({ ...revised, revisions: [] }, [SENT]).map(({ value }) => value)).toEqual([61]);
  });

  it('name their check-in, and when it was sent and dated', () => {
    const [reading] = readingsOf(kpiFrom('reach 0>120 0..42'), [SENT]);
    expect(reading).toEqual({ checkIn: SENT.id, at: SENT.at, date: SENT.date, value: 11, day: DAY_0 + 4 });
  });
});

describe('what was sent by a moment', () => {
  it('is what was sent then or before, in the order of sending', () => {
    const [late, early] = [checkInFrom('8=20'), checkInFrom('4=11')];
    expect(sentBy([late, early], late.at)).toEqual([early, late]);
    expect(sentBy([late, early], late.at - 1)).toEqual([early]);
  });

  it.each([
    ['a value that is no number', { value: NaN }],
    ['an endless value', { value: Infinity }],
    ['a date that is none', { date: 'soon' }],
  ])('leaves out %s', (_, odd) => {
    expect(sentBy([{ ...SENT, ...odd }], Infinity)).toEqual([]);
  });
});
