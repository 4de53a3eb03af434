import type { Assigned, Assignment } from './assignment.ts';
import { placedCell, type PlacedCell } from './cell-values.ts';
import { ABSENT_THRESHOLD, type ColumnView } from './field-evidence.ts';
import { guessesOf } from './field-guesses.ts';
import { findProblems } from './find-problems.ts';
import { cellAddress, cellAt, sheetColumn, sheetRow, type GridRange, type SheetGrid } from './grid.ts';
import type { HeaderRow } from './header-rows.ts';
import { findLongFormat, type LongColumns } from './long-format.ts';
import type {
  FieldGuess,
  FieldLine,
  FieldName,
  LongFormat,
  OtherTable,
  PeriodLine,
  SheetMapping,
} from './mapping.ts';
import { periodColumn } from './record-table.ts';
import type { ReadTable } from './table.ts';

/** A table as found: `view` is the sheet as it was read, turned where records stand in columns. */
export interface TableView {
  readonly source: SheetGrid;
  readonly view: SheetGrid;
  readonly turned: boolean;
  readonly table: ReadTable;
  readonly headers: readonly HeaderRow[];
}

/** Puts a found table into the terms of its sheet: addresses, confidence, reasons, problems. */
export function describeTable(found: TableView): SheetMapping {
  const { table, view, turned, source } = found;
  const byPeriods = turned ? undefined : periodColumn(view, table);
  const long = findLongFormat(view, table.views, table.rows.records);
  const assigned = adjust(table, { byPeriods, long });
  const key = keyColumn(table.views, assigned);
  const range = rangeOf(found);
  return {
    sheet: source.name,
    orientation: turned
      ? 'records_in_columns'
      : byPeriods === undefined
        ? 'records_in_rows'
        : 'metrics_in_columns_periods_in_rows',
    range,
    address: `${cellAddress(source, range.top, range.left)}:${cellAddress(source, range.bottom, range.right)}`,
    ...rowsOf(found),
    fields: withLong(
      guessesOf(assigned, (index) => lineName(found, index)),
      found,
      long,
    ),
    key: key === undefined ? null : lineOf(found, key),
    lines: table.views.map((column) => lineOf(found, column)),
    periods: byPeriods === undefined ? periodsOf(found) : [],
    longFormat: long === undefined ? null : longFormatOf(found, long),
    skipRows: table.rows.skipped,
    problems: problemsOf(found, { assigned, key, repeats: long !== undefined }),
    otherTables: otherTables(found),
  };
}

interface Layout {
  readonly byPeriods: ColumnView | undefined;
  readonly long: LongColumns | undefined;
}

/** Takes back what the layout rules out: a column of periods is no name, a shared value column is set apart. */
function adjust({ assigned, views }: ReadTable, { byPeriods, long }: Layout): Assigned {
  const taken = new Set([byPeriods?.index, long?.side.index, long?.value.index]);
  const kept = Object.entries(assigned.assignment).filter(([field, { column }]) => {
    if (field === 'name' && byPeriods !== undefined) return false;
    if (long !== undefined && (field === 'target' || field === 'actual' || field === 'baseline'))
      return false;
    return !taken.has(column.index);
  });
  const assignment: Assignment = Object.fromEntries(kept);
  const only = byPeriods === undefined ? undefined : onlyMetric(views, byPeriods);
  if (only === undefined || assignment.actual !== undefined) return { ...assigned, assignment };
  return { ...assigned, assignment: { ...assignment, actual: { column: only, evidence: LONE_METRIC } } };
}

/** A lone measure beside its periods is the actual, whatever its header; further numbers must be explained. */
const LONE_METRIC = { score: ABSENT_THRESHOLD + 1, header: 0, values: 1 };

function onlyMetric(views: readonly ColumnView[], byPeriods: ColumnView): ColumnView | undefined {
  const numeric = views.filter((view) => view !== byPeriods && view.profile.number > 0.6);
  const unexplained = numeric.filter(({ reading }) => (reading.scores.get('other') ?? 0) < 2);
  return unexplained.length === 1 ? unexplained[0] : undefined;
}

function withLong(
  fields: SheetMapping['fields'],
  found: TableView,
  long: LongColumns | undefined,
): SheetMapping['fields'] {
  if (long === undefined) return fields;
  const guess = (words: readonly string[]): FieldGuess => {
    const reason = `Sure: numbers in the rows marked “${words.join('”, “')}” in “${long.side.header}”`;
    return {
      chosen: { ...lineOf(found, long.value), confidence: 0.9, reason },
      confidence: 0.9,
      reason,
      runnersUp: [],
    };
  };
  return { ...fields, target: guess(long.plan), actual: guess(long.actual) };
}

