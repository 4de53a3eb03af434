/**
 * What the detector sees of a sheet, whoever read it: the command line from a file, the task pane
 * from office.js. Nothing of either reader appears here.
 */

export type CellType = 'empty' | 'text' | 'number' | 'boolean' | 'date' | 'error';

export interface SheetCell {
  /** Dates are serials of the 1900 date system (day 1 = 1 Jan 1900), errors are their text, empty is null. */
  readonly value: string | number | boolean | null;
  /** As the person sees it in the sheet. */
  readonly text: string;
  readonly type: CellType;
  /** The number format code in its English form, where there is one. */
  readonly format?: string;
}

/** 0-based positions inside the grid, both ends included. */
export interface GridRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetGrid {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly merges: readonly GridRange[];
  /** Where the grid's first cell lies on the sheet, 1-based; A1 when absent. */
  readonly origin?: { readonly row: number; readonly column: number };
}

export const EMPTY_CELL: SheetCell = { value: null, text: '', type: 'empty' };

/** The cell at a 0-based position; empty outside the grid. Never throws. */
export function cellAt(grid: SheetGrid, row: number, column: number): SheetCell {
  return grid.rows[row]?.[column] ?? EMPTY_CELL;
}

/** The widest row of the grid, in cells. */
export function gridWidth(grid: SheetGrid): number {
  return grid.rows.reduce((width, row) => Math.max(width, row.length), 0);
}

/** The letters of a 1-based sheet column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = Math.max(1, Math.trunc(column)); rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCodePoint(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The 1-based sheet row of a grid row. */
export function sheetRow(grid: SheetGrid, row: number): number {
  return (grid.origin?.row ?? 1) + row;
}

/** The letters of a grid column on its sheet. */
export function sheetColumn(grid: SheetGrid, column: number): string {
  return columnLetters((grid.origin?.column ?? 1) + column);
}

/** The address a person would type to reach a cell, such as "B12". */
export function cellAddress(grid: SheetGrid, row: number, column: number): string {
  return `${sheetColumn(grid, column)}${sheetRow(grid, row)}`;
}

/** Rows become columns. Positions in the result are (column, row) of the input; the origin is dropped. */
export function transposeGrid(grid: SheetGrid): SheetGrid {
  const width = gridWidth(grid);
  const rows = Array.from({ length: width }, (_, column) =>
    grid.rows.map((row) => row[column] ?? EMPTY_CELL),
  );
  const merges = grid.merges.map((m) => ({
    top: m.left,
    left: m.top,
    bottom: m.right,
    right: m.bottom,
  }));
  return { name: grid.name, rows, merges };
}
