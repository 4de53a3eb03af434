import { shiftFormula } from '../formula/shift-formula.ts';
import type { Area } from './address.ts';
import { columnCount, mapCells, rowCount } from './area.ts';
import { mayEdit } from './protect.ts';
import type { Sheet } from './sheet.ts';
import type { Workbook } from './workbook.ts';
import { finish } from './write-cells.ts';

interface Target {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** Copies everything of the source's cells; the target area is at least as large as the source. */
export function copyCells(workbook: Workbook, source: Target, target: Target): boolean {
  const area = {
    ...target.area,
    bottom: Math.max(target.area.bottom, target.area.top + rowCount(source.area) - 1),
    right: Math.max(target.area.right, target.area.left + columnCount(source.area) - 1),
  };
  if (!mayEdit(target.sheet, area)) return false;
  const cells = mapCells(source.area, (row, column) => source.sheet.cell(row, column));
  mapCells(area, (row, column) => {
    const [i, j] = [
      (row - area.top) % rowCount(source.area),
      (column - area.left) % columnCount(source.area),
    ];
    const cell = cells[i]?.[j];
    const by = { rows: row - source.area.top - i, columns: column - source.area.left - j };
    target.sheet.put(
      row,
      column,
      cell?.formula === undefined ? cell : { ...cell, formula: shiftFormula(cell.formula, by) },
    );
  });
  finish(workbook, { sheet: target.sheet, area }, null);
  return true;
}
