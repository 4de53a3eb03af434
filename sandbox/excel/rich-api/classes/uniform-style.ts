import type { CellStyle } from '../../model/style.ts';
import { DEFAULT_STYLE } from '../../model/style.ts';
import { cellCount } from '../../model/area.ts';
import type { RangeTarget } from '../remote.ts';

const COUNTED_CELLS = 200_000;

/** What all cells of a range share, or null. Very large ranges are judged by their columns and stored cells. */
export function commonStyle<T>(target: RangeTarget, read: (style: Required<CellStyle>) => T): T | null {
  const { sheet, area } = target;
  const first = read(sheet.style(area.top, area.left));
  for (const style of cellCount(area) > COUNTED_CELLS ? sparse(target) : dense(target)) {
    if (read(style) !== first) return null;
  }
  return first;
}

function* dense({ sheet, area }: RangeTarget): Generator<Required<CellStyle>> {
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) yield sheet.style(row, column);
  }
}

function* sparse({ sheet, area }: RangeTarget): Generator<Required<CellStyle>> {
  for (let column = area.left; column <= area.right; column += 1)
    yield { ...DEFAULT_STYLE, ...sheet.columns.get(column)?.style };
  for (const { row, column } of sheet.storedCells(area)) yield sheet.style(row, column);
}
