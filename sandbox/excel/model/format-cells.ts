import { isEntireColumn, isEntireRow, type Area } from './address.ts';
import { eachCell } from './area.ts';
import type { Cell } from './cell.ts';
import { mayDo } from './protect.ts';
import type { BandProps, Sheet } from './sheet.ts';
import type { CellStyle } from './style.ts';
import type { Workbook } from './workbook.ts';

interface Target {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** Sets number format codes; null leaves a cell's own. False when the sheet's protection forbids it. */
export function setFormats(
  workbook: Workbook,
  target: Target,
  format: (row: number, column: number) => string | null,
): boolean {
  const first = format(target.area.top, target.area.left);
  return change(workbook, target, {
    option: 'allowFormatCells',
    band: (band) => (first === null ? band : { ...band, format: first }),
    cell: (cell, row, column) => {
      const code = format(row, column);
      return code === null ? cell : { value: null, ...cell, format: code };
    },
  });
}

/** Changes looks, locking and alignment. False when the sheet's protection forbids it. */
export function setStyle(workbook: Workbook, target: Target, style: CellStyle): boolean {
  return change(workbook, target, {
    option: 'allowFormatCells',
    band: (band) => ({ ...band, style: { ...band?.style, ...style } }),
    cell: (cell) => ({ value: null, ...cell, style: { ...cell?.style, ...style } }),
  });
}

/** Takes keys out of the style, so that the row's, column's or default look shows again. */
export function clearStyle(workbook: Workbook, target: Target, keys: readonly (keyof CellStyle)[]): boolean {
  const without = (style: CellStyle | undefined): CellStyle =>
    Object.fromEntries(Object.entries(style ?? {}).filter(([key]) => !keys.includes(key as keyof CellStyle)));
  return change(workbook, target, {
    option: 'allowFormatCells',
    band: (band) => ({ ...band, style: without(band?.style) }),
    cell: (cell) => cell && { ...cell, style: without(cell.style) },
  });
}

export type BandChange = Pick<BandProps, 'size' | 'hidden'>;

export function setColumns(workbook: Workbook, target: Target, value: BandChange): boolean {
  if (!mayDo(target.sheet, 'allowFormatColumns')) return false;
  eachBand(target.sheet.columns, target.area.left, target.area.right, (band) => ({ ...band, ...value }));
  workbook.emit({ kind: 'formatted', ...target });
  return true;
}

export function setRows(workbook: Workbook, target: Target, value: BandChange): boolean {
  if (!mayDo(target.sheet, 'allowFormatRows')) return false;
  eachBand(target.sheet.rows, target.area.top, target.area.bottom, (band) => ({ ...band, ...value }));
  workbook.emit({ kind: 'formatted', ...target });
  return true;
}

interface Change {
  readonly option: string;
  readonly band: (band: BandProps | undefined) => BandProps | undefined;
  readonly cell: (cell: Cell | undefined, row: number, column: number) => Cell | undefined;
}

/** Whole columns and rows are formatted as such, so that a million cells need no million entries. */
function change(workbook: Workbook, target: Target, { option, band, cell }: Change): boolean {
  const { sheet, area } = target;
  if (!mayDo(sheet, option)) return false;
  if (isEntireColumn(area)) eachBand(sheet.columns, area.left, area.right, band);
  else if (isEntireRow(area)) eachBand(sheet.rows, area.top, area.bottom, band);
  else eachCell(area, (row, column) => sheet.put(row, column, cell(sheet.cell(row, column), row, column)));
  if (isEntireColumn(area) || isEntireRow(area)) {
    for (const found of sheet.storedCells(area))
      sheet.put(found.row, found.column, cell(found.cell, found.row, found.column));
  }
  workbook.emit({ kind: 'formatted', ...target });
  return true;
}

function eachBand(bands: Map<number, BandProps>, from: number, to: number, next: Change['band']): void {
  for (let index = from; index <= to; index += 1) {
    const band = next(bands.get(index));
    if (band !== undefined) bands.set(index, band);
  }
}
