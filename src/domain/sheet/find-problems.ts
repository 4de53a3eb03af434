import { cellToDate, cellToNumber, errorValue, type PlacedCell } from './cell-values.ts';
import type { CellType } from './grid.ts';
import type { ColumnView } from './field-evidence.ts';
import type { FieldName } from './mapping.ts';
import { isPercentFormat } from './number-format.ts';
import type { DecimalMark } from './parse-number.ts';
import { quoted } from './problem-words.ts';
import type { ProblemCode, SheetProblem } from './problems.ts';
import { isPlaceholder, personLikeness } from './value-kinds.ts';
import { foldText } from './words.ts';
import { decimalMarkOf, dayOrderOf } from './local-habits.ts';

/** What is checked: the records of a table, column by column. */
export interface CheckedTable {
  readonly records: readonly number[];
  readonly columns: Partial<Readonly<Record<FieldName, ColumnView>>>;
  readonly key: number | null;
  readonly periods: readonly number[];
  /** True where one KPI has many rows by design: names may repeat. */
  readonly repeats: boolean;
  readonly typeAt: (row: number, column: number) => CellType;
  readonly headerCell: (column: number) => PlacedCell;
  readonly cellAt: (row: number, column: number) => PlacedCell;
}

type Check = (table: CheckedTable, column: ColumnView) => readonly SheetProblem[];

const CHECKS: Partial<Readonly<Record<FieldName, Check>>> = {
  name: checkNames,
  owner: checkOwners,
  baseline: checkNumbers,
  target: (table, column) => [
    ...checkNumbers(table, column),
    ...checkMissing(table, column, 'missing-target'),
  ],
  actual: checkNumbers,
  due: (table, column) => [...checkDates(table, column), ...checkMissing(table, column, 'missing-due')],
  start: checkDates,
};

/** A column filled less than this is meant to have gaps. */
const USUALLY_FILLED = 0.5;

/** Everything wrong in the mapped cells, in the order of the fields and rows. */
export function findProblems(table: CheckedTable): readonly SheetProblem[] {
  const byField = Object.entries(CHECKS).flatMap(([field, check]) => {
    const column = table.columns[field as FieldName];
    return column === undefined ? [] : check(table, column);
  });
  const inPeriods = table.periods.flatMap((index) => checkErrors(table, index));
  const keys = table.key === null ? [] : checkRepeats(table, table.key, 'duplicate-key');
  return unique([...byField, ...keys, ...inPeriods]);
}

function unique(problems: readonly SheetProblem[]): readonly SheetProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ cell, code }) => !seen.has(cell + code) && seen.add(cell + code));
}

/** The cells of a column that are not of the given kinds. */
function cellsOf(table: CheckedTable, column: number, without: readonly CellType[]): readonly PlacedCell[] {
  const rows = table.records.filter((row) => !without.includes(table.typeAt(row, column)));
  return rows.map((row) => table.cellAt(row, column));
}

function problem(cell: PlacedCell, code: ProblemCode, message: string): SheetProblem {
  return { cell: cell.address, code, message };
}

function checkErrors(table: CheckedTable, column: number): readonly SheetProblem[] {
  const rows = table.records.filter((row) => table.typeAt(row, column) === 'error');
  return rows.map((row) => {
    const cell = table.cellAt(row, column);
    return { cell: cell.address, ...errorValue(cell) };
  });
}

function checkNumbers(table: CheckedTable, column: ColumnView): readonly SheetProblem[] {
  const cells = cellsOf(table, column.index, ['empty', 'number']);
  const decimal = decimalMarkOf(cells.map(({ text }) => text));
  const scale = column.profile.percent > 0.5 ? checkPercentScale(table, column.index) : [];
  return [...cells.flatMap((cell) => numberProblem(cell, decimal)), ...scale];
}

function numberProblem(cell: PlacedCell, decimal: DecimalMark | undefined): readonly SheetProblem[] {
  const number = cellToNumber(cell, undefined, decimal);
  if (number.ok) return [];
  if (number.error.code === 'error-value') {
    return [
      problem(
        cell,
        'error-value',
        `${cell.text} in ${cell.address} is not a number. Until then the KPI has no reading.`,
      ),
    ];
  }
  if (number.error.code !== 'not-a-number') return [{ cell: cell.address, ...number.error }];
  return [
    problem(
      cell,
      'not-a-number',
      `${quoted(cell.text)} in ${cell.address} is not a number. Until then it counts as empty.`,
    ),
  ];
}

/** Shares from 0 to 1 with a few tens among them: somebody typed 42 for 42 %. */
function checkPercentScale(table: CheckedTable, column: number): readonly SheetProblem[] {
  const numbers = cellsOf(table, column, ['empty', 'text', 'date', 'boolean', 'error']);
  const shares = numbers.filter(({ format }) => isPercentFormat(format));
  const small = shares.filter(({ value }) => Math.abs(Number(value)) <= 2);
  if (shares.length < 3 || small.length < shares.length * 0.7) return [];
  return shares
    .filter(({ value }) => Math.abs(Number(value)) >= 5)
    .map((cell) => problem(cell, 'percent-scale', `${cell.address} says ${Number(cell.value) * 100}%. Is it ${Number(cell.value)}%?`)); // prettier-ignore
}

