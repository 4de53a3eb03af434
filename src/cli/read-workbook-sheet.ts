import { EMPTY_CELL, type GridRange, type SheetCell, type SheetGrid } from '../domain/sheet/grid.ts';
import { isDateFormat, isPercentFormat } from '../domain/sheet/number-format.ts';
import { serialToIso } from '../domain/sheet/serial-date.ts';
import { plainString } from './read-workbook-strings.ts';
import type { XlsxShared } from './read-workbook-xlsx.ts';
import { walkXml } from './read-workbook-xml.ts';

/** Days between the 1900 and the 1904 date system. */
const DAYS_1904 = 1462;

interface RawCell {
  readonly reference: string;
  readonly kind: string;
  readonly style: number;
}

/** Reads one worksheet part. Formulas count with their cached results; formatting beyond the number format does not count. */
export function readSheetPart(
  xml: string,
  sheet: { readonly name: string; readonly shared: XlsxShared },
): SheetGrid {
  const rows: SheetCell[][] = [];
  const merges: GridRange[] = [];
  let row = -1;
  let column = -1;
  let cell: RawCell | undefined;
  let value = '';
  let reading = false;
  let phonetic = false;
  walkXml(xml, {
    open: (element, attribute) => {
      if (element === 'row') {
        row = Number(attribute('r') ?? row + 2) - 1;
        column = -1;
      } else if (element === 'c') {
        cell = {
          reference: attribute('r') ?? '',
          kind: attribute('t') ?? 'n',
          style: Number(attribute('s') ?? 0),
        };
        column = columnOf(cell.reference) ?? column + 1;
        value = '';
      } else if (element === 'v' || element === 't') reading = cell !== undefined && !phonetic;
      else if (element === 'rPh') phonetic = true;
      else if (element === 'mergeCell') merges.push(...parseRange(attribute('ref') ?? ''));
    },
    text: (text) => {
      if (reading) value += text;
    },
    close: (element) => {
      if (element === 'v' || element === 't') reading = false;
      if (element === 'rPh') phonetic = false;
      if (element !== 'c' || cell === undefined) return;
      put(rows, { row, column }, toSheetCell(cell, value, sheet.shared));
      cell = undefined;
    },
  });
  return { name: sheet.name, rows: withoutGaps(rows), merges };
}

function put(
  rows: SheetCell[][],
  at: { readonly row: number; readonly column: number },
  cell: SheetCell,
): void {
  if (cell.type === 'empty' || at.row < 0 || at.row > 1_048_575 || at.column > 16_383) return;
  const row = (rows[at.row] ??= []);
  while (row.length < at.column) row.push(EMPTY_CELL);
  row[at.column] = cell;
}

function withoutGaps(rows: readonly (SheetCell[] | undefined)[]): SheetCell[][] {
  return Array.from(rows, (row) => row ?? []);
}

function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]+/u.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + ((letter.codePointAt(0) ?? 65) - 64);
  return column - 1;
}

function parseRange(reference: string): GridRange[] {
  const [first = '', last = first] = reference.split(':');
  const left = columnOf(first);
  const right = columnOf(last);
  const top = Number(/\d+/u.exec(first)?.[0] ?? 0) - 1;
  const bottom = Number(/\d+/u.exec(last)?.[0] ?? 0) - 1;
  return left === undefined || right === undefined || top < 0 ? [] : [{ top, left, bottom, right }];
}

function toSheetCell(cell: RawCell, raw: string, shared: XlsxShared): SheetCell {
  if (cell.kind === 's') return textCell(shared.strings[Number(raw)] ?? '');
  if (cell.kind === 'b') return { value: raw === '1', text: raw === '1' ? 'TRUE' : 'FALSE', type: 'boolean' };
  if (cell.kind === 'e') return { value: raw, text: raw, type: 'error' };
  if (cell.kind === 'str' || cell.kind === 'inlineStr') return textCell(plainString(raw));
  if (cell.kind === 'd') return textCell(raw.slice(0, 10));
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return EMPTY_CELL;
  return numberCell(value, shared.formats[cell.style], shared.date1904);
}

function textCell(text: string): SheetCell {
  return text.trim() === '' ? EMPTY_CELL : { value: text, text, type: 'text' };
}

function numberCell(value: number, format: string | undefined, date1904: boolean): SheetCell {
  if (format === undefined) return { value, text: String(value), type: 'number' };
  if (!isDateFormat(format)) return { value, text: numberText(value, format), type: 'number', format };
  const serial = date1904 ? value + DAYS_1904 : value;
  return { value: serial, text: serialToIso(serial) ?? String(serial), type: 'date', format };
}

function numberText(value: number, format: string): string {
  return isPercentFormat(format) ? `${Number((value * 100).toFixed(2))}%` : String(value);
}
