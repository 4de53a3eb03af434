import type { Mapping } from '../contract/adoption.ts';
import { cellAt, columnLetters, gridWidth, sheetColumn, type SheetGrid } from '../domain/sheet/grid.ts';
import type { SheetMapping } from '../domain/sheet/mapping.ts';
import { ADOPTED_FIELDS, type ColumnChoice, numberOf, readingPeriods } from './column-choice.ts';
import { KEY_HEADER } from './sheet-port.ts';

/** Where our columns go: right of everything the manager has, never in between. */
export function newOwnColumns(grid: SheetGrid): {
  readonly keyColumn: string;
  readonly verdictColumn: string;
} {
  const right = (grid.origin?.column ?? 1) + gridWidth(grid);
  return { keyColumn: columnLetters(right), verdictColumn: columnLetters(right + 1) };
}

/** What the server is asked to remember of how this sheet reads. */
export function mappingToKeep(mapping: SheetMapping, choice: ColumnChoice, grid: SheetGrid): Mapping {
  const headers = new Map(mapping.lines.map(({ line, header }) => [line, header]));
  const columns = ADOPTED_FIELDS.flatMap((field) => {
    const column = choice[field];
    return column === undefined ? [] : [[field, { column, header: headers.get(column) ?? '' }] as const];
  });
  return {
    sheet: mapping.sheet,
    orientation: mapping.orientation,
    headerRow: mapping.headerRow,
    firstRow: mapping.firstRow,
    lastRow: mapping.lastRow,
    columns: Object.fromEntries(columns),
    periods: readingPeriods(mapping).map(({ line, header, start }) => ({
      column: line,
      header,
      date: start ?? '',
    })),
    ...newOwnColumns(grid),
  };
}

/** The same mapping where the table lies today: rows and columns may have been inserted, sorted or moved. */
export interface LocatedTable {
  readonly mapping: Mapping;
  /** Our key by 1-based sheet row. */
  readonly keyByRow: ReadonlyMap<number, string>;
  /** Keys that stand in more than one row, by key. */
  readonly duplicates: ReadonlyMap<string, readonly number[]>;
}

/** Finds the table by our hidden key column, never by position. Null: the key column is gone. */
export function locateTable(grid: SheetGrid, known: Mapping): LocatedTable | null {
  const found = findKeyHeader(grid, known);
  if (!found) return null;
  const origin = grid.origin ?? { row: 1, column: 1 };
  const headerRow = origin.row + found.row;
  const shift = origin.column + found.column - numberOf(known.keyColumn);
  const keyByRow = new Map<number, string>();
  for (let row = found.row + 1; row < grid.rows.length; row += 1) {
    const key = cellAt(grid, row, found.column).text.trim();
    if (key !== '') keyByRow.set(origin.row + row, key);
  }
  const rows = [...keyByRow.keys()];
  const relocate = (column: { readonly column: string; readonly header: string }): string =>
    columnOf(grid, found.row, column) ?? columnLetters(Math.max(1, numberOf(column.column) + shift));
  const mapping: Mapping = {
    ...known,
    sheet: grid.name,
    headerRow,
    firstRow: Math.min(...rows, headerRow + 1),
    lastRow: Math.max(...rows, headerRow),
    columns: Object.fromEntries(
      Object.entries(known.columns).map(([field, line]) => [field, { ...line, column: relocate(line) }]),
    ),
    periods: known.periods.map((period) => ({ ...period, column: relocate(period) })),
    keyColumn: sheetColumn(grid, found.column),
    verdictColumn: columnLetters(origin.column + found.column + 1),
  };
  return { mapping, keyByRow, duplicates: duplicatesIn(keyByRow) };
}

interface Position {
  readonly row: number;
  readonly column: number;
}

/** Where it was, or anywhere: the header of our key column is one of a kind. */
function findKeyHeader(grid: SheetGrid, known: Mapping): Position | null {
  const origin = grid.origin ?? { row: 1, column: 1 };
  const expected = { row: known.headerRow - origin.row, column: numberOf(known.keyColumn) - origin.column };
  if (cellAt(grid, expected.row, expected.column).text === KEY_HEADER) return expected;
  for (const [row, cells] of grid.rows.entries()) {
    const column = cells.findIndex(({ text }) => text === KEY_HEADER);
    if (column >= 0) return { row, column };
  }
  return null;
}

/** A column by its header text in the header row; the shown text, because dates are headers too. */
function columnOf(grid: SheetGrid, row: number, { header }: { readonly header: string }): string | null {
  if (header === '') return null;
  const column = (grid.rows[row] ?? []).findIndex(({ text }) => text.trim() === header.trim());
  return column < 0 ? null : sheetColumn(grid, column);
}

function duplicatesIn(keyByRow: ReadonlyMap<number, string>): ReadonlyMap<string, readonly number[]> {
  const rowsByKey = new Map<string, number[]>();
  for (const [row, key] of keyByRow) rowsByKey.set(key, [...(rowsByKey.get(key) ?? []), row]);
  return new Map([...rowsByKey].filter(([, rows]) => rows.length > 1));
}
