import { MAX_COLUMNS, MAX_ROWS, parseAddress, WHOLE_SHEET, type Area } from '../../model/address.ts';
import { cellArea } from '../../model/area.ts';
import { validSheetName } from '../../model/sheet-name.ts';
import type { Sheet, Visibility } from '../../model/sheet.ts';
import type { Workbook } from '../../model/workbook.ts';
import type { Arguments } from '../arguments.ts';
import { EventType } from '../event-types.ts';
import { alreadyExists, HostError, invalidArgument, invalidOperation } from '../host-error.ts';
import { remote, type Remote } from '../remote.ts';
import type { Session } from '../session.ts';
import { ignored, type WireClass } from '../wire-class.ts';
import { eventMethods } from './event-methods.ts';

export const worksheetClass: WireClass<Sheet> = {
  identity: (sheet) => ({ Id: sheet.id }),
  scalars: {
    Id: { get: (sheet) => sheet.id },
    Name: { get: (sheet) => sheet.name, set: rename },
    Position: { get: (sheet, { workbook }) => workbook.sheets.indexOf(sheet), set: move },
    Visibility: { get: (sheet) => sheet.visibility, set: setVisibility },
    TabColor: {
      get: (sheet) => sheet.tabColor,
      set: (sheet, value) => void (sheet.tabColor = String(value)),
    },
    ShowGridlines: { get: () => true, set: ignored },
    ShowHeadings: { get: () => true, set: ignored },
    StandardWidth: { get: () => 8.43, set: ignored },
    StandardHeight: { get: () => 15 },
    EnableCalculation: { get: () => true, set: ignored },
  },
  navigation: {
    Tables: (sheet) => remote('TableCollection', sheet),
    Protection: (sheet) => remote('WorksheetProtection', sheet),
    FreezePanes: (sheet) => remote('WorksheetFreezePanes', sheet),
  },
  methods: {
    GetRange: (sheet, args, { workbook }) =>
      args.given(0) ? rangeNamed(workbook, sheet, args.text(0)) : range(sheet, WHOLE_SHEET),
    GetRangeByIndexes: (sheet, args) => rangeByIndexes(sheet, args),
    GetCell: (sheet, args) => range(sheet, cellArea(args.integer(0), args.integer(1))),
    GetUsedRange: (sheet, args) => range(sheet, sheet.usedArea(args.flag(0, false)) ?? cellArea(0, 0)),
    GetUsedRangeOrNullObject: (sheet, args) => usedRange(sheet, args.flag(0, false)),
    Activate: (sheet, _, { workbook }) => workbook.activate(sheet),
    Calculate: ignored,
    Delete: (sheet, _, { workbook }) => deleteSheet(sheet, workbook),
    ...eventMethods<Sheet>(
      {
        DataChanged: EventType.sheetChanged,
        Activated: EventType.sheetActivated,
        Deactivated: EventType.sheetDeactivated,
        SelectionChanged: EventType.sheetSelection,
        Calculated: EventType.sheetCalculated,
        FormatChanged: EventType.sheetFormatChanged,
        ProtectionChanged: EventType.protectionChanged,
      },
      (sheet) => sheet.id,
    ),
  },
};

function range(sheet: Sheet, area: Area): Remote<'Range'> {
  if (area.top < 0 || area.left < 0 || area.bottom >= MAX_ROWS || area.right >= MAX_COLUMNS)
    throw invalidArgument();
  return remote('Range', { sheet, area });
}

function usedRange(sheet: Sheet, valuesOnly: boolean): Remote | null {
  const area = sheet.usedArea(valuesOnly);
  return area === undefined ? null : range(sheet, area);
}

function rangeNamed(workbook: Workbook, sheet: Sheet, text: string): Remote {
  const address = parseAddress(text);
  if (address !== undefined) return range(sheetOf(workbook, sheet, address.sheet), address.area);
  const name = workbook.names.find((n) => n.name.toLowerCase() === text.toLowerCase());
  const target = name && parseAddress(name.formula);
  if (target === undefined) throw invalidArgument();
  return range(sheetOf(workbook, sheet, target.sheet), target.area);
}

/** A sheet name in an address must be the sheet's own, except where a defined name leads elsewhere. */
function sheetOf(workbook: Workbook, sheet: Sheet, name: string | undefined): Sheet {
  if (name === undefined) return sheet;
  const found = workbook.sheetNamed(name);
  if (found === undefined) throw invalidArgument();
  return found;
}

function rangeByIndexes(sheet: Sheet, args: Arguments): Remote {
  const [top, left, rows, columns] = [args.integer(0), args.integer(1), args.integer(2), args.integer(3)];
  if (rows < 1 || columns < 1) throw invalidArgument();
  return range(sheet, { top, left, bottom: top + rows - 1, right: left + columns - 1 });
}

function rename(sheet: Sheet, value: unknown, { workbook }: Session): void {
  if (typeof value !== 'string' || !validSheetName(value)) throw invalidArgument();
  const other = workbook.sheetNamed(value);
  if (other !== undefined && other !== sheet) throw alreadyExists();
  sheet.name = value;
  workbook.emit({ kind: 'sheet-changed', sheet });
}

function move(sheet: Sheet, value: unknown, { workbook }: Session): void {
  if (typeof value !== 'number' || value < 0 || value >= workbook.sheets.length) throw invalidArgument();
  workbook.sheets = workbook.sheets.filter((s) => s !== sheet).toSpliced(value, 0, sheet);
  workbook.emit({ kind: 'sheet-changed', sheet });
}

function setVisibility(sheet: Sheet, value: unknown, { workbook }: Session): void {
  if (value !== 'Visible' && value !== 'Hidden' && value !== 'VeryHidden') throw invalidArgument();
  if (value !== 'Visible') refuseLast(sheet, workbook);
  sheet.visibility = value satisfies Visibility;
  workbook.emit({ kind: 'sheet-changed', sheet });
}

/** Deleting a very hidden sheet, or the last one a person can see, is refused. */
function deleteSheet(sheet: Sheet, workbook: Workbook): void {
  if (sheet.visibility === 'VeryHidden')
    throw new HostError('GeneralException', 'Very hidden worksheets cannot be deleted.');
  refuseLast(sheet, workbook);
  workbook.tables = workbook.tables.filter((table) => table.sheet !== sheet);
  workbook.forgetSheet(sheet);
  workbook.emit({ kind: 'sheet-deleted', sheet });
}

function refuseLast(sheet: Sheet, workbook: Workbook): void {
  if (!workbook.sheets.some((s) => s !== sheet && s.visibility === 'Visible')) throw invalidOperation();
}

export const freezePanesClass: WireClass<Sheet> = {
  methods: { FreezeRows: ignored, FreezeColumns: ignored, FreezeAt: ignored, Unfreeze: ignored },
};
