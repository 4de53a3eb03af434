import { isError, type CellValue } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { formatText } from '../number-format/format-text.ts';

/** A value as `range.values` gives it: empty is "", an error is its text. */
export function plainValue(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return isError(value) ? value.error : value;
}

export function valueType(value: CellValue): 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error' {
  if (value === null) return 'Empty';
  if (isError(value)) return 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

/** What a person sees in the cell. */
export function shownText(workbook: Workbook, sheet: Sheet, row: number, column: number): string {
  const value = sheet.cell(row, column)?.value ?? null;
  return formatText(value, sheet.format(row, column), workbook);
}
