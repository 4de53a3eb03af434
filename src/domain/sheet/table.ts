import { assignFields, type Assigned } from './assignment.ts';
import { profileColumn, sampleRows, type ColumnProfile } from './column-profile.ts';
import type { ColumnView } from './field-evidence.ts';
import { growHeader, type HeaderBlock, type HeaderColumn } from './header-block.ts';
import type { HeaderRow } from './header-rows.ts';
import { readHeader, strongest, type HeaderReading } from './header-words.ts';
import type { SheetGrid } from './grid.ts';
import { findPeriodColumns, type PeriodColumn } from './period-columns.ts';
import { bodyRows, sortRows, type TableRows } from './table-rows.ts';

/** One table read as far as its fields: what later steps explain and check. */
export interface ReadTable {
  readonly header: HeaderBlock;
  readonly views: readonly ColumnView[];
  readonly assigned: Assigned;
  readonly periods: readonly PeriodColumn[];
  readonly rows: TableRows;
  /** Fields found, periods and records weighed together, to choose among tables. */
  readonly worth: number;
}

/** Reads the table under one header row. Undefined when nothing there can be a record. */
export function readTable(
  grid: SheetGrid,
  row: HeaderRow,
  others: readonly HeaderRow[],
): ReadTable | undefined {
  const header = growHeader(grid, row);
  const body = bodyRows(grid, header, others);
  if (body.length === 0 && row.known < 3) return undefined;
  const first = assign(grid, header, body);
  const rows = sortRows({ grid, header, body, name: nameColumn(first), values: valueColumns(first) });
  // Totals and sections blur the looks of a column, so look again at the records alone.
  const table = rows.skipped.length === 0 ? first : assign(grid, header, rows.records);
  return { header, rows, ...table, worth: worthOf(table, rows, row) };
}

interface FieldsOfTable {
  readonly views: readonly ColumnView[];
  readonly assigned: Assigned;
  readonly periods: readonly PeriodColumn[];
}

function assign(grid: SheetGrid, header: HeaderBlock, body: readonly number[]): FieldsOfTable {
  const sample = sampleRows(body);
  const profiles = header.columns.map(({ index }) => profileColumn(grid, index, sample));
  const periods = findPeriodColumns(grid, header, profiles);
  const views = viewsOf(header, profiles, new Set(periods.map(({ index }) => index)));
  return { views, periods, assigned: assignFields(views) };
}

function viewsOf(
  header: HeaderBlock,
  profiles: readonly ColumnProfile[],
  periods: ReadonlySet<number>,
): ColumnView[] {
  const used = header.columns.filter(({ index, own }) => own !== '' || (profiles[index]?.telling ?? 0) > 0);
  return used.flatMap((column, at) => {
    const profile = profiles[column.index];
    if (profile === undefined) return [];
    const place = at / Math.max(1, used.length - 1);
    return [{ index: column.index, header: labelOf(column), reading: readingOf(column), profile, place, isPeriod: periods.has(column.index) }]; // prettier-ignore
  });
}

/** The header as a person would say it: with its group, where there is a short one. */
export function labelOf({ own, groups }: HeaderColumn): string {
  const group = groups.at(-1) ?? '';
  if (own === '') return group;
  return group === '' || group.length > LONGEST_GROUP ? own : `${group} ${own}`;
}

const LONGEST_GROUP = 30;

/** A short group label is part of the head: "Target" over "Value" and "Date". */
function readingOf(column: HeaderColumn): HeaderReading {
  const own = readHeader(column.own);
  const group = column.groups.at(-1) ?? '';
  if (group === '' || group.length > LONGEST_GROUP || strongest(own) >= 3) return own;
  const joined = readHeader(`${group} ${column.own}`);
  return strongest(joined) > strongest(own) ? joined : own;
}

function nameColumn({ assigned, views }: FieldsOfTable): number {
  return (assigned.assignment.name ?? assigned.ranking.name[0])?.column.index ?? views[0]?.index ?? 0;
}

function valueColumns({ assigned, periods, views }: FieldsOfTable): readonly number[] {
  const fields = Object.entries(assigned.assignment).flatMap(([field, scored]) =>
    field === 'name' || field === 'comment' ? [] : [scored.column.index],
  );
  const numeric = views
    .filter(({ profile }) => profile.number + profile.date > 0.6)
    .map(({ index }) => index);
  return [...new Set([...fields, ...periods.map(({ index }) => index), ...numeric])].filter(
    (index) => index !== assigned.assignment.name?.column.index,
  );
}

function worthOf({ assigned, periods }: FieldsOfTable, rows: TableRows, row: HeaderRow): number {
  const records = Math.log2(1 + Math.min(rows.records.length, 60));
  return assigned.total + Math.min(periods.length, 12) * 0.4 + records * 0.8 + Math.min(row.score, 14) * 0.5;
}
