import { parseAddress } from '../../model/address.ts';
import { addTable } from '../../model/tables.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Table, Workbook } from '../../model/workbook.ts';
import type { Arguments } from '../arguments.ts';
import { EventType, WORKBOOK_TARGET } from '../event-types.ts';
import { accessDenied, invalidArgument, itemNotFound } from '../host-error.ts';
import { isA, remote, type RangeTarget, type Remote } from '../remote.ts';
import type { Session } from '../session.ts';
import type { WireClass } from '../wire-class.ts';
import { eventMethods } from './event-methods.ts';

export const tableCollectionClass: WireClass<Sheet | null> = {
  items: (sheet, { workbook }) => tablesOf(sheet, workbook).map((table) => remote('Table', table)),
  scalars: { Count: { get: (sheet, { workbook }) => tablesOf(sheet, workbook).length } },
  methods: {
    Add: (sheet, args, session) => add(sheet, args, session),
    GetCount: (sheet, _, { workbook }) => tablesOf(sheet, workbook).length,
    GetItem: (sheet, args, { workbook }) => found(sheet, args, workbook) ?? fail(),
    GetItemOrNullObject: (sheet, args, { workbook }) => found(sheet, args, workbook),
    GetItemAt: (sheet, args, { workbook }) => at(tablesOf(sheet, workbook)[args.integer(0)]),
    ...eventMethods<Sheet | null>(
      { DataChanged: EventType.tableChanged, Added: EventType.tableAdded, Deleted: EventType.tableDeleted },
      (sheet) => sheet?.id ?? WORKBOOK_TARGET,
    ),
  },
};

function tablesOf(sheet: Sheet | null, workbook: Workbook): readonly Table[] {
  return sheet === null ? workbook.tables : workbook.tables.filter((table) => table.sheet === sheet);
}

function add(sheet: Sheet | null, args: Arguments, { workbook }: Session): Remote {
  const range = rangeOf(sheet, args.raw(0), workbook);
  if (range.sheet.protection !== undefined) throw accessDenied();
  const table = addTable(workbook, range, args.flag(1, false));
  if (table === undefined) throw invalidArgument('A table cannot overlap another table.');
  workbook.emit({ kind: 'table-added', table });
  return remote('Table', table);
}

function rangeOf(sheet: Sheet | null, value: unknown, workbook: Workbook): RangeTarget {
  if (isA(value, 'Range')) return value.target;
  const address = typeof value === 'string' ? parseAddress(value) : undefined;
  if (address === undefined) throw invalidArgument();
  const own = address.sheet === undefined ? (sheet ?? workbook.active) : workbook.sheetNamed(address.sheet);
  if (own === undefined) throw itemNotFound();
  return { sheet: own, area: address.area };
}

function found(sheet: Sheet | null, args: Arguments, workbook: Workbook): Remote | null {
  const key = String(args.key(0));
  const table = tablesOf(sheet, workbook).find(
    (t) => t.id === key || t.name.toLowerCase() === key.toLowerCase(),
  );
  return table === undefined ? null : remote('Table', table);
}

function at(table: Table | undefined): Remote {
  if (table === undefined) throw invalidArgument();
  return remote('Table', table);
}

function fail(): never {
  throw itemNotFound();
}
