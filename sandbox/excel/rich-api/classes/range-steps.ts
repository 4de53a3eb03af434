import { MAX_COLUMNS, MAX_ROWS, parseAddress, type Area } from '../../model/address.ts';
import { bounding, columnCount, intersection, rowCount } from '../../model/area.ts';
import type { Arguments } from '../arguments.ts';
import { invalidArgument, itemNotFound } from '../host-error.ts';
import { isA, remote, type RangeTarget, type Remote } from '../remote.ts';
import type { Session } from '../session.ts';
import type { WireClass } from '../wire-class.ts';
import { validateSize } from './range-values.ts';

type Methods = NonNullable<WireClass<RangeTarget>['methods']>;

/** Methods that lead from one range to another. */
export const rangeStepMethods: Methods = {
  GetCell: (range, args) => part(range, args.integer(0), args.integer(1), 1, 1),
  GetRow: (range, args) => part(range, args.integer(0), 0, 1, columnCount(range.area)),
  GetColumn: (range, args) => part(range, 0, args.integer(0), rowCount(range.area), 1),
  GetLastCell: ({ sheet, area }) => at(sheet, { ...area, top: area.bottom, left: area.right }),
  GetLastRow: ({ sheet, area }) => at(sheet, { ...area, top: area.bottom }),
  GetLastColumn: ({ sheet, area }) => at(sheet, { ...area, left: area.right }),
  GetOffsetRange: (range, args) => moved(range, args.integer(0), args.integer(1)),
  GetResizedRange: ({ sheet, area }, args) =>
    at(sheet, { ...area, bottom: area.bottom + args.integer(0), right: area.right + args.integer(1) }),
  GetAbsoluteResizedRange: (range, args) => part(range, 0, 0, args.integer(0), args.integer(1)),
  GetRowsBelow: (range, args) => beside(range, args.integer(0, 1), 'below'),
  GetRowsAbove: (range, args) => beside(range, args.integer(0, 1), 'above'),
  GetColumnsAfter: (range, args) => beside(range, args.integer(0, 1), 'after'),
  GetColumnsBefore: (range, args) => beside(range, args.integer(0, 1), 'before'),
  GetEntireColumn: ({ sheet, area }) => at(sheet, { ...area, top: 0, bottom: MAX_ROWS - 1 }),
  GetEntireRow: ({ sheet, area }) => at(sheet, { ...area, left: 0, right: MAX_COLUMNS - 1 }),
  GetBoundingRect: (range, args, session) =>
    at(range.sheet, bounding(range.area, other(range, args, session))),
  GetIntersection: (range, args, session) => common(range, args, session) ?? fail(),
  GetIntersectionOrNullObject: common,
  GetUsedRange: ({ sheet, area }, args) =>
    at(sheet, sheet.usedArea(args.flag(0, false), area) ?? { ...area, bottom: area.top, right: area.left }),
  GetUsedRangeOrNullObject: (range, args) => used(range, args.flag(0, false)),
  GetSurroundingRegion: ({ sheet, area }) => at(sheet, region({ sheet, area })),
  _ValidateArraySize: (range, args) => validateSize(range, args.integer(0), args.integer(1)),
};

function at(sheet: RangeTarget['sheet'], area: Area): Remote {
  const fits = area.top >= 0 && area.left >= 0 && area.bottom < MAX_ROWS && area.right < MAX_COLUMNS;
  if (!fits || area.top > area.bottom || area.left > area.right) throw invalidArgument();
  return remote('Range', { sheet, area });
}

function part(range: RangeTarget, row: number, column: number, rows: number, columns: number): Remote {
  const top = range.area.top + row;
  const left = range.area.left + column;
  return at(range.sheet, { top, left, bottom: top + rows - 1, right: left + columns - 1 });
}

function moved({ sheet, area }: RangeTarget, rows: number, columns: number): Remote {
  return at(sheet, {
    top: area.top + rows,
    left: area.left + columns,
    bottom: area.bottom + rows,
    right: area.right + columns,
  });
}

/** A negative count means the other side, as in Excel. */
function beside(
  { sheet, area }: RangeTarget,
  count: number,
  side: 'below' | 'above' | 'after' | 'before',
): Remote {
  if (count === 0) throw invalidArgument();
  const forward = (side === 'below' || side === 'after') === count > 0;
  const size = Math.abs(count);
  if (side === 'below' || side === 'above') {
    return at(
      sheet,
      forward
        ? { ...area, top: area.bottom + 1, bottom: area.bottom + size }
        : { ...area, top: area.top - size, bottom: area.top - 1 },
    );
  }
  return at(
    sheet,
    forward
      ? { ...area, left: area.right + 1, right: area.right + size }
      : { ...area, left: area.left - size, right: area.left - 1 },
  );
}

/** The other range of a call: an object of the same sheet, or an address on it. */
function other(range: RangeTarget, args: Arguments, { workbook }: Session): Area {
  const value = args.raw(0);
  if (isA(value, 'Range')) {
    if (value.target.sheet !== range.sheet) throw invalidArgument();
    return value.target.area;
  }
  const address = typeof value === 'string' ? parseAddress(value) : undefined;
  const elsewhere = address?.sheet !== undefined && workbook.sheetNamed(address.sheet) !== range.sheet;
  if (address === undefined || elsewhere) throw invalidArgument();
  return address.area;
}

function common(range: RangeTarget, args: Arguments, session: Session): Remote | null {
  const area = intersection(range.area, other(range, args, session));
  return area === undefined ? null : at(range.sheet, area);
}

function fail(): never {
  throw itemNotFound();
}

function used({ sheet, area }: RangeTarget, valuesOnly: boolean): Remote | null {
  const found = sheet.usedArea(valuesOnly, area);
  return found === undefined ? null : at(sheet, found);
}

/** Grows until it is surrounded by empty rows and columns. */
function region({ sheet, area }: RangeTarget): Area {
  let current = area;
  for (;;) {
    const ring = {
      top: Math.max(0, current.top - 1),
      left: Math.max(0, current.left - 1),
      bottom: Math.min(MAX_ROWS - 1, current.bottom + 1),
      right: Math.min(MAX_COLUMNS - 1, current.right + 1),
    };
    const found = sheet.usedArea(true, ring);
    const next = found === undefined ? current : bounding(current, found);
    if (rowCount(next) === rowCount(current) && columnCount(next) === columnCount(current)) return current;
    current = next;
  }
}
