import { err, ok, type Result } from '../result.ts';
import { describeTable, type TableView } from './describe-table.ts';
import { gridWidth, transposeGrid, type SheetGrid } from './grid.ts';
import { findHeaderRows, type HeaderRow } from './header-rows.ts';
import type { MappingFailure, SheetMapping } from './mapping.ts';
import { isRecordTable } from './record-table.ts';
import { readTable, type ReadTable } from './table.ts';

/** A sheet this tall has its records in rows; turning it would only cost time. */
const TALLEST_TURNED = 120;
/** How many header rows are read to the end before the best is chosen. */
const TRIED_HEADERS = 6;
/** Rows compared before one header is chosen, and the share of the best score that is worth a try. */
const COMPARED_ROWS = 150;
const LEAST_SHARE = 0.3;
/** Turned sheets are rare, so a turned reading must be clearly better. */
const TURNED_LEAD = 1.25;
/** What a series of period columns speaks for the upright reading, each and at most. */
const SERIES_SAYS = 0.5;
const MOST_SERIES = 12;

/**
 * Finds the table of records on a sheet and which column carries which field (DESIGN.md 6, Adopt).
 * Deterministic, never throws. Without a table the failure says why, for the person.
 */
export function detectMapping(grid: SheetGrid): Result<SheetMapping, MappingFailure> {
  if (!grid.rows.some((row) => row.some((cell) => cell.type !== 'empty'))) {
    return fail('empty-sheet', `“${grid.name}” is empty.`);
  }
  const upright = bestTable(grid);
  const turned = canTurn(grid) ? bestTable(transposeGrid(grid), true) : undefined;
  const chosen = chooseView(grid, upright, turned);
  if (chosen === undefined) {
    return fail('no-header', `“${grid.name}” has no table of records: no row names columns above values.`);
  }
  if (!isRecordTable(chosen.view, chosen.table)) {
    return fail(
      'no-records',
      `“${grid.name}” has no table of records: no column looks like a KPI, task or project with values.`,
    );
  }
  return ok(describeTable(chosen));
}

function fail(code: MappingFailure['code'], message: string): Result<never, MappingFailure> {
  return err({ code, message });
}

interface Candidate {
  readonly table: ReadTable;
  readonly headers: readonly HeaderRow[];
  readonly view: SheetGrid;
}

/** Tables are compared by their first rows; only the best is read to its end. */
function bestTable(view: SheetGrid, turned = false): Candidate | undefined {
  const headers = findHeaderRows(view);
  const tried = headers
    .slice(0, turned ? 2 : TRIED_HEADERS)
    .filter(({ score }) => score >= (headers[0]?.score ?? 0) * LEAST_SHARE);
  const best = tried.length > 1 ? mostWorth(view, headers, tried) : tried[0];
  const table = best === undefined ? undefined : readTable(view, best, rivalsOf(headers, best));
  return table === undefined ? undefined : { table, headers, view };
}

function mostWorth(
  view: SheetGrid,
  headers: readonly HeaderRow[],
  tried: readonly HeaderRow[],
): HeaderRow | undefined {
  const sample = { ...view, rows: view.rows.slice(0, COMPARED_ROWS) };
  const worths = tried.map((header) => ({
    header,
    worth: readTable(sample, header, rivalsOf(headers, header))?.worth ?? -1,
  }));
  return worths.toSorted((a, b) => b.worth - a.worth)[0]?.header;
}

/** Other rows strong enough to head a table of their own. */
function rivalsOf(headers: readonly HeaderRow[], header: HeaderRow): readonly HeaderRow[] {
  return headers.filter((other) => other !== header && other.score > header.score * LEAST_SHARE);
}

function canTurn(grid: SheetGrid): boolean {
  return grid.rows.length <= TALLEST_TURNED && gridWidth(grid) >= 2;
}

function chooseView(
  source: SheetGrid,
  upright: Candidate | undefined,
  turned: Candidate | undefined,
): TableView | undefined {
  const series = Math.min(upright?.table.periods.length ?? 0, MOST_SERIES) * SERIES_SAYS;
  const uprightSays = (upright?.table.assigned.total ?? 0) + series;
  const turnedSays = turned?.table.assigned.total ?? 0;
  const better = turnedSays > uprightSays * TURNED_LEAD + 3;
  if (turned !== undefined && better && turned.table.rows.records.length > 0)
    return { source, ...turned, turned: true };
  return upright === undefined ? undefined : { source, ...upright, turned: false };
}
