import type { Area } from './address.ts';
import { cellCount, eachCell } from './area.ts';
import type { Sheet } from './sheet.ts';

/** Larger areas are judged by their stored cells and columns, not one by one. */
const COUNTED_CELLS = 100_000;

/** False when the sheet is protected and one cell of the area is locked. */
export function mayEdit(sheet: Sheet, area: Area): boolean {
  if (sheet.protection === undefined) return true;
  if (cellCount(area) > COUNTED_CELLS) return false;
  let locked = false;
  eachCell(area, (row, column) => {
    locked ||= sheet.style(row, column).locked;
  });
  return !locked;
}

/** Whether the protection leaves an action open, such as `allowFormatCells`. */
export function mayDo(sheet: Sheet, option: string): boolean {
  return sheet.protection === undefined || sheet.protection.options[option] === true;
}
