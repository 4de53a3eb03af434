import { cellAt, type SheetGrid } from './grid.ts';
import type { ColumnView } from './field-evidence.ts';
import { parsePeriod } from './parse-period.ts';
import type { ReadTable } from './table.ts';

/**
 * True when rows of the table are records of something: a name or a period at the left and something said
 * about it. Lists that only stand side by side and cross tables without a name are not.
 */
export function isRecordTable(grid: SheetGrid, table: ReadTable): boolean {
  const { assignment } = table.assigned;
  const fields = Object.keys(assignment).length;
  if (table.rows.records.length === 0) return fields >= 3;
  if (areLooseLists(table) || isMostlyUnnamed(table)) return false;
  if (assignment.name !== undefined && assignment.name.evidence.header >= PLAIN_NAME) return true;
  if (assignment.name === undefined)
    return periodColumn(grid, table) !== undefined || table.periods.length >= 3 || fields >= 2;
  return fields >= 2 || table.periods.length >= 2 || filledViews(table).length >= 3;
}

/** A header such as "Task" makes a table by itself. */
const PLAIN_NAME = 2;

function isMostlyUnnamed({ rows }: ReadTable): boolean {
  const unnamed = rows.skipped.filter(({ kind }) => kind === 'unnamed').length;
  return unnamed > rows.records.length * 1.5 && unnamed >= 3;
}

const LOOKED_AT = 60;

/**
 * The column of a table whose rows are periods: months, quarters or days at the left, each once, beside
 * numbers, with no other column that could be a name. Such a table has one KPI per column.
 */
export function periodColumn(grid: SheetGrid, table: ReadTable): ColumnView | undefined {
  const rows = table.rows.records.slice(0, LOOKED_AT);
  const [first, second] = table.views;
  const column = [first, second].find((view) => view !== undefined && holdsPeriods(grid, view, rows));
  if (column === undefined || table.periods.length > 0) return undefined;
  const others = table.views.filter(({ index }) => index !== column.index);
  const numeric = others.filter(({ profile: p }) => p.number > 0.6 && p.year < 0.9);
  const named = others.some(
    ({ profile: p }) =>
      p.text > 0.6 && p.distinctCount > 1 && p.fill > 0.5 && p.status < 0.5 && p.prose < 0.3,
  );
  return numeric.length > 0 && !named ? column : undefined;
}

function holdsPeriods(grid: SheetGrid, { index, profile }: ColumnView, rows: readonly number[]): boolean {
  if (rows.length < 3 || profile.distinct < 0.9 || profile.fill < 0.7) return false;
  const found = rows.filter((row) => parsePeriod(cellAt(grid, row, index))?.rest === '');
  return profile.date > 0.8 || found.length >= rows.length * 0.75;
}

function filledViews({ views }: ReadTable): readonly ColumnView[] {
  return views.filter(({ profile, header }) => profile.fill > 0.5 && header !== '');
}

/** Look-up lists: columns of different lengths, each filled from the top, hardly any number. */
function areLooseLists({ views, rows }: ReadTable): boolean {
  const filled = views.filter(({ profile }) => profile.telling > 0);
  if (filled.length < 2 || rows.records.length + rows.skipped.length < 3) return false;
  const short = filled.filter(
    ({ profile }) => profile.fill < 0.8 && profile.distinct > 0.95 && profile.text > 0.9,
  );
  return short.length >= filled.length * 0.6;
}
