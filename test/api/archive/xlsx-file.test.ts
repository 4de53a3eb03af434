import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peopleWorkbook } from '../../../src/api/archive/people-workbook.ts';
import { type XlsxCell, xlsxFile } from '../../../src/api/archive/xlsx-file.ts';
import { applyEntries } from '../../../src/api/state/apply-entries.ts';
import { EMPTY_STATE } from '../../../src/api/state/tenant-state.ts';
import { GENESIS } from '../../../src/api/ledger/hash-chain.ts';
import type { LedgerEntry, LedgerEvent } from '../../../src/api/ledger/ledger-event.ts';
import { readWorkbook } from '../../../src/cli/read-workbook.ts';
import { lendingPortfolio } from '../../support/lending.ts';

/** What our own reader finds in the file. */
function readBack(sheets: Parameters<typeof xlsxFile>[0]) {
  const workbook = readWorkbook(xlsxFile(sheets));
  if (!workbook.ok) throw new Error(workbook.error);
  return workbook.value.sheets.map(({ name, read }) => {
    const grid = read();
    if (!grid.ok) throw new Error(grid.error);
    return { name, rows: grid.value.rows };
  });
}

function cellsOf(cells: readonly XlsxCell[]) {
  const [sheet] = readBack([{ name: 'A', headers: cells.map((_, at) => `h${at}`), rows: [cells] }]);
  return sheet?.rows[1] ?? [];
}

describe('a workbook for people', () => {
  it.each([
    '=1+1',
    '+49 30 1234',
    '-5 and counting',
    '@SUM(A1)',
    '\t=1',
    '<b>&"x"</b>',
    ' spaces ',
    'a\nb',
    '_x0041_',
    'Zoë 🙂',
    '\u0001',
  ])('keeps %j as the text it is, never as a formula', (text) => {
    const file = xlsxFile([{ name: 'A', headers: ['h'], rows: [[text]] }]);
    expect(cellsOf([text])[0]).toMatchObject({ type: 'text', value: text });
    expect(file.includes('<f>')).toBe(false);
  });

  it('keeps any text, number and day', () => {
    const shown = fc
      .string({ unit: 'binary', maxLength: 40 })
      .filter((text) => text.trim() !== '' && !text.includes('\r\n') && !/\p{Surrogate}/u.test(text));
    const day = fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    // A sheet has one zero.
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((any) => any + 0);
    fc.assert(
      fc.property(shown, number, day, (text, value, at) => {
        const iso = at.toISOString().slice(0, 10);
        const [one, two, three] = cellsOf([text, value, { date: iso }]);
        expect(one?.value).toBe(text);
        expect(two).toMatchObject({ type: 'number', value });
        expect(three).toMatchObject({ type: 'date', text: iso });
      }),
    );
  });

  it('has moments as dates with their time of day, in UTC', () => {
    // 2026-03-02 is day 46083 of the 1900 system (25569 + 20514 days since 1970); 18:00 is three quarters of it.
    expect(cellsOf([{ moment: '2026-03-02T18:00:00.000Z' }])[0]).toMatchObject({
      type: 'date',
      value: 46_083.75,
    });
  });

  it('shows the set-up and every entry, one sheet each', () => {
    const { kpis, people, objectives, initiatives, ...rest } = lendingPortfolio();
    const { timeZone, currency, workWeek, holidays, settings } = rest;
    const events: LedgerEvent[] = [
      {
        type: 'tenant-set-up',
        v: 1,
        data: { name: '=Contoso', timeZone, currency, workWeek, holidays, settings },
      },
      ...people.map((person): LedgerEvent => ({ type: 'person-added', v: 1, data: { person } })),
      ...objectives.map((objective): LedgerEvent => ({ type: 'objective-added', v: 1, data: { objective } })),
      ...initiatives.map((initiative): LedgerEvent => ({
        type: 'initiative-added',
        v: 1,
        data: { initiative },
      })),
      ...kpis.map((kpi): LedgerEvent => ({ type: 'kpi-adopted', v: 1, data: { kpi } })),
    ];
    const entries = events.map((event, index): LedgerEntry => ({
      tenant: 't',
      seq: index + 1,
      at: 1_772_434_800_000,
      actor: 'system',
      event,
      prevHash: GENESIS,
      hash: GENESIS,
    }));
    const sheets = readBack(peopleWorkbook(applyEntries(EMPTY_STATE, entries), entries));
    expect(sheets.map(({ name }) => name)).toEqual([
      'Objectives',
      'Initiatives',
      'KPIs',
      'Check-ins',
      'Decisions',
      'Recalibrations',
      'Ledger',
    ]);
    const [about, , listed] = sheets;
    expect(about?.rows[1]?.map(({ value, text }) => (typeof value === 'number' ? value : text))).toEqual(
      // 6,000,000 cents a week; 2026-04-20 is day 46132.
      ['O1', 'Lending earns', '', 'Erika Brandt', 46_132, 'green', 'linear', 60_000],
    );
    expect(listed?.rows).toHaveLength(kpis.length + 1);
    expect(sheets.at(-1)?.rows).toHaveLength(entries.length + 1);
    expect(sheets.map(({ rows }) => rows[0]?.every(({ type }) => type === 'text'))).not.toContain(false);
  });
});
