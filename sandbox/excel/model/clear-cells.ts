import { intersection } from './area.ts';
import type { Area } from './address.ts';
import { mayDo, mayEdit } from './protect.ts';
import type { Sheet } from './sheet.ts';
import type { Workbook } from './workbook.ts';
import { emptied, finish } from './write-cells.ts';

export type ClearScope = 'All' | 'Contents' | 'Formats';

/** Empties cells; looks stay unless the scope takes them too. False when the sheet's protection forbids it. */
export function clearArea(
  workbook: Workbook,
  target: { readonly sheet: Sheet; readonly area: Area },
  scope: ClearScope,
): boolean {
  const { sheet, area } = target;
  const contents = scope !== 'Formats';
  if (contents ? !mayEdit(sheet, area) : !mayDo(sheet, 'allowFormatCells')) return false;
  const before = sheet.cell(area.top, area.left)?.value ?? null;
  for (const { row, column, cell } of sheet.storedCells(area)) {
    const rest = contents
      ? emptied(cell)
      : { value: cell.value, ...(cell.formula === undefined ? {} : { formula: cell.formula }) };
    sheet.put(
      row,
      column,
      scope === 'All' || (!contents && cell.value === null && cell.formula === undefined) ? undefined : rest,
    );
  }
  if (scope !== 'Contents')
    sheet.conditionalRules = sheet.conditionalRules.filter((r) => intersection(r.area, area) === undefined);
  if (contents) finish(workbook, target, before);
  else workbook.emit({ kind: 'formatted', ...target });
  return true;
}
