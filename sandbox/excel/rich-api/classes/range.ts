import { isEntireColumn, isEntireRow, MAX_COLUMNS, MAX_ROWS, qualifiedText } from '../../model/address.ts';
import { cellCount, columnCount, rowCount } from '../../model/area.ts';
import { setColumns, setRows } from '../../model/format-cells.ts';
import { accessDenied } from '../host-error.ts';
import { remote, type RangeTarget } from '../remote.ts';
import type { Session } from '../session.ts';
import type { WireClass } from '../wire-class.ts';
import { rangeEditMethods } from './range-edit.ts';
import { rangeStepMethods } from './range-steps.ts';
import { rangeValueScalars } from './range-values.ts';

export const rangeClass: WireClass<RangeTarget> = {
  scalars: {
    Address: { get: ({ sheet, area }) => qualifiedText(sheet.name, area) },
    AddressLocal: { get: ({ sheet, area }) => qualifiedText(sheet.name, area) },
    CellCount: { get: ({ area }) => (cellCount(area) < 2 ** 31 ? cellCount(area) : -1) },
    RowCount: { get: ({ area }) => rowCount(area) },
    ColumnCount: { get: ({ area }) => columnCount(area) },
    RowIndex: { get: ({ area }) => area.top },
    ColumnIndex: { get: ({ area }) => area.left },
    IsEntireColumn: { get: ({ area }) => isEntireColumn(area) },
    IsEntireRow: { get: ({ area }) => isEntireRow(area) },
    ColumnHidden: { get: columnsHidden, set: hideColumns },
    RowHidden: { get: rowsHidden, set: hideRows },
    Hidden: { get: (target) => columnsHidden(target) === true || rowsHidden(target) === true },
    ...rangeValueScalars,
  },
  navigation: {
    Format: (target) => remote('RangeFormat', target),
    Worksheet: ({ sheet }) => remote('Worksheet', sheet),
    DataValidation: (target) => remote('DataValidation', target),
    ConditionalFormats: (target) => remote('ConditionalFormatCollection', target),
  },
  methods: { ...rangeStepMethods, ...rangeEditMethods },
};

/** true, false, or null where the range is mixed. */
function columnsHidden({ sheet, area }: RangeTarget): boolean | null {
  return same(area.left, area.right, (index) => sheet.columns.get(index)?.hidden === true);
}

function rowsHidden({ sheet, area }: RangeTarget): boolean | null {
  return same(
    area.top,
    Math.min(area.bottom, area.top + MAX_COLUMNS),
    (index) => sheet.rows.get(index)?.hidden === true,
  );
}

function same(from: number, to: number, read: (index: number) => boolean): boolean | null {
  const first = read(from);
  for (let index = from + 1; index <= to; index += 1) if (read(index) !== first) return null;
  return first;
}

function hideColumns(target: RangeTarget, value: unknown, { workbook }: Session): void {
  const whole = { ...target, area: { ...target.area, top: 0, bottom: MAX_ROWS - 1 } };
  if (!setColumns(workbook, whole, { hidden: value === true })) throw accessDenied();
}

function hideRows(target: RangeTarget, value: unknown, { workbook }: Session): void {
  const whole = { ...target, area: { ...target.area, left: 0, right: MAX_COLUMNS - 1 } };
  if (!setRows(workbook, whole, { hidden: value === true })) throw accessDenied();
}