/** Any valid day does: years are only filled in to word a question. */
const SOME_DAY = '2000-01-01';

function checkDates(table: CheckedTable, column: ColumnView): readonly SheetProblem[] {
  const cells = cellsOf(table, column.index, ['empty', 'date']);
  const order = dayOrderOf(cells.map(({ text }) => text));
  const options = { today: SOME_DAY, ...(order === undefined ? {} : { order }) };
  const asDates = column.profile.date >= 0.3;
  return cells.flatMap((cell) => {
    const date = cellToDate(cell, options);
    if (date.ok || (!asDates && date.error.code === 'not-a-date' && !isPlaceholder(cell.text))) return [];
    const { code, message } = date.error;
    // Without a year in the cell the question would name a year nobody gave.
    if (code === 'date-as-text' && message.includes('2000')) return [problem(cell, code, `${quoted(cell.text)} in ${cell.address} is text. Which year is it?`)]; // prettier-ignore
    if (code === 'not-a-date') return [problem(cell, code, `${quoted(cell.text)} in ${cell.address} is not a date. Without a due date the KPI is refused.`)]; // prettier-ignore
    return [problem(cell, code, message)];
  });
}

const OWNER_RULE = 'Every KPI has exactly one owner.';
/** Header words that weigh less than this announce a department or an agency, not a person. */
const PERSON_WORDS = 2;

function checkOwners(table: CheckedTable, column: ColumnView): readonly SheetProblem[] {
  const filled = cellsOf(table, column.index, ['empty']);
  const announced = column.reading.scores.get('owner') ?? 0;
  const units = announced > 0 && announced < PERSON_WORDS;
  const people = !units && column.profile.person >= 0.4;
  const fine = new Set<string>();
  const wrong = filled.flatMap((cell) => {
    if (fine.has(cell.text)) return [];
    const found = ownerProblem(cell, people);
    if (found.length === 0) fine.add(cell.text);
    return found;
  });
  const head = table.headerCell(column.index);
  const named = units ? [problem(head, 'owner-not-person', `${quoted(column.header)} in ${head.address} names departments, not people. ${OWNER_RULE}`)] : []; // prettier-ignore
  return [...named, ...wrong, ...checkMissing(table, column, 'missing-owner')];
}

function ownerProblem(cell: PlacedCell, people: boolean): readonly SheetProblem[] {
  if (cell.type === 'error') return [{ cell: cell.address, ...errorValue(cell) }];
  if (isPlaceholder(cell.text) || cell.type !== 'text') {
    return [
      problem(
        cell,
        'owner-not-person',
        `${quoted(cell.text)} in ${cell.address} is not a person. ${OWNER_RULE}`,
      ),
    ];
  }
  const named = people ? peopleIn(cell.text) : 1;
  if (named < 2) return [];
  return [
    problem(
      cell,
      'several-owners',
      `${quoted(cell.text)} in ${cell.address} names ${named} people. ${OWNER_RULE}`,
    ),
  ];
}

/** How many people a text names; "King, Ada" is one, written the other way round. */
function peopleIn(text: string): number {
  const parts = text
    .split(/\s*(?:[;/&+\n]|\s(?:and|und|et|y|en)\s)\s*/u)
    .filter((part) => part.trim() !== '');
  const listed = parts.flatMap((part) => {
    const names = part.split(/\s*,\s*/u).filter((name) => name !== '');
    const turned = names.length === 2 && parts.length === 1 && names.every((name) => !name.includes(' '));
    return turned && !/^\p{Lu}\p{Ll}{1,5}$/u.test(names[0] ?? '') ? [part] : names;
  });
  return listed.every((name) => personLikeness(name) > 0) ? listed.length : 1;
}

function checkMissing(
  table: CheckedTable,
  column: ColumnView,
  code: keyof typeof MISSING,
): readonly SheetProblem[] {
  if (column.profile.fill < USUALLY_FILLED) return [];
  const empty = cellsOf(table, column.index, ['text', 'number', 'date', 'boolean', 'error']);
  return empty.map((cell) => problem(cell, code, `${cell.address} is empty. ${MISSING[code]}`));
}

const MISSING = {
  'missing-owner': 'Every KPI has exactly one owner.',
  'missing-target': 'Without a target the KPI is refused.',
  'missing-due': 'Without a due date the KPI is refused.',
} as const;

function checkNames(table: CheckedTable, column: ColumnView): readonly SheetProblem[] {
  const errors = checkErrors(table, column.index);
  return table.repeats ? errors : [...errors, ...checkRepeats(table, column.index, 'duplicate-name')];
}

function checkRepeats(
  table: CheckedTable,
  column: number,
  code: 'duplicate-name' | 'duplicate-key',
): readonly SheetProblem[] {
  const first = new Map<string, string>();
  return cellsOf(table, column, ['empty', 'error']).flatMap((cell) => {
    const key = foldText(cell.text).trim();
    const before = first.get(key);
    if (key === '' || isPlaceholder(cell.text)) return [];
    if (before === undefined) first.set(key, cell.address);
    if (before === undefined) return [];
    const what = code === 'duplicate-name' ? 'name' : 'number';
    return [problem(cell, code, `${quoted(cell.text)} in ${cell.address} is already the ${what} in ${before}. Check-ins could not tell the two apart.`)]; // prettier-ignore
  });
}
