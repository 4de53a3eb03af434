import { cellAt, gridWidth, type SheetGrid } from './grid.ts';
import { readHeader, strongest } from './header-words.ts';
import { parsePeriod } from './parse-period.ts';
import { isStatusValue, isYesNo, valueKind, type ValueKind } from './value-kinds.ts';

/** A row that could head a table. Rows are 0-based in the grid. */
export interface HeaderRow {
  readonly row: number;
  readonly score: number;
  /** Cells whose words we know as column heads. */
  readonly known: number;
  readonly cells: number;
}

/** Headers lie near the top; what comes later is a further table at most. */
const SEARCHED_ROWS = 160;
const LOOKAHEAD_ROWS = 20;
const ALWAYS_TRIED_ROWS = 25;
const LONGEST_HEADER = 150;

/** Every row that could be the last row of a header, best first. */
export function findHeaderRows(grid: SheetGrid): readonly HeaderRow[] {
  const kinds = kindsOf(grid);
  const found = kinds.flatMap((_, row) => scoreRow(grid, kinds, row) ?? []);
  const own = found.filter(({ row }) => !found.some((other) => other.row < row && saysTheSame(grid, other.row, row))); // prettier-ignore
  return own.toSorted((a, b) => b.score - a.score);
}

/** A header printed again, as after a page break, heads nothing new. */
function saysTheSame(grid: SheetGrid, row: number, other: number): boolean {
  const width = Math.max(grid.rows[row]?.length ?? 0, grid.rows[other]?.length ?? 0);
  for (let column = 0; column < width; column += 1) {
    if (cellAt(grid, row, column).text.trim() !== cellAt(grid, other, column).text.trim()) return false;
  }
  return true;
}

type Kinds = readonly (readonly ValueKind[])[];

function kindsOf(grid: SheetGrid): Kinds {
  return grid.rows.slice(0, SEARCHED_ROWS + LOOKAHEAD_ROWS).map((cells) => cells.map(valueKind));
}

function scoreRow(grid: SheetGrid, kinds: Kinds, row: number): HeaderRow | undefined {
  const cells = (kinds[row] ?? []).filter((kind) => kind !== 'empty').length;
  if (cells < 2 || row >= SEARCHED_ROWS) return undefined;
  const above = (kinds[row - 1] ?? []).filter((kind) => kind !== 'empty').length;
  // Deep in the sheet only a row with room above it can begin something new.
  if (row > ALWAYS_TRIED_ROWS && above >= cells * 0.6) return undefined;
  const below = rowsBelow(kinds, row).filter((at) => !saysTheSame(grid, row, at));
  const periods = countPeriods(grid, row);
  let score = 0;
  let known = 0;
  for (let column = 0; column < gridWidth2(kinds, row, below); column += 1) {
    const part = scoreCell(grid, kinds, { row, column, below, periods });
    score += part.score;
    known += part.known ? 1 : 0;
  }
  const enough = below.length > 0 ? score > 0.5 : known >= 3;
  const tops = above < cells * 0.6 ? 0.6 : -0.6;
  return enough ? { row, score: score + tops - row * 0.02, known, cells } : undefined;
}

function gridWidth2(kinds: Kinds, row: number, below: readonly number[]): number {
  return Math.max(...[row, ...below].map((at) => kinds[at]?.length ?? 0));
}

/** The next filled rows: what this row would be the header of. */
function rowsBelow(kinds: Kinds, row: number): readonly number[] {
  const rows: number[] = [];
  let blank = 0;
  for (let at = row + 1; at < kinds.length && rows.length < LOOKAHEAD_ROWS && blank < 4; at += 1) {
    const filled = kinds[at]?.some((kind) => kind !== 'empty') ?? false;
    blank = filled ? 0 : blank + 1;
    if (filled) rows.push(at);
  }
  return rows;
}

function countPeriods(grid: SheetGrid, row: number): number {
  return (grid.rows[row] ?? []).filter((cell) => cell.type !== 'empty' && parsePeriod(cell) !== null).length;
}

interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly below: readonly number[];
  readonly periods: number;
}

interface CellScore {
  readonly score: number;
  readonly known: boolean;
}

function scoreCell(grid: SheetGrid, kinds: Kinds, place: CellPlace): CellScore {
  const { row, column, below, periods } = place;
  const kind = kinds[row]?.[column] ?? 'empty';
  const values = below.map((at) => kinds[at]?.[column] ?? 'empty').filter((value) => value !== 'empty');
  if (kind === 'empty') return { score: values.length > below.length * 0.3 ? -0.4 : 0, known: false };
  const cell = cellAt(grid, row, column);
  if (periods >= 3 && parsePeriod(cell) !== null) return { score: 0.8, known: false };
  if (kind !== 'text' && kind !== 'placeholder') return { score: -1.3, known: false };
  const text = cell.text.trim();
  const reading = readHeader(text.length > LONGEST_HEADER * 2 ? '' : text);
  const known = reading.coverage >= 0.5 && strongest(reading) >= 1.2;
  const words = known ? 1.5 : lookOfWords(text);
  const values2 = below.filter((at) => cellAt(grid, at, column).text.trim() === text).length;
  return { score: words + contrast(values) - (values2 > 0 ? Math.min(1.5, values2) : 0), known };
}

function lookOfWords(text: string): number {
  if (text.length > LONGEST_HEADER) return -1.5;
  if (isStatusValue(text) || isYesNo(text)) return -0.7;
  return text.length > 60 ? -0.3 : 0.1;
}

/** Text over numbers or dates is the mark of a header; text over text says little. */
function contrast(values: readonly ValueKind[]): number {
  if (values.length === 0) return 0;
  const other = values.filter((kind) => kind === 'number' || kind === 'date').length;
  return other > values.length / 2 ? 1 : 0.15;
}

/** The widest part of the sheet that can matter, for callers that walk all columns. */
export function widthOf(grid: SheetGrid): number {
  return Math.min(gridWidth(grid), 2000);
}
