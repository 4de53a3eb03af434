import type { Area } from './address.ts';
import { cellCount, overlaps } from './area.ts';
import { mayDo } from './protect.ts';
import type { Sheet } from './sheet.ts';
import type { Workbook } from './workbook.ts';

interface Target {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** Joins cells; all but the first lose their content, as in Excel. `across` joins each row by itself. */
export function mergeArea(workbook: Workbook, target: Target, across: boolean): boolean {
  const { sheet, area } = target;
  if (!mayDo(sheet, 'allowFormatCells')) return false;
  const rows = Array.from({ length: area.bottom - area.top + 1 }, (_, i) => ({
    ...area,
    top: area.top + i,
    bottom: area.top + i,
  }));
  for (const merge of across ? rows : [area]) {
    sheet.merges = [
      ...sheet.merges.filter((m) => !overlaps(m, merge)),
      ...(cellCount(merge) > 1 ? [merge] : []),
    ];
    for (const { row, column } of sheet.storedCells(merge)) {
      if (row !== merge.top || column !== merge.left) sheet.put(row, column, undefined);
    }
  }
  workbook.emit({ kind: 'formatted', ...target });
  return true;
}

export function unmergeArea(workbook: Workbook, target: Target): boolean {
  if (!mayDo(target.sheet, 'allowFormatCells')) return false;
  target.sheet.merges = target.sheet.merges.filter((m) => !overlaps(m, target.area));
  workbook.emit({ kind: 'formatted', ...target });
  return true;
}

/** The merged area a cell belongs to. */
export function mergeAt(sheet: Sheet, row: number, column: number): Area | undefined {
  return sheet.merges.find((m) => m.top <= row && row <= m.bottom && m.left <= column && column <= m.right);
}
