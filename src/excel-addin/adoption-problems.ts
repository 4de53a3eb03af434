import type { AdoptionReceipt } from '../contract/adoption.ts';
import type { FieldProblem } from '../contract/problem.ts';
import type { PlacedProblem } from './adopt-rows.tsx';
import type { AdoptedField, ColumnChoice } from './column-choice.ts';
import type { SheetRow } from './adoption-rows.ts';

interface Columns {
  readonly choice: ColumnChoice;
  readonly nameColumn: string;
}

/** What is wrong, by cell: the sheet's own findings first, then the server's for fields that read well. */
export function placedProblems(
  rows: readonly SheetRow[],
  receipt: AdoptionReceipt | null,
  columns: Columns,
): readonly PlacedProblem[] {
  const refusals = new Map(
    (receipt?.outcomes ?? []).flatMap((one) =>
      one.outcome === 'refused' ? [[one.ref, one.errors] as const] : [],
    ),
  );
  return rows.flatMap(({ row, request, problems }) => {
    const own = problems.map((problem) => ({ ...problem, row }));
    const told = new Set(own.map(({ field }) => field));
    const refused = (refusals.get(request.ref) ?? []).map((error) => fromServer(error, row, columns));
    return [...own, ...refused.filter(({ field }) => field === null || !told.has(field))];
  });
}

const FIELD_OF: Readonly<Record<string, AdoptedField>> = {
  name: 'name',
  owner: 'owner',
  ownerId: 'owner',
  unit: 'unit',
  baseline: 'baseline',
  target: 'target',
  due: 'due',
  start: 'start',
};

/** The server names `rows[2].owner`; the person sees the cell of that column. */
function fromServer(
  { at, message }: FieldProblem,
  row: number,
  { choice, nameColumn }: Columns,
): PlacedProblem {
  const name = /\.(\w+)$/.exec(at)?.[1] ?? '';
  const field = FIELD_OF[name] ?? null;
  const column = (field === null ? undefined : choice[field]) ?? nameColumn;
  return { row, cell: `${column}${row}`, message, field, cure: field === 'owner' ? 'person' : 'go' };
}
