import type { AdoptionRow } from '../contract/adoption.ts';
import {
  type CellProblem,
  cellToDate,
  cellToNumber,
  type PlacedCell,
  placedCell,
} from '../domain/sheet/cell-values.ts';
import type { SheetGrid } from '../domain/sheet/grid.ts';
import { decimalMarkOf } from '../domain/sheet/local-habits.ts';
import type { SheetMapping } from '../domain/sheet/mapping.ts';
import { parseDate } from '../domain/sheet/parse-date.ts';
import type { Result } from '../domain/result.ts';
import { type ColumnChoice, type AdoptedField, numberOf } from './column-choice.ts';

/** One row of the sheet on its way to become a KPI. */
export interface SheetRow {
  /** 1-based sheet row. */
  readonly row: number;
  readonly request: AdoptionRow;
  readonly problems: readonly RowProblem[];
}

/** What is wrong in one cell, and what the person can do about it there. */
export interface RowProblem {
  readonly cell: string;
  readonly message: string;
  readonly cure: 'person' | 'date' | 'go';
  readonly field: AdoptedField | null;
  /** For `date`: the civil date the question asks about. */
  readonly suggestion?: string;
}

/** What the person answered in the pane; it wins over the cell. */
export interface Answers {
  readonly owners: ReadonlyMap<number, string>;
  readonly dates: ReadonlyMap<string, string>;
}

export interface RowsInput {
  readonly grid: SheetGrid;
  readonly mapping: SheetMapping;
  readonly choice: ColumnChoice;
  readonly answers: Answers;
  readonly today: string;
  /** Names a row's adoption once and for ever. */
  readonly idOf: (row: number) => string;
}

/** Every record of the table as an adoption row, with what is wrong in it by cell. */
export function adoptionRows(input: RowsInput): readonly SheetRow[] {
  const { mapping } = input;
  const skipped = new Set(mapping.skipRows.map(({ row }) => row));
  const rows: SheetRow[] = [];
  for (let row = mapping.firstRow; row <= mapping.lastRow; row += 1) {
    if (!skipped.has(row) && fieldText(input, row, 'name') !== '') rows.push(rowOf(input, row));
  }
  return rows;
}

function rowOf(input: RowsInput, row: number): SheetRow {
  const { answers, idOf, today } = input;
  const problems: RowProblem[] = [];
  const unit = fieldText(input, row, 'unit');
  const take = <T>(
    field: AdoptedField,
    read: (cell: PlacedCell) => Result<T, CellProblem>,
  ): T | undefined => {
    const cell = fieldCell(input, row, field);
    if (!cell || cell.type === 'empty') return undefined;
    const result = read(cell);
    if (result.ok) return result.value;
    problems.push(problemOf(cell, { field, today }, result.error));
    return undefined;
  };
  const date = (field: 'due' | 'start'): string | undefined => {
    const answered = answers.dates.get(fieldCell(input, row, field)?.address ?? '');
    return answered ?? take(field, (cell) => cellToDate(cell, { today }));
  };
  const number = (field: 'baseline' | 'target'): number | undefined =>
    take(field, (cell) => cellToNumber(cell, unit, decimalOf(input, field)));
  const owner = fieldText(input, row, 'owner');
  const ownerId = answers.owners.get(row);
  const fields = {
    baseline: number('baseline'),
    target: number('target'),
    due: date('due'),
    start: date('start'),
  };
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return {
    row,
    problems,
    request: {
      ref: String(row),
      id: idOf(row),
      name: fieldText(input, row, 'name').slice(0, 200),
      ...(owner === '' ? {} : { owner: owner.slice(0, 200) }),
      ...(ownerId === undefined ? {} : { ownerId }),
      ...(unit === '' ? {} : { unit: unit.slice(0, 40) }),
      ...given,
    },
  };
}

/** The letters a field is read from, as a cell of this row. */
export function fieldCell({ grid, choice }: RowsInput, row: number, field: AdoptedField): PlacedCell | null {
  const letters = choice[field];
  if (letters === undefined) return null;
  const origin = grid.origin ?? { row: 1, column: 1 };
  return placedCell(grid, row - origin.row, numberOf(letters) - origin.column);
}

function fieldText(input: RowsInput, row: number, field: AdoptedField): string {
  return fieldCell(input, row, field)?.text.trim() ?? '';
}

/** How the column writes its decimals settles texts such as "1.234". */
function decimalOf(input: RowsInput, field: AdoptedField): ReturnType<typeof decimalMarkOf> {
  const { firstRow, lastRow } = input.mapping;
  const texts: string[] = [];
  for (let row = firstRow; row <= Math.min(lastRow, firstRow + 200); row += 1)
    texts.push(fieldText(input, row, field));
  return decimalMarkOf(texts);
}

function problemOf(
  cell: PlacedCell,
  { field, today }: { readonly field: AdoptedField; readonly today: string },
  { code, message }: CellProblem,
): RowProblem {
  const guess = code === 'date-as-text' ? parseDate(cell.text, { year: Number(today.slice(0, 4)) }) : null;
  if (guess?.ok) return { cell: cell.address, message, field, cure: 'date', suggestion: guess.value.iso };
  return { cell: cell.address, message, field, cure: 'go' };
}