function lineName({ source, turned }: TableView, index: number): string {
  return turned ? String(sheetRow(source, index)) : sheetColumn(source, index);
}

function lineOf(found: TableView, column: ColumnView): FieldLine {
  return { index: column.index, line: lineName(found, column.index), header: column.header };
}

function longFormatOf(found: TableView, { value, side, plan, actual }: LongColumns): LongFormat {
  return { value: lineOf(found, value), side: lineOf(found, side), plan, actual };
}

function periodsOf(found: TableView): readonly PeriodLine[] {
  return found.table.periods.map(({ index, period, side, group }) => {
    const header = found.table.header.columns[index]?.own ?? '';
    return {
      index,
      line: lineName(found, index),
      header,
      kind: period.kind,
      start: period.start,
      side,
      group,
    };
  });
}

/** Rows of the view are columns of the sheet where the view is turned. */
function rowsOf({
  source,
  table,
  turned,
}: TableView): Pick<SheetMapping, 'headerRow' | 'firstRow' | 'lastRow' | 'recordCount'> {
  const place = (row: number): number =>
    turned ? (source.origin?.column ?? 1) + row : sheetRow(source, row);
  const { records } = table.rows;
  const headerRow = place(table.header.bottom);
  const first = records[0];
  const last = records.at(-1);
  return {
    headerRow,
    firstRow: first === undefined ? headerRow + 1 : place(first),
    lastRow: last === undefined ? headerRow : place(last),
    recordCount: records.length,
  };
}

function rangeOf({ table, turned }: TableView): GridRange {
  const columns = table.views.map(({ index }) => index);
  const top = table.header.top;
  const bottom = Math.max(table.header.bottom, table.rows.records.at(-1) ?? 0);
  const left = Math.min(...columns);
  const right = Math.max(...columns);
  return turned ? { top: left, left: top, bottom: right, right: bottom } : { top, left, bottom, right };
}

function keyColumn(views: readonly ColumnView[], { assignment }: Assigned): ColumnView | undefined {
  const used = new Set(Object.values(assignment).map(({ column }) => column.index));
  const free = views.filter(
    ({ index, profile, isPeriod }) => !used.has(index) && !isPeriod && profile.fill > 0.6,
  );
  const score = ({ reading, profile: p, place }: ColumnView): number =>
    (reading.scores.get('key') ?? 0) +
    (p.counting ? 2 : 0) +
    2 * p.code -
    place -
    (p.distinct < ((reading.scores.get('key') ?? 0) > 2 ? 0.75 : 0.95) ? 9 : 0);
  const best = free.toSorted((a, b) => score(b) - score(a))[0];
  return best !== undefined && score(best) >= 2 ? best : undefined;
}

function problemsOf(
  found: TableView,
  about: { assigned: Assigned; key: ColumnView | undefined; repeats: boolean },
): SheetMapping['problems'] {
  const { table, source, turned } = found;
  const entries = Object.entries(about.assigned.assignment).map(
    ([field, { column }]) => [field, column] as const,
  );
  const columns: Partial<Record<FieldName, ColumnView>> = Object.fromEntries(entries);
  const place = (row: number, column: number): PlacedCell =>
    turned ? placedCell(source, column, row) : placedCell(source, row, column);
  const repeats = about.repeats || (columns.name?.profile.distinct ?? 1) < 0.6;
  const periods = table.periods.map(({ index }) => index);
  const headerCell = (column: number): PlacedCell => place(table.header.bottom, column);
  return findProblems({
    headerCell,
    typeAt: (row, column) => cellAt(found.view, row, column).type,
    records: table.rows.records,
    columns,
    key: about.key?.index ?? null,
    periods,
    repeats,
    cellAt: place,
  });
}

function otherTables({ view, table, headers, turned }: TableView): readonly OtherTable[] {
  if (turned) return [];
  const last = table.rows.records.at(-1) ?? table.header.bottom;
  return headers
    .filter(
      ({ row, known, cells }) =>
        (row > last + 1 || row < table.header.top - 1) && known >= 2 && known >= cells * 0.5,
    )
    .toSorted((a, b) => a.row - b.row)
    .map(({ row }) => ({
      headerRow: sheetRow(view, row),
      headers: (view.rows[row] ?? []).map(({ text }) => text.trim()).filter((text) => text !== ''),
    }));
}
