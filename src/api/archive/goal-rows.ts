import { addDays } from '../../domain/civil-date.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { type CellProblem, cellToDate, cellToNumber, placedCell } from '../../domain/sheet/cell-values.ts';
import { type SheetGrid, sheetRow } from '../../domain/sheet/grid.ts';
import { firstDay, parsePeriodText } from '../../domain/sheet/parse-period.ts';
import { folded } from '../adoption/folded.ts';

export type GoalKind = 'objective' | 'key-result' | 'initiative';

/** One row of a goal list, as far as its cells could be read. */
export interface GoalRow {
  /** 1-based row of the sheet. */
  readonly row: number;
  readonly kind: GoalKind;
  readonly reference: string;
  readonly parent: string;
  readonly title: string;
  readonly owner: string;
  readonly team: string;
  readonly unit: string;
  readonly start?: string | undefined;
  readonly due?: string | undefined;
  readonly baseline?: number | undefined;
  readonly target?: number | undefined;
  /** Cells that hold something else than their column says. */
  readonly problems: readonly CellProblem[];
}

/**
 * Headers by what they carry, folded. "OKR Reference", "Parent OKR", Title, Owner and Time period are those that the
 * Viva Goals documentation names (field.md, V6); the others are the words such lists use.
 */
const HEADERS = {
  reference: ['okr reference', 'reference', 'okr id', 'goal id', 'id'],
  parent: ['parent okr', 'parent okr reference', 'parent', 'parent reference', 'parent id', 'aligned to'],
  title: ['title', 'okr title', 'name', 'goal', 'objective', 'okr'],
  kind: ['okr type', 'object type', 'goal type', 'okr/project', 'kind', 'type'],
  owner: ['owner', 'owner email', 'okr owner', 'owner name', 'assignee'],
  team: ['team', 'teams', 'team/organization', 'department', 'function'],
  period: ['time period', 'period', 'cycle'],
  start: ['start date', 'start'],
  due: ['end date', 'due date', 'due', 'end'],
  unit: ['unit', 'metric unit', 'metric type', 'metric name', 'metric'],
  baseline: ['start value', 'starting value', 'initial value', 'baseline', 'metric start value'],
  target: ['target value', 'target', 'metric target', 'metric target value'],
} as const;
type Field = keyof typeof HEADERS;
type Columns = Readonly<Partial<Record<Field, number>>>;

const KINDS: Readonly<Record<string, GoalKind>> = {
  objective: 'objective',
  'big picture': 'objective',
  'key result': 'key-result',
  kr: 'key-result',
  kpi: 'key-result',
  project: 'initiative',
  initiative: 'initiative',
};

/** A header may stand under a title and a note. */
const ROWS_SEARCHED = 20;

/** The rows of a goal list. The error is a sentence. */
export function goalRows(grid: SheetGrid, today: string): Result<readonly GoalRow[], string> {
  const header = grid.rows.slice(0, ROWS_SEARCHED).findIndex((_, row) => {
    const { title, owner } = columnsIn(grid, row);
    return title !== undefined && owner !== undefined;
  });
  if (header < 0) return err(`“${grid.name}” has no row with the headers Title and Owner.`);
  const columns = columnsIn(grid, header);
  const rows = grid.rows.map((_, index) => index).slice(header + 1);
  return ok(
    rows.map((index) => goalRow({ grid, columns, today }, index)).filter(({ title }) => title !== ''),
  );
}

function columnsIn(grid: SheetGrid, row: number): Columns {
  const names = (grid.rows[row] ?? []).map(({ text }) => folded(text));
  const found = Object.entries(HEADERS).flatMap(([field, words]) => {
    const at = words.map((word) => names.indexOf(word)).find((index) => index >= 0);
    return at === undefined ? [] : [[field, at] as const];
  });
  return Object.fromEntries(found);
}

interface Sheet {
  readonly grid: SheetGrid;
  readonly columns: Columns;
  readonly today: string;
}

function goalRow(sheet: Sheet, index: number): GoalRow {
  const problems: CellProblem[] = [];
  const cell = (field: Field) => {
    const column = sheet.columns[field];
    return column === undefined ? null : placedCell(sheet.grid, index, column);
  };
  const text = (field: Field) => cell(field)?.text.trim() ?? '';
  const value = <T>(field: Field, read: (of: ReturnType<typeof placedCell>) => Result<T, CellProblem>) => {
    const found = cell(field);
    if (!found || found.type === 'empty') return undefined;
    const result = read(found);
    if (!result.ok) problems.push(result.error);
    return result.ok ? result.value : undefined;
  };
  const unit = unitOf(text('unit'));
  const day = (field: 'start' | 'due') => value(field, (of) => cellToDate(of, { today: sheet.today }));
  const period = spanOf(text('period'));
  const target = value('target', (of) => cellToNumber(of, unit));
  return {
    row: sheetRow(sheet.grid, index),
    kind: kindOf({ said: text('kind'), parent: text('parent'), measured: target !== undefined }),
    reference: text('reference'),
    parent: text('parent'),
    title: text('title'),
    owner: text('owner'),
    team: text('team'),
    unit,
    start: day('start') ?? period?.start,
    due: day('due') ?? period?.due,
    baseline: value('baseline', (of) => cellToNumber(of, unit)),
    target,
    problems,
  };
}

/** Some lists say under "Type" whose goal it is, not what it is; then what it has tells. */
function kindOf({
  said,
  parent,
  measured,
}: {
  readonly said: string;
  readonly parent: string;
  readonly measured: boolean;
}): GoalKind {
  return KINDS[folded(said)] ?? (measured && parent !== '' ? 'key-result' : 'objective');
}

function unitOf(said: string): string {
  return /^(percent(age)?|%)$/iu.test(said) ? '%' : said;
}

/** The first and the last day of "Q1 2026", "H2 2026", "March 2026" or "2026"; null for what is no such period. */
function spanOf(text: string): { readonly start: string; readonly due: string } | null {
  const period = parsePeriodText(text);
  if (!period?.start || period.year === null || typeof period.part !== 'number') return null;
  const { kind, year, part, start } = period;
  const most = { quarter: 4, half: 2, month: 12, year: 0, week: 0, day: 0 }[kind];
  const [nextYear, nextPart] = kind === 'year' || part >= most ? [year + 1, 1] : [year, part + 1];
  const next = kind === 'week' || kind === 'day' ? undefined : firstDay(kind, nextYear, nextPart);
  return next === undefined ? null : { start, due: addDays(next, -1) };
}
