import { stableId } from '../api/archive/stable-id.ts';
import type { AdoptionRow } from '../contract/adoption.ts';
import { type Result, err, ok } from '../domain/result.ts';
import { type CellProblem, cellToDate, cellToNumber, placedCell } from '../domain/sheet/cell-values.ts';
import { type SheetGrid, sheetRow } from '../domain/sheet/grid.ts';
import { decimalMarkOf } from '../domain/sheet/local-habits.ts';
import type { FieldName, SheetMapping } from '../domain/sheet/mapping.ts';

/** A row of the sheet on its way to become a KPI; with problems it is refused. */
export interface SheetRow {
  /** 1-based. */
  readonly row: number;
  readonly request: AdoptionRow;
  readonly problems: readonly CellProblem[];
}

interface Sheet {
  readonly grid: SheetGrid;
  readonly mapping: SheetMapping;
  readonly tenant: string;
  readonly today: string;
}

/** The records of a mapped table. The error is a sentence. */
export function sheetRows(sheet: Sheet): Result<readonly SheetRow[], string> {
  const { grid, mapping } = sheet;
  if (mapping.orientation !== 'records_in_rows') {
    return err(`In “${mapping.sheet}” records do not stand in rows. Turn the table first, one KPI a row.`);
  }
  const skipped = new Set(mapping.skipRows.map(({ row }) => row));
  const indexes = grid.rows
    .map((_, index) => index)
    .filter((index) => {
      const row = sheetRow(grid, index);
      return row >= mapping.firstRow && row <= mapping.lastRow && !skipped.has(row);
    });
  return ok(indexes.map((index) => rowOf(sheet, index)).filter(({ request }) => request.name !== ''));
}

function rowOf({ grid, mapping, tenant, today }: Sheet, index: number): SheetRow {
  const problems: CellProblem[] = [];
  const cell = (field: FieldName) => {
    const chosen = mapping.fields[field].chosen;
    return chosen ? placedCell(grid, index, chosen.index) : null;
  };
  const text = (field: FieldName) => cell(field)?.text.trim() ?? '';
  const value = <T>(
    field: FieldName,
    read: (of: ReturnType<typeof placedCell>) => Result<T, CellProblem>,
  ) => {
    const found = cell(field);
    if (!found || found.type === 'empty') return [];
    const result = read(found);
    if (!result.ok) problems.push(result.error);
    return result.ok ? [[field, result.value] as const] : [];
  };
  const unit = text('unit');
  const number = (field: 'baseline' | 'target') =>
    value(field, (of) => cellToNumber(of, unit, decimalMarkOf(columnOf(grid, mapping, field))));
  const date = (field: 'start' | 'due') => value(field, (of) => cellToDate(of, { today }));
  const [name, owner] = [text('name').slice(0, 200), text('owner').slice(0, 200)];
  const read = [...number('baseline'), ...number('target'), ...date('start'), ...date('due')];
  return {
    row: sheetRow(grid, index),
    problems,
    request: {
      ref: String(sheetRow(grid, index)),
      id: stableId(tenant, 'row', name, owner),
      name,
      ...(owner === '' ? {} : { owner }),
      ...(unit === '' ? {} : { unit: unit.slice(0, 40) }),
      ...Object.fromEntries(read),
    },
  };
}

/** How the column writes its decimals settles texts such as "1.234". */
function columnOf(grid: SheetGrid, { fields }: SheetMapping, field: FieldName): readonly string[] {
  const index = fields[field].chosen?.index;
  return index === undefined ? [] : grid.rows.slice(0, 200).map((row) => row[index]?.text ?? '');
}
