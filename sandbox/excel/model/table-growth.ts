import type { Area } from './address.ts';
import { intersection } from './area.ts';
import { isBlank } from './cell.ts';
import type { Sheet } from './sheet.ts';
import type { Table, Workbook } from './workbook.ts';

/** Values written right below a table make it grow (platform.md D3), unless it shows totals. */
export function growTableDown(workbook: Workbook, sheet: Sheet, area: Area): void {
  const table = workbook.tables.find((t) => t.sheet === sheet && !t.showTotals && isBelow(t, area));
  if (table === undefined) return;
  const written = intersection(area, { ...table.area, top: table.area.bottom + 1, bottom: area.bottom });
  if (written === undefined || !holdsValues(sheet, written)) return;
  table.area = { ...table.area, bottom: area.bottom };
}

/** A header typed by a person right of a table makes it grow by that column; a program's write does not [model]. */
export function growTableRight(workbook: Workbook, sheet: Sheet, row: number, column: number): void {
  const table = workbook.tables.find(
    (t) => t.sheet === sheet && column === t.area.right + 1 && row >= t.area.top && row <= t.area.bottom,
  );
  if (table === undefined) return;
  table.area = { ...table.area, right: column };
  if (table.showHeaders && isBlank(sheet.cell(table.area.top, column))) {
    sheet.put(table.area.top, column, { value: `Column${column - table.area.left + 1}` });
  }
}

function isBelow(table: Table, area: Area): boolean {
  return area.top === table.area.bottom + 1 && area.left <= table.area.right && area.right >= table.area.left;
}

function holdsValues(sheet: Sheet, area: Area): boolean {
  for (const { cell } of sheet.storedCells(area)) if (!isBlank(cell)) return true;
  return false;
}
