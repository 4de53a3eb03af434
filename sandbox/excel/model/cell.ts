import type { CellStyle } from './style.ts';

/** An Excel error such as #N/A; an object, so that the text "#N/A" stays text. */
export interface ErrorValue {
  readonly error: string;
}

/** null is an empty cell; dates are serials. */
export type CellValue = string | number | boolean | ErrorValue | null;

export interface Cell {
  readonly value: CellValue;
  /** With its leading "=". */
  readonly formula?: string;
  /** A number format code in English form; General when absent. */
  readonly format?: string;
  readonly style?: CellStyle;
  /** The person typed an apostrophe first: the rest is text, whatever it looks like. */
  readonly quoted?: boolean;
}

export const GENERAL = 'General';
export const TEXT_FORMAT = '@';

export function isError(value: CellValue): value is ErrorValue {
  return typeof value === 'object' && value !== null;
}

export function errorValue(error: string): ErrorValue {
  return { error };
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.value === null && cell.formula === undefined);
}

export const ERROR_TEXTS: readonly string[] = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
];
