import { bodyArea, totalArea } from '../../model/tables.ts';
import { mapCells, rowCount, columnCount } from '../../model/area.ts';
import { deleteCells, insertCells } from '../../model/shift-cells.ts';
import { writeCells } from '../../model/write-cells.ts';
import type { Area } from '../../model/address.ts';
import type { Table, Workbook } from '../../model/workbook.ts';
import type { Arguments } from '../arguments.ts';
import { plainValue } from '../cell-text.ts';
import { accessDenied, invalidArgument, itemNotFound } from '../host-error.ts';
import { remote, type Remote, type TablePart } from '../remote.ts';
import type { Session } from '../session.ts';
import type { WireClass } from '../wire-class.ts';
import { rangeValueScalars, writeError } from './range-values.ts';

export const tableColumnCollectionClass: WireClass<Table> = {
  items: (table) => parts(table, columnCount(table.area)).map((part) => remote('TableColumn', part)),
  scalars: { Count: { get: (table) => columnCount(table.area) } },
  methods: {
    GetCount: (table) => columnCount(table.area),
    GetItem: (table, args) => column(table, args) ?? fail(),
    GetItemOrNullObject: (table, args) => column(table, args),
    GetItemAt: (table, args) =>
      partAt(table, { index: args.integer(0), count: columnCount(table.area), className: 'TableColumn' }),
    Add: (table, args, session) => addColumn(table, args, session),
  },
};

export const tableColumnClass: WireClass<TablePart> = {
  identity: ({ index }) => ({ Id: index + 1 }),
  scalars: {
    Id: { get: ({ index }) => index + 1 },
    Index: { get: ({ index }) => index },
    Name: {
      get: columnName,
      set: (part, value, session) =>
        write({ ...columnArea(part), bottom: part.table.area.top }, value, { part, session }),
    },
    Values: {
      get: (part) => values(part, columnArea(part)),
      set: (part, value, session) => write(columnArea(part), value, { part, session }),
    },
  },
  methods: {
    GetRange: (part) => range(part, columnArea(part)),
    GetHeaderRowRange: (part) => range(part, { ...columnArea(part), bottom: part.table.area.top }),
    GetDataBodyRange: (part) =>
      range(part, { ...bodyArea(part.table), left: columnArea(part).left, right: columnArea(part).left }),
    Delete: (part, _, { workbook }) => {
      if (columnCount(part.table.area) === 1) throw invalidArgument();
      if (!deleteCells(workbook, { sheet: part.table.sheet, area: columnArea(part) }, 'horizontal'))
        throw accessDenied();
    },
  },
};

export const tableRowCollectionClass: WireClass<Table> = {
  items: (table) => parts(table, rowCount(bodyArea(table))).map((part) => remote('TableRow', part)),
  scalars: { Count: { get: (table) => rowCount(bodyArea(table)) } },
  methods: {
    GetCount: (table) => rowCount(bodyArea(table)),
    GetItemAt: (table, args) =>
      partAt(table, { index: args.integer(0), count: rowCount(bodyArea(table)), className: 'TableRow' }),
    Add: (table, args, session) => addRows(table, args, session),
  },
};

export const tableRowClass: WireClass<TablePart> = {
  scalars: {
    Index: { get: ({ index }) => index },
    Values: {
      get: (part) => values(part, rowArea(part)),
      set: (part, value, session) => write(rowArea(part), value, { part, session }),
    },
  },
  methods: {
    GetRange: (part) => range(part, rowArea(part)),
    Delete: (part, _, { workbook }) => {
      if (!deleteCells(workbook, { sheet: part.table.sheet, area: rowArea(part) }, 'vertical'))
        throw accessDenied();
    },
  },
};

function parts(table: Table, count: number): readonly TablePart[] {
  return Array.from({ length: count }, (_, index) => ({ table, index }));
}

interface Position {
  readonly index: number;
  readonly count: number;
  readonly className: 'TableColumn' | 'TableRow';
}

function partAt(table: Table, { index, count, className }: Position): Remote {
  if (index < 0 || index >= count) throw invalidArgument();
  return remote(className, { table, index });
}

