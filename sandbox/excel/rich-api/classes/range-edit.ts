import { clearArea, type ClearScope } from '../../model/clear-cells.ts';
import { deleteCells, insertCells, type Shift } from '../../model/shift-cells.ts';
import { mergeArea, unmergeArea } from '../../model/merge.ts';
import { copyCells } from '../../model/copy-cells.ts';
import { accessDenied, invalidArgument, invalidOperation } from '../host-error.ts';
import { isA, remote, type RangeTarget } from '../remote.ts';
import { ignored, type WireClass } from '../wire-class.ts';
import { parseAddress } from '../../model/address.ts';
import type { Session } from '../session.ts';

type Methods = NonNullable<WireClass<RangeTarget>['methods']>;

/** Methods that change cells or the selection. */
export const rangeEditMethods: Methods = {
  Select: ({ sheet, area }, _, { workbook }) => {
    if (sheet.visibility !== 'Visible') throw invalidOperation();
    workbook.select(sheet, area);
  },
  Clear: (range, args, { workbook }) =>
    allowed(clearArea(workbook, range, scopeOf(args.given(0) ? args.text(0) : 'All'))),
  Insert: (range, args, { workbook }) => {
    allowed(insertCells(workbook, range, shiftOf(args.text(0), 'Down', 'Right')));
    return remote('Range', range);
  },
  Delete: (range, args, { workbook }) =>
    allowed(deleteCells(workbook, range, shiftOf(args.text(0), 'Up', 'Left'))),
  Merge: (range, args, { workbook }) => allowed(mergeArea(workbook, range, args.flag(0, false))),
  Unmerge: (range, _, { workbook }) => allowed(unmergeArea(workbook, range)),
  CopyFrom: (range, args, session) =>
    allowed(copyCells(session.workbook, sourceOf(range, args.raw(0), session), range)),
  Calculate: ignored,
};

function allowed(done: boolean): null {
  if (!done) throw accessDenied();
  return null;
}

function scopeOf(value: string): ClearScope {
  const scopes: readonly ClearScope[] = ['All', 'Contents', 'Formats'];
  const scope = scopes.find((s) => s === value);
  if (scope === undefined) throw invalidArgument();
  return scope;
}

function shiftOf(value: string, vertical: string, horizontal: string): Shift {
  if (value === vertical) return 'vertical';
  if (value === horizontal) return 'horizontal';
  throw invalidArgument();
}

function sourceOf(range: RangeTarget, value: unknown, { workbook }: Session): RangeTarget {
  if (isA(value, 'Range')) return value.target;
  const address = typeof value === 'string' ? parseAddress(value) : undefined;
  const sheet = address?.sheet === undefined ? range.sheet : workbook.sheetNamed(address.sheet);
  if (address === undefined || sheet === undefined) throw invalidArgument();
  return { sheet, area: address.area };
}
