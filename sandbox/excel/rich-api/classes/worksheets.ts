import { WHOLE_SHEET } from '../../model/address.ts';
import { uniqueSheetName, validSheetName } from '../../model/sheet-name.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Workbook } from '../../model/workbook.ts';
import { EventType, WORKBOOK_TARGET } from '../event-types.ts';
import { alreadyExists, invalidArgument, itemNotFound } from '../host-error.ts';
import { remote, type Remote } from '../remote.ts';
import type { Arguments } from '../arguments.ts';
import type { WireClass } from '../wire-class.ts';
import { eventMethods } from './event-methods.ts';

export const worksheetCollectionClass: WireClass<Workbook> = {
  items: (workbook) => workbook.sheets.map((sheet) => remote('Worksheet', sheet)),
  methods: {
    Add: (workbook, args) => add(workbook, args),
    GetItem: (workbook, args) => wanted(workbook, args) ?? fail(),
    GetItemOrNullObject: (workbook, args) => wanted(workbook, args),
    GetActiveWorksheet: (workbook) => remote('Worksheet', workbook.active),
    GetCount: (workbook, args) => counted(workbook, args).length,
    GetFirst: (workbook, args) => sheetOrFail(counted(workbook, args)[0]),
    GetLast: (workbook, args) => sheetOrFail(counted(workbook, args).at(-1)),
    ...eventMethods<Workbook>(
      {
        DataChanged: EventType.sheetChanged,
        Activated: EventType.sheetActivated,
        Deactivated: EventType.sheetDeactivated,
        Added: EventType.sheetAdded,
        Deleted: EventType.sheetDeleted,
        SelectionChanged: EventType.sheetSelection,
        Calculated: EventType.sheetCalculated,
        FormatChanged: EventType.sheetFormatChanged,
        ProtectionChanged: EventType.protectionChanged,
      },
      () => WORKBOOK_TARGET,
    ),
  },
};

function wanted(workbook: Workbook, args: Arguments): Remote | null {
  const sheet = workbook.sheetNamed(args.text(0));
  return sheet === undefined ? null : remote('Worksheet', sheet);
}

function fail(): never {
  throw itemNotFound();
}

function sheetOrFail(sheet: Sheet | undefined): Remote {
  return sheet === undefined ? fail() : remote('Worksheet', sheet);
}

function counted(workbook: Workbook, args: Arguments): readonly Sheet[] {
  return args.flag(0, false)
    ? workbook.sheets.filter((sheet) => sheet.visibility === 'Visible')
    : workbook.sheets;
}

function add(workbook: Workbook, args: Arguments): Remote {
  const name = args.given(0) ? args.text(0) : uniqueSheetName(workbook);
  if (!validSheetName(name)) throw invalidArgument();
  if (workbook.sheetNamed(name) !== undefined) throw alreadyExists();
  const sheet = workbook.addSheet(name);
  workbook.emit({ kind: 'sheet-added', sheet });
  return remote('Worksheet', sheet);
}

/** The range of a sheet without an address. */
export function wholeSheet(sheet: Sheet): Remote<'Range'> {
  return remote('Range', { sheet, area: WHOLE_SHEET });
}
