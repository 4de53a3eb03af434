import { describe, expect, it } from 'vitest';
import { lettersLine, numberOf } from '../../src/excel-addin/column-choice.ts';
import { locateTable, newOwnColumns } from '../../src/excel-addin/own-columns.ts';
import { buildGrid } from '../domain/sheet/build-grid.ts';
import { adopted, AUDITS, HEADER, keptMapping, LOANS } from './pane-builder.ts';

const ROWS = [HEADER, LOANS, AUDITS];
const KNOWN = keptMapping(ROWS);

describe('our own columns', () => {
  it('stand right of everything the manager has', () => {
    expect(newOwnColumns(buildGrid(ROWS))).toEqual({ keyColumn: 'I', verdictColumn: 'J' });
    const wide = buildGrid([Array.from({ length: 26 }, (_, n) => `c${n}`)]);
    expect(newOwnColumns(wide)).toEqual({ keyColumn: 'AA', verdictColumn: 'AB' });
  });

  it('count from where the used range begins', () => {
    const grid = { ...buildGrid(ROWS), origin: { row: 4, column: 3 } };
    expect(newOwnColumns(grid)).toEqual({ keyColumn: 'K', verdictColumn: 'L' });
  });

  it('are found again by their header, with every row by its key', () => {
    const table = locateTable(buildGrid(adopted(ROWS)), KNOWN);
    expect(table?.mapping).toMatchObject({
      headerRow: 1,
      firstRow: 2,
      lastRow: 3,
      keyColumn: 'I',
      verdictColumn: 'J',
    });
    expect([...(table?.keyByRow ?? [])]).toEqual([
      [2, 'K1'],
      [3, 'K2'],
    ]);
  });

  it('are not guessed where the key column is gone', () => {
    expect(locateTable(buildGrid(ROWS), KNOWN)).toBeNull();
  });
});

describe('column letters', () => {
  it.each([
    ['A', 1],
    ['Z', 26],
    ['AA', 27],
    ['XFD', 16_384],
  ])('%s is column %i', (letters, number) => {
    expect(numberOf(letters)).toBe(number);
  });

  it.each([
    [['F', 'G', 'H'], 'F–H'],
    [['Z', 'AA'], 'Z–AA'],
    [['C', 'E'], 'C, E'],
    [['C'], 'C'],
    [[], ''],
  ])('%j reads %s', (letters, line) => {
    expect(lettersLine(letters)).toBe(line);
  });
});
