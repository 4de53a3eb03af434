import { contains, overlaps } from '../../model/area.ts';
import { parseAddress, type Area } from '../../model/address.ts';
import { bodyArea, headerArea, totalArea } from '../../model/tables.ts';
import type { Table, Workbook } from '../../model/workbook.ts';
import { EventType } from '../event-types.ts';
import { accessDenied, alreadyExists, invalidArgument, itemNotFound, notImplemented } from '../host-error.ts';
import { isA, remote, type Remote } from '../remote.ts';
import type { Session } from '../session.ts';
import { ignored, type WireClass } from '../wire-class.ts';
import { eventMethods } from './event-methods.ts';

export const tableClass: WireClass<Table> = {
  identity: (table) => ({ Id: table.id }),
  scalars: {
    Id: { get: (table) => table.id },
    LegacyId: { get: (table) => table.id },
    Name: { get: (table) => table.name, set: rename },
    Style: { get: (table) => table.style, set: (table, value) => void (table.style = String(value)) },
    ShowHeaders: { get: (table) => table.showHeaders },
    ShowTotals: { get: (table) => table.showTotals, set: () => unsupported('Table.showTotals') },
    ShowBandedRows: {
      get: (table) => table.showBandedRows,
      set: (table, value) => void (table.showBandedRows = value === true),
    },
    ShowFilterButton: {
      get: (table) => table.showFilterButton,
      set: (table, value) => void (table.showFilterButton = value === true),
    },
  },
  navigation: {
    Columns: (table) => remote('TableColumnCollection', table),
    Rows: (table) => remote('TableRowCollection', table),
    Worksheet: ({ sheet }) => remote('Worksheet', sheet),
  },
  methods: {
    GetRange: (table) => range(table, table.area),
    GetHeaderRowRange: (table) => range(table, table.showHeaders ? headerArea(table) : fail()),
    GetDataBodyRange: (table) => range(table, bodyArea(table)),
    GetTotalRowRange: (table) => range(table, totalArea(table) ?? fail()),
    Resize: (table, args, { workbook }) => resize(table, args.raw(0), workbook),
    Delete: (table, _, session) => remove(table, session),
    ConvertToRange: (table, _, session) => {
      remove(table, session);
      return range(table, table.area);
    },
    ClearFilters: ignored,
    ReapplyFilters: ignored,
    ...eventMethods<Table>(
      { DataChanged: EventType.tableChanged, SelectionChanged: EventType.tableSelection },
      (table) => table.id,
    ),
  },
};

function range({ sheet }: Table, area: Area): Remote {
  return remote('Range', { sheet, area });
}

function fail(): never {
  throw itemNotFound();
}

function unsupported(member: string): never {
  throw notImplemented(`Setting ${member}`);
}

function rename(table: Table, value: unknown, { workbook }: Session): void {
  if (typeof value !== 'string' || !/^[\p{L}_\\][\p{L}\p{N}_.]*$/u.test(value)) throw invalidArgument();
  if (workbook.tables.some((t) => t !== table && t.name.toLowerCase() === value.toLowerCase()))
    throw alreadyExists();
  table.name = value;
  workbook.emit({ kind: 'formatted', sheet: table.sheet, area: table.area });
}

/** The header row must stay where it is. */
function resize(table: Table, value: unknown, workbook: Workbook): void {
  const target = isA(value, 'Range')
    ? value.target
    : typeof value === 'string'
      ? { ...parseAddress(value), sheet: table.sheet }
      : undefined;
  const area = target?.area;
  if (
    area === undefined ||
    target?.sheet !== table.sheet ||
    area.top !== table.area.top ||
    !overlaps(area, table.area)
  )
    throw invalidArgument();
  if (table.sheet.protection !== undefined) throw accessDenied();
  if (workbook.tables.some((t) => t !== table && t.sheet === table.sheet && overlaps(t.area, area)))
    throw invalidArgument();
  table.area = contains(area, { ...area, bottom: area.top + 1 }) ? area : { ...area, bottom: area.top + 1 };
  workbook.emit({ kind: 'formatted', sheet: table.sheet, area });
}

function remove(table: Table, { workbook }: Session): null {
  if (table.sheet.protection !== undefined) throw accessDenied();
  workbook.tables = workbook.tables.filter((t) => t !== table);
  workbook.emit({ kind: 'table-deleted', table });
  return null;
}
