import { cellAt, sheetRow, type SheetGrid } from './grid.ts';
import type { HeaderBlock } from './header-block.ts';
import type { HeaderRow } from './header-rows.ts';
import type { SkippedKind, SkippedRow } from './mapping.ts';
import { sampleRows } from './column-profile.ts';
import { valueKind } from './value-kinds.ts';
import { MEAN_WORDS, NOTE_WORDS, TOTAL_WORDS } from './vocabulary-values.ts';
import { wordsOf } from './words.ts';

/** Rows under a header, sorted into records and the rest. 0-based in the grid. */
export interface TableRows {
  readonly records: readonly number[];
  readonly skipped: readonly SkippedRow[];
}

/** After so many blank rows something else begins. */
const BLANK_ROWS_END = 8;
/** "Total expenditure incl. reserves" and the first words of notes fit in this. */
const LONGEST_TOTAL = 60;

/** The filled rows under a header, up to the next table or a long gap. */
export function bodyRows(
  grid: SheetGrid,
  header: HeaderBlock,
  others: readonly HeaderRow[],
): readonly number[] {
  const end = nextTable(grid, header, others);
  const rows: number[] = [];
  let blank = 0;
  for (let row = header.bottom + 1; row < end && blank < BLANK_ROWS_END; row += 1) {
    const filled = grid.rows[row]?.some((cell) => cell.type !== 'empty') ?? false;
    blank = filled ? 0 : blank + 1;
    if (filled) rows.push(row);
  }
  return rows;
}

/** The first row of a further table: a strong other header that follows a blank row or has other heads. */
function nextTable(grid: SheetGrid, header: HeaderBlock, others: readonly HeaderRow[]): number {
  const starts = others
    .filter(({ row, known, cells }) => row > header.bottom + 1 && known >= 3 && known >= cells * 0.6)
    .filter(({ row }) => !repeatsHeader(grid, header, row))
    .map(({ row }) => row);
  return Math.min(grid.rows.length, ...starts);
}

/** True when a row says the same as the header, as after a page break. */
export function repeatsHeader(grid: SheetGrid, header: HeaderBlock, row: number): boolean {
  let same = 0;
  let other = 0;
  for (const { index, own } of header.columns) {
    if (own === '') continue;
    if (cellAt(grid, row, index).text.trim() === own) same += 1;
    else other += 1;
    // Nearly every row is none: stop as soon as that is plain.
    if (other > 3 && same === 0) return false;
  }
  return same + other >= 2 && same >= (same + other) * 0.7;
}

export interface RowContext {
  readonly grid: SheetGrid;
  readonly header: HeaderBlock;
  readonly body: readonly number[];
  /** The column of the names. */
  readonly name: number;
  /** Columns that hold values: numbers, dates, owners, periods. */
  readonly values: readonly number[];
}

/** Sorts the rows of a table once the name column is known. */
export function sortRows(context: RowContext): TableRows {
  const records: number[] = [];
  const skipped: SkippedRow[] = [];
  const shape = shapeOf(context);
  for (const row of context.body) {
    const kind = kindOfRow(context, shape, row);
    if (kind === undefined) records.push(row);
    else skipped.push({ row: sheetRow(context.grid, row), kind, text: firstText(context.grid, row) });
  }
  return { records, skipped };
}

interface TableShape {
  /** Share of body rows whose name cell is text. */
  readonly namedByText: number;
  /** Share of body rows with text left of the name. */
  readonly leftFill: number;
  /** Median count of filled cells. */
  readonly usual: number;
}

function shapeOf({ grid, body: all, name }: RowContext): TableShape {
  const body = sampleRows(all);
  const texts = body.filter((row) => isText(grid, row, name)).length;
  const left = body.filter((row) => leftText(grid, row, name) !== '').length;
  const counts = body.map((row) => filledCells(grid, row)).toSorted((a, b) => a - b);
  const share = (count: number): number => count / Math.max(1, body.length);
  return { namedByText: share(texts), leftFill: share(left), usual: counts[counts.length >> 1] ?? 0 };
}

function kindOfRow(context: RowContext, shape: TableShape, row: number): SkippedKind | undefined {
  const { grid, header, name, values } = context;
  if (repeatsHeader(grid, header, row)) return 'header';
  const named = cellAt(grid, row, name).type !== 'empty';
  const filled = filledUpTo(grid, row, 3);
  const valued = values.some((column) => cellAt(grid, row, column).type !== 'empty');
  const text = firstText(grid, row);
  const words = text.length > LONGEST_TOTAL ? [] : wordsOf(text);
  if (filled <= 2 && !valued && isNote(text)) return 'note';
  if (isTotal(words, valued || filled >= 2) && textsIn(grid, row, 2) < 2) return 'total';
  if (!named) return unnamedKind({ left: leftText(grid, row, name), valued, filled, shape });
  if (filled === 1 && shape.usual >= 3 && !valued) return 'section';
  if (shape.namedByText > 0.8 && !isText(grid, row, name)) return 'junk';
  return undefined;
}

function unnamedKind(row: { left: string; valued: boolean; filled: number; shape: TableShape }): SkippedKind {
  if (row.left === '') return 'unnamed';
  if (row.shape.leftFill > 0.5) return 'unnamed';
  return row.valued ? 'total' : 'section';
}

function isTotal(words: readonly string[], hasMore: boolean): boolean {
  const [first = '', second = ''] = words;
  if (!hasMore || words.length > 6) return false;
  if (first === 'sub' && TOTAL_WORDS.has(second)) return true;
  // "Average waiting time" is a KPI, "Average" is not.
  if (MEAN_WORDS.has(first)) return words.length === 1;
  if (TOTAL_WORDS.has(first)) return words.length <= 5;
  return words.length <= 4 && TOTAL_WORDS.has(words.at(-1) ?? '');
}

function isNote(text: string): boolean {
  if (/^(?:\*+|†|‡|[¹²³]|\(\d\)|\[\d\])/u.test(text)) return true;
  return text.length > 120 || (NOTE_WORDS.has(wordsOf(text)[0] ?? '') && /[:.]/u.test(text));
}

function isText(grid: SheetGrid, row: number, column: number): boolean {
  return valueKind(cellAt(grid, row, column)) === 'text';
}

function leftText(grid: SheetGrid, row: number, name: number): string {
  for (let column = 0; column < name; column += 1) {
    if (isText(grid, row, column)) return cellAt(grid, row, column).text.trim();
  }
  return '';
}

function firstText(grid: SheetGrid, row: number): string {
  const cell = grid.rows[row]?.find(({ type, text }) => type !== 'empty' && text.trim() !== '');
  return cell?.text.trim() ?? '';
}

function filledCells(grid: SheetGrid, row: number): number {
  return grid.rows[row]?.reduce((count, cell) => count + (cell.type === 'empty' ? 0 : 1), 0) ?? 0;
}

/** Counts no further than the limit: most rows are plainly full. */
function filledUpTo(grid: SheetGrid, row: number, limit: number): number {
  let count = 0;
  for (const cell of grid.rows[row] ?? []) {
    if (cell.type !== 'empty') count += 1;
    if (count >= limit) break;
  }
  return count;
}

/** Texts of a row: a total has one, its label; a record says more. */
function textsIn(grid: SheetGrid, row: number, limit: number): number {
  let count = 0;
  for (const cell of grid.rows[row] ?? []) {
    if (cell.type === 'text' && valueKind(cell) === 'text') count += 1;
    if (count >= limit) break;
  }
  return count;
}
