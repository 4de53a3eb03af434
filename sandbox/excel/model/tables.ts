import type { Area } from './address.ts';
import { mapCells, overlaps } from './area.ts';
import { isBlank, type CellValue } from './cell.ts';
import { insertCells } from './shift-cells.ts';
import type { Sheet } from './sheet.ts';
import type { Table, Workbook } from './workbook.ts';

/** Makes a table; without headers, a header row is put above the data. undefined where it would overlap another. */
export function addTable(
  workbook: Workbook,
  at: { readonly sheet: Sheet; readonly area: Area },
  hasHeaders: boolean,
): Table | undefined {
  const { sheet } = at;
  if (workbook.tables.some((t) => t.sheet === sheet && overlaps(t.area, at.area))) return undefined;
  const area = hasHeaders ? atLeastTwoRows(at.area) : { ...at.area, bottom: at.area.bottom + 1 };
  if (!hasHeaders) insertCells(workbook, { sheet, area: { ...at.area, bottom: at.area.top } }, 'vertical');
  const table: Table = {
    id: workbook.newId(),
    name: freeName(workbook),
    sheet,
    area,
    style: 'TableStyleMedium2',
    showHeaders: true,
    showTotals: false,
    showBandedRows: true,
    showFilterButton: true,
  };
  nameHeaders(table);
  workbook.tables.push(table);
  return table;
}

/** A table always has room for one data row. */
function atLeastTwoRows(area: Area): Area {
  return area.bottom > area.top ? area : { ...area, bottom: area.top + 1 };
}

function freeName(workbook: Workbook): string {
  let number = workbook.tables.length + 1;
  while (workbook.tables.some((t) => t.name === `Table${number}`)) number += 1;
  return `Table${number}`;
}

/** Empty headers get a name, repeated ones a number, as Excel does. */
function nameHeaders({ sheet, area }: Table): void {
  const seen = new Set<string>();
  for (let column = area.left; column <= area.right; column += 1) {
    const cell = sheet.cell(area.top, column);
    const base = isBlank(cell) ? `Column${column - area.left + 1}` : headerText(cell?.value ?? null);
    let name = base;
    for (let n = 2; seen.has(name.toLowerCase()); n += 1) name = `${base}${n}`;
    seen.add(name.toLowerCase());
    if (cell?.value !== name) sheet.put(area.top, column, { ...cell, value: name });
  }
}

function headerText(value: CellValue): string {
  return typeof value === 'object' && value !== null ? value.error : String(value);
}

export function headerArea(table: Table): Area {
  return { ...table.area, bottom: table.area.top };
}

export function totalArea(table: Table): Area | undefined {
  return table.showTotals ? { ...table.area, top: table.area.bottom } : undefined;
}

export function bodyArea(table: Table): Area {
  const top = table.area.top + (table.showHeaders ? 1 : 0);
  const bottom = table.area.bottom - (table.showTotals ? 1 : 0);
  return { ...table.area, top, bottom: Math.max(top, bottom) };
}

/** Values of an area as plain cells, header texts for instance. */
export function valuesOf(sheet: Sheet, area: Area): CellValue[][] {
  return mapCells(area, (row, column) => sheet.cell(row, column)?.value ?? null);
}
