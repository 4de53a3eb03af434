import { errorValue, isError, type CellValue, type ErrorValue } from '../model/cell.ts';

/** A reference's values, row by row. */
export interface Matrix {
  readonly grid: readonly (readonly CellValue[])[];
}

export type Operand = CellValue | Matrix;

export const VALUE_ERROR = errorValue('#VALUE!');
export const DIV_ERROR = errorValue('#DIV/0!');
export const NAME_ERROR = errorValue('#NAME?');
export const REF_ERROR = errorValue('#REF!');
export const NUM_ERROR = errorValue('#NUM!');
export const NA_ERROR = errorValue('#N/A');

export function isMatrix(operand: Operand | undefined): operand is Matrix {
  return typeof operand === 'object' && operand !== null && 'grid' in operand;
}

/** One value of an operand; a range of several cells has none. */
export function single(operand: Operand | undefined): CellValue {
  if (operand === undefined) return null;
  if (!isMatrix(operand)) return operand;
  const cells = operand.grid.flat();
  return cells.length === 1 ? (cells[0] ?? null) : VALUE_ERROR;
}

export function toNumber(value: CellValue): number | ErrorValue {
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (isError(value)) return value;
  const text = value.trim();
  const amount = Number(text.replace(/%$/u, ''));
  if (text === '' || Number.isNaN(amount)) return VALUE_ERROR;
  return text.endsWith('%') ? amount / 100 : amount;
}

export function toText(value: CellValue): string | ErrorValue {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return isError(value) ? value : String(value);
}

/** A value as plain text whatever it is: an error is its own name. */
export function plainText(value: CellValue): string {
  const text = toText(value);
  return typeof text === 'string' ? text : text.error;
}

export function toBoolean(value: CellValue): boolean | ErrorValue {
  if (typeof value === 'string') {
    const upper = value.toUpperCase();
    return upper === 'TRUE' || upper === 'FALSE' ? upper === 'TRUE' : VALUE_ERROR;
  }
  return isError(value) ? value : Boolean(value);
}

/** Excel's order: numbers before texts before booleans; texts without case. */
export function compare(left: CellValue, right: CellValue): number {
  const a = left ?? emptyLike(right);
  const b = right ?? emptyLike(left);
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a.toLowerCase(), b.toLowerCase());
  return Number(a) - Number(b);
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function emptyLike(other: CellValue): CellValue {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}

function rankOf(value: CellValue): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}