function column(table: Table, args: Arguments): Remote | null {
  const key = args.key(0);
  const wanted = String(key).toLowerCase();
  const part = parts(table, columnCount(table.area)).find(
    (p) => p.index + 1 === key || columnName(p).toLowerCase() === wanted,
  );
  return part === undefined ? null : remote('TableColumn', part);
}

function fail(): never {
  throw itemNotFound();
}

function columnName(part: TablePart): string {
  const { sheet, area } = part.table;
  return String(plainValue(sheet.cell(area.top, area.left + part.index)?.value ?? null));
}

function columnArea({ table, index }: TablePart): Area {
  return { ...table.area, left: table.area.left + index, right: table.area.left + index };
}

function rowArea({ table, index }: TablePart): Area {
  const top = bodyArea(table).top + index;
  return { ...table.area, top, bottom: top };
}

function range({ table }: TablePart, area: Area): Remote {
  return remote('Range', { sheet: table.sheet, area });
}

function values({ table }: TablePart, area: Area): unknown {
  return mapCells(area, (row, col) => plainValue(table.sheet.cell(row, col)?.value ?? null));
}

function write(
  area: Area,
  value: unknown,
  { part, session }: { readonly part: TablePart; readonly session: Session },
): void {
  rangeValueScalars['Values']?.set?.({ sheet: part.table.sheet, area }, value, session);
}

/** Rows of values; one flat row is accepted too. */
function grid(value: unknown, width: number): readonly (readonly unknown[])[] {
  if (!Array.isArray(value)) throw invalidArgument();
  const rows = (Array.isArray(value[0]) ? value : [value]) as readonly (readonly unknown[])[];
  if (rows.some((row) => row.length !== width)) throw invalidArgument();
  return rows;
}

/** Adds rows at the end or at an index; what lies below the table moves down. */
function addRows(table: Table, args: Arguments, { workbook }: Session): Remote {
  const rows = args.given(1)
    ? grid(args.raw(1), columnCount(table.area))
    : [table.area].map(() => Array<unknown>(columnCount(table.area)).fill(null));
  const body = bodyArea(table);
  const at = args.given(0) && args.integer(0) >= 0 ? body.top + args.integer(0) : body.bottom + 1;
  if (at > body.bottom + 1) throw invalidArgument();
  const area = { ...table.area, top: at, bottom: at + rows.length - 1 };
  if (table.sheet.protection !== undefined) throw accessDenied();
  makeRoom(workbook, table, area);
  const written = writeCells(workbook, {
    sheet: table.sheet,
    area,
    input: (row, col) => rows[row - area.top]?.[col - area.left] ?? null,
  });
  if (!written.ok) throw writeError(written.error);
  return remote('TableRow', { table, index: at - body.top });
}

function makeRoom(workbook: Workbook, table: Table, area: Area): void {
  const before = table.area;
  const used = table.sheet.usedArea(true, { ...area, bottom: area.bottom + 100_000 });
  const inside = area.top <= before.bottom;
  if (inside || used !== undefined || totalArea(table) !== undefined)
    insertCells(workbook, { sheet: table.sheet, area }, 'vertical');
  table.area = { ...before, bottom: before.bottom + rowCount(area) };
}

function addColumn(table: Table, args: Arguments, session: Session): Remote {
  if (table.sheet.protection !== undefined) throw accessDenied();
  const index = args.given(0) && args.integer(0) >= 0 ? args.integer(0) : columnCount(table.area);
  const before = table.area;
  const area = { ...before, left: before.left + index, right: before.left + index };
  insertCells(session.workbook, { sheet: table.sheet, area }, 'horizontal');
  table.area = { ...before, right: before.right + 1 };
  const part = { table, index };
  const name = args.given(2) ? args.text(2) : `Column${index + 1}`;
  write({ ...area, bottom: area.top }, name, { part, session });
  if (args.given(1)) write(area, args.raw(1), { part, session });
  return remote('TableColumn', part);
}
