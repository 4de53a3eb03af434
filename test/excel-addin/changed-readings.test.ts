import { describe, expect, it } from 'vitest';
import { changedReadings, type SheetChanges } from '../../src/excel-addin/changed-readings.ts';
import { locateTable } from '../../src/excel-addin/own-columns.ts';
import { buildGrid, error, percent, type Value } from '../domain/sheet/build-grid.ts';
import {
  adopted,
  AUDITS,
  HEADER,
  keptMapping,
  LOANS,
  type PaneKpi,
  paneKpi,
  reported,
} from './pane-builder.ts';

const ROWS = [HEADER, LOANS, AUDITS];
const KNOWN = keptMapping(ROWS);

/** What changed in the sheet as it lies now, for a sheet adopted as `ROWS`. */
function changesIn(rows: readonly (readonly Value[])[], kpis: readonly PaneKpi[]): SheetChanges {
  const grid = buildGrid(rows);
  const table = locateTable(grid, KNOWN);
  if (!table) throw new Error('the table is not found');
  return changedReadings({ grid, table, kpis, today: '2026-03-13' });
}

function lines({ changed }: SheetChanges): readonly string[] {
  return changed.map(
    (one) => `${one.kpi.id} ${one.cell} ${one.date} ${one.value}${one.corrects ? ' corrects' : ''}`,
  );
}

function troubles({ troubles: found }: SheetChanges): readonly string[] {
  return found.map(({ cell, message }) => `${cell}: ${message}`);
}

/** The sheet with one cell of a row replaced. */
function withCell(row: number, column: number, value: Value): readonly (readonly Value[])[] {
  return adopted(ROWS).map((cells, r) =>
    r === row ? cells.map((cell, c) => (c === column ? value : cell)) : cells,
  );
}

const FRESH = [paneKpi('K1'), paneKpi('K2')];
const FIRST_SENT = [
  reported('K1', { date: '2026-03-06', value: 12 }),
  reported('K2', { date: '2026-03-06', value: 5 }),
];
const BOTH_SENT = [
  reported('K1', { date: '2026-03-06', value: 12 }, { date: '2026-03-13', value: 20 }),
  FIRST_SENT[1] as PaneKpi,
];

describe('changed readings', () => {
  it('are all filled cells of a sheet that was never reported', () => {
    expect(lines(changesIn(adopted(ROWS), FRESH))).toEqual(['K1 F2 2026-03-06 12', 'K2 F3 2026-03-06 5']);
  });

  it('are none where the sheet says what was accepted', () => {
    const found = changesIn(adopted(ROWS), FIRST_SENT);
    expect([lines(found), troubles(found)]).toEqual([[], []]);
  });

  it.each([
    ['a new day', withCell(1, 6, 20), FIRST_SENT, 'K1 G2 2026-03-13 20'],
    ['the last day again, as a correction', withCell(1, 5, 13), FIRST_SENT, 'K1 F2 2026-03-06 13 corrects'],
    [
      'an older day again, as a correction',
      withCell(1, 5, 13).map((row, r) => (r === 1 ? row.map((cell, c) => (c === 6 ? 20 : cell)) : row)),
      BOTH_SENT,
      'K1 F2 2026-03-06 13 corrects',
    ],
  ])('hold %s', (_, rows, kpis, line) => {
    expect(lines(changesIn(rows, kpis))).toEqual([line]);
  });

  it.each([
    ['a text', 'eleven', 'G2: “eleven” in G2 is not a number.'],
    ['an error value', error('#DIV/0!'), 'G2: #DIV/0! in G2 is not a value.'],
    [
      '4,200% where 42% was meant',
      { ...percent(42), text: '4200%' },
      'G2: 4200% in G2 is a hundred times too much',
    ],
  ])('name %s by its cell, and let the good row through', (_, value, message) => {
    const rows = withCell(1, 6, value).map((row, r) =>
      r === 2 ? row.map((cell, c) => (c === 6 ? 9 : cell)) : row,
    );
    const found = changesIn(rows, FIRST_SENT);
    expect(troubles(found)).toHaveLength(1);
    expect(troubles(found)[0]).toContain(message);
    expect(troubles(found)[0]).toContain('Loans approved is not sent.');
    expect(lines(found)).toEqual(['K2 G3 2026-03-13 9']);
  });

  it('name a day before the last reading that was never reported', () => {
    const found = changesIn(withCell(1, 5, 12), [reported('K1', { date: '2026-03-13', value: 20 })]);
    expect(troubles(found)[0]).toMatch(/^F2: F2 is dated 2026-03-06, before the last reading, 2026-03-13\./);
  });

  it('name both rows of a key that stands twice, and send neither', () => {
    const [header = [], loans = [], audits = []] = adopted(ROWS);
    const found = changesIn([header, loans, audits, loans], FRESH);
    expect(troubles(found)).toEqual(
      ['I2', 'I4'].map((cell) =>
        expect.stringMatching(`^${cell}: Loans approved stands in rows 2 and 4 with the same key`),
      ),
    );
    expect(lines(found)).toEqual(['K2 F3 2026-03-06 5']);
  });

  it('name a key that belongs to no KPI', () => {
    expect(troubles(changesIn(withCell(1, 8, 'K9'), FRESH))[0]).toMatch(
      /^I2: The key in row 2 belongs to no KPI/,
    );
  });

  it('leave the rows of other owners in peace', () => {
    const theirs = [paneKpi('K1', { mine: false }), paneKpi('K2')];
    expect(lines(changesIn(withCell(1, 5, 'tbd'), theirs))).toEqual(['K2 F3 2026-03-06 5']);
  });

  it('follow the key where rows are sorted, inserted and the table is moved', () => {
    const [header = [], loans = [], audits = []] = adopted(ROWS);
    const moved = [[], [], header, audits, [], loans].map((row) => [null, null, ...row]);
    expect(lines(changesIn(moved, FRESH))).toEqual(['K2 H4 2026-03-06 5', 'K1 H6 2026-03-06 12']);
  });

  it('follow the headers where columns are shuffled', () => {
    const shuffled = adopted(ROWS).map(
      ([
        name = null,
        owner = null,
        unit = null,
        target = null,
        due = null,
        a = null,
        b = null,
        c = null,
        ...own
      ]) => [c, b, name, a, ...own, due, target, unit, owner],
    );
    expect(lines(changesIn(shuffled, FRESH))).toEqual(['K1 D2 2026-03-06 12', 'K2 D3 2026-03-06 5']);
  });
});
