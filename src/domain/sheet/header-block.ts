import { cellAt, type SheetGrid } from './grid.ts';
import { widthOf, type HeaderRow } from './header-rows.ts';
import { readHeader, strongest } from './header-words.ts';
import { parsePeriod } from './parse-period.ts';
import { isUnitValue, valueKind } from './value-kinds.ts';

/** The rows of a header and what they say for each column. Rows are 0-based in the grid. */
export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly HeaderColumn[];
}

export interface HeaderColumn {
  readonly index: number;
  /** The lowest header cell of the column, or the one above where it is empty. */
  readonly own: string;
  /** Texts of the rows above it, spread over merged and following cells. */
  readonly groups: readonly string[];
}

const MOST_GROUP_ROWS = 3;

/** Grows a header row to the whole header: sub-headers below, group headers above. */
export function growHeader(grid: SheetGrid, header: HeaderRow): HeaderBlock {
  const bottom = isSubHeader(grid, header.row) ? header.row + 1 : header.row;
  let top = header.row;
  while (top > 0 && header.row - top < MOST_GROUP_ROWS && isGroupRow(grid, top - 1)) top -= 1;
  return { top, bottom, columns: readColumns(grid, top, bottom) };
}

/** True when the row below goes on heading: words or periods over values, under groups or gaps of this row. */
function isSubHeader(grid: SheetGrid, row: number): boolean {
  const width = widthOf(grid);
  let cells = 0;
  let heads = 0;
  for (let column = 0; column < width; column += 1) {
    const below = cellAt(grid, row + 1, column);
    if (below.type === 'empty') continue;
    cells += 1;
    const period = parsePeriod(below) !== null;
    const kind = valueKind(below);
    if (!period && kind !== 'text' && kind !== 'placeholder') return false;
    if (below.type === 'number' && !period) return false;
    const reading = readHeader(below.text);
    const known = period || isUnitNote(below.text) || (reading.coverage >= 0.6 && strongest(reading) >= 1.4);
    const own = cellAt(grid, row, column).text.trim();
    if (
      known &&
      (isUnitNote(below.text) || own === '' || hasSpan(grid, row, column) || isSpread(grid, row, column))
    )
      heads += 1;
  }
  return cells >= 2 && heads >= 2 && heads >= cells * 0.6;
}

/** "(%)", "[EUR]", "days": a row of units under the heads. */
function isUnitNote(text: string): boolean {
  const bare = text.trim();
  return bare.length <= 16 && (/^[([].*[)\]]$/u.test(bare) || isUnitValue(bare));
}

function hasSpan(grid: SheetGrid, row: number, column: number): boolean {
  return grid.merges.some((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right && m.right > m.left); // prettier-ignore
}

/** A group label leaves the cell to its right empty for the next sub-header. */
function isSpread(grid: SheetGrid, row: number, column: number): boolean {
  return cellAt(grid, row, column + 1).type === 'empty' && cellAt(grid, row + 1, column + 1).type !== 'empty';
}

/** Group rows hold a few labels over several columns; a lone label at the left is a title. */
function isGroupRow(grid: SheetGrid, row: number): boolean {
  const cells = (grid.rows[row] ?? []).flatMap((cell, column) =>
    cell.type === 'empty' ? [] : [{ cell, column }],
  );
  if (cells.length === 0) return false;
  if (cells.some(({ cell }) => !isLabel(cell))) return false;
  if (cells.length === 1)
    return cells[0] !== undefined && cells[0].column > 0 && hasSpan(grid, row, cells[0].column);
  return cells.every(({ cell }) => cell.text.length <= 200);
}

function isLabel(cell: Parameters<typeof parsePeriod>[0]): boolean {
  return parsePeriod(cell) !== null || ['text', 'placeholder'].includes(valueKind(cell));
}

function readColumns(grid: SheetGrid, top: number, bottom: number): readonly HeaderColumn[] {
  const width = widthOf(grid);
  const rows = Array.from({ length: bottom - top + 1 }, (_, at) =>
    at + top === bottom ? plainRow(grid, bottom, width) : spreadRow(grid, { row: at + top, width, bottom }),
  );
  return Array.from({ length: width }, (_, index) =>
    columnOf(
      rows.map((row) => row[index] ?? ''),
      index,
    ),
  );
}

function columnOf(texts: readonly string[], index: number): HeaderColumn {
  const filled = texts.filter((text, at) => text !== '' && text !== texts[at + 1]);
  const own = texts.at(-1) === '' ? (filled.at(-1) ?? '') : (texts.at(-1) ?? '');
  const groups = filled.filter((text) => text !== own);
  return { index, own, groups };
}

function plainRow(grid: SheetGrid, row: number, width: number): string[] {
  const texts = Array.from({ length: width }, (_, column) => cellAt(grid, row, column).text.trim());
  for (const m of grid.merges) {
    if (m.top < row && m.bottom >= row) {
      for (let column = m.left; column <= m.right; column += 1) {
        texts[column] ||= cellAt(grid, m.top, m.left).text.trim();
      }
    }
  }
  return texts;
}

/** A label counts for its merged cells; without merges, for the empty cells after it that have a head of their own. */
function spreadRow(grid: SheetGrid, at: { row: number; width: number; bottom: number }): string[] {
  const texts = plainRow(grid, at.row, at.width);
  const merged = grid.merges.filter((m) => m.top <= at.row && m.bottom >= at.row && m.right > m.left);
  for (const m of merged) {
    const text = cellAt(grid, m.top, m.left).text.trim();
    for (let column = m.left; column <= m.right; column += 1) texts[column] = text;
  }
  if (merged.length > 0) return texts;
  let last = '';
  for (let column = 0; column < at.width; column += 1) {
    if (cellAt(grid, at.bottom, column).type === 'empty') last = texts[column] ?? '';
    else if (texts[column] === '') texts[column] = last;
    else last = texts[column] ?? '';
  }
  return texts;
}
