/** A1 addresses. Areas are 0-based with both ends included, as in the rest of the sandbox's Excel. */

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Address {
  readonly sheet?: string;
  readonly area: Area;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

const CELLS = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/iu;
const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/iu;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/u;
const QUALIFIED = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/u;

/** Reads "B2", "$A$1:C4", "A:C", "2:5", each with or without a sheet in front; undefined for anything else. */
export function parseAddress(text: string): Address | undefined {
  const trimmed = text.trim().replace(/^=/u, '');
  const qualified = QUALIFIED.exec(trimmed);
  const area = parseArea(qualified?.[3] ?? trimmed);
  if (area === undefined) return undefined;
  const sheet = qualified?.[1]?.replaceAll("''", "'") ?? qualified?.[2];
  return sheet === undefined ? { area } : { sheet, area };
}

export function parseArea(text: string): Area | undefined {
  const cells = CELLS.exec(text);
  if (cells)
    return inside(
      ordered(row(cells[2]), column(cells[1]), row(cells[4] ?? cells[2]), column(cells[3] ?? cells[1])),
    );
  const columns = COLUMNS.exec(text);
  if (columns) return inside(ordered(0, column(columns[1]), MAX_ROWS - 1, column(columns[2])));
  const rows = ROWS.exec(text);
  if (rows) return inside(ordered(row(rows[1]), 0, row(rows[2]), MAX_COLUMNS - 1));
  return undefined;
}

/** "A1", "A1:B2", "A:C" or "2:5". */
export function areaText(area: Area): string {
  if (isEntireColumn(area)) return `${columnLetters(area.left)}:${columnLetters(area.right)}`;
  if (isEntireRow(area)) return `${area.top + 1}:${area.bottom + 1}`;
  const first = cellText(area.top, area.left);
  const last = cellText(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

export function cellText(atRow: number, atColumn: number): string {
  return `${columnLetters(atColumn)}${atRow + 1}`;
}

/** "Sheet1!A1"; names that are not plain words stand in quotes. */
export function qualifiedText(sheet: string, area: Area): string {
  return `${quoteSheet(sheet)}!${areaText(area)}`;
}

export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && parseArea(name) === undefined
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCodePoint(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export function columnIndex(letters: string): number {
  return (
    Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  );
}

export function isEntireColumn(area: Area): boolean {
  return area.top === 0 && area.bottom === MAX_ROWS - 1;
}

export function isEntireRow(area: Area): boolean {
  return area.left === 0 && area.right === MAX_COLUMNS - 1;
}

function row(text: string | undefined): number {
  return Number(text) - 1;
}

function column(text: string | undefined): number {
  return columnIndex(text ?? '');
}

function ordered(top: number, left: number, bottom: number, right: number): Area {
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

function inside(area: Area): Area | undefined {
  const fits = area.top >= 0 && area.left >= 0 && area.bottom < MAX_ROWS && area.right < MAX_COLUMNS;
  return fits ? area : undefined;
}
