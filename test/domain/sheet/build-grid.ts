import { detectMapping } from '../../../src/domain/sheet/detect-mapping.ts';
import type { GridRange, SheetCell, SheetGrid } from '../../../src/domain/sheet/grid.ts';
import { FIELD_NAMES, type SheetMapping } from '../../../src/domain/sheet/mapping.ts';
import { isoToSerial } from '../../../src/domain/sheet/serial-date.ts';

export type Value = string | number | boolean | null | SheetCell;

/** A date cell, as a spreadsheet keeps it. */
export function day(iso: string): SheetCell {
  return { value: isoToSerial(iso) ?? 0, text: iso, type: 'date', format: 'yyyy-mm-dd' };
}

/** A share shown as percent. */
export function percent(share: number): SheetCell {
  return { value: share, text: `${share * 100}%`, type: 'number', format: '0%' };
}

export function error(text: string): SheetCell {
  return { value: text, text, type: 'error' };
}

export function cellOf(value: Value): SheetCell {
  if (value === null || value === '') return { value: null, text: '', type: 'empty' };
  if (typeof value === 'object') return value;
  if (typeof value === 'number') return { value, text: String(value), type: 'number' };
  if (typeof value === 'boolean') return { value, text: String(value).toUpperCase(), type: 'boolean' };
  return { value, text: value, type: 'text' };
}

/** A sheet from rows of plain values. */
export function buildGrid(
  rows: readonly (readonly Value[])[],
  merges: readonly GridRange[] = [],
  name = 'Sheet1',
): SheetGrid {
  return { name, rows: rows.map((row) => row.map(cellOf)), merges };
}

/** The mapping of a sheet that has one; the test fails with the reason otherwise. */
export function mappingOf(grid: SheetGrid): SheetMapping {
  const mapping = detectMapping(grid);
  if (!mapping.ok) throw new Error(`${mapping.error.code}: ${mapping.error.message}`);
  return mapping.value;
}

/** What was found, as "name B, owner C": short enough to read in a failing test. */
export function foundIn({ fields }: SheetMapping): string {
  const found = FIELD_NAMES.flatMap((field) => {
    const line = fields[field].chosen?.line;
    return line === undefined ? [] : [`${field} ${line}`];
  });
  return found.join(', ');
}
