import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import { signalReason } from '../../src/domain/keep-signal.ts';
import type { Reason } from '../../src/domain/status.ts';
import { KPI_ID, checkInFrom, factsFrom, kpiFrom, momentFrom } from '../support/case-line.ts';
import { day } from '../support/network-builder.ts';
import { readingsOf } from '../../src/domain/reading.ts';
import { table } from '../support/table.ts';

const SIGNALS = table(new URL('cases/signals.tsv', import.meta.url));

describe('a signal', () => {
  it.each(SIGNALS.filter(({ signal }) => signal !== 'none'))(
    'of $values in $band is $signal ($side): $why',
    (line) => {
      expect(signalFrom(line['band'], line['values'])?.facts).toMatchObject({
        rule: line['signal'],
        side: line['side'],
        mean: Number(line['mean']),
        naturalLimit: Number(line['natural limit']),
        confirmed: line['confirmed'] === 'yes',
      });
    },
  );

  it.each(SIGNALS.filter(({ signal }) => signal === 'none'))('of $values in $band is none: $why', (line) => {
    expect(signalFrom(line['band'], line['values'])).toBeNull();
  });

  it('rests on the newest eight readings and tells the last', () => {
    const reason = signalFrom('..10', '0 4 5 6 5 6 5 6 5 6');
    expect(reason).toMatchObject({ code: 'signal', status: 'yellow', facts: { value: 6, date: day(9) } });
    expect(reason?.readings).toEqual(['r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'r9']);
  });

  it('towards a hard limit counts where the band is open', () => {
    expect(signalFrom('.. hard=..10', '5 5 5 5 5 7')?.facts['side']).toBe('upper');
    expect(signalFrom('.. hard=2..', '5 5 5 5 5 3')?.facts['side']).toBe('lower');
    expect(signalFrom('.. hard=2..', '5 5 5 5 5 7')).toBeNull();
  });
});

describe('a reason of a keep KPI rests on', () => {
  const [BAND, BOTH] = ['keep ..10 0..100', 'keep 5..10 0..100 hard=2..12'];

  it.each<[string, string, string, Pick<Reason, 'code' | 'status'> & { facts: Reason['facts'] }]>([
    ['the upper limit', BAND, '4=12#a', outside('outside-band', 12, { side: 'upper', limit: 10 })],
    ['the lower limit', BOTH, '4=4#a', outside('outside-band', 4, { side: 'lower', limit: 5 })],
    ['the upper hard limit', BOTH, '4=13#a', outside('outside-hard-limit', 13, { side: 'upper', limit: 12 })],
    ['the lower hard limit', BOTH, '4=1#a', outside('outside-hard-limit', 1, { side: 'lower', limit: 2 })],
    ['the band that holds', BOTH, '4=7#a', inside(7, { lower: 5, upper: 10 })],
    ['a band with an open side', BAND, '4=7#a', inside(7, { lower: null, upper: 10 })],
  ])('%s (%s, %s)', (_, kpi, events, reason) => {
    const state = evaluate(factsFrom({ kpi, events }), momentFrom('4')).kpis.get(KPI_ID);
    expect(state?.reasons).toEqual([{ ...reason, readings: ['a'] }]);
  });
});

function outside(code: 'outside-band' | 'outside-hard-limit', value: number, limit: Reason['facts']) {
  const status = code === 'outside-band' ? 'yellow' : 'red';
  return { code, status, facts: { value, date: day(4), ...limit } } as const;
}

function inside(value: number, band: Reason['facts']) {
  return { code: 'on-plan', status: 'green', facts: { value, date: day(4), ...band } } as const;
}

function signalFrom(band = '', values = ''): Reason | null {
  const [limits = '', hard = ''] = band.split(' ');
  const kpi = kpiFrom(`keep ${limits} 0..100 ${hard}`.trim());
  if (kpi.kind !== 'keep') throw new Error('a keep KPI is needed');
  const checkIns = values.split(' ').map((value, at) => checkInFrom(`${at}=${value}#r${at}`));
  return signalReason(kpi.plan, readingsOf(kpi, checkIns));
}
