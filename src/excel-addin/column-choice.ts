import { columnLetters } from '../domain/sheet/grid.ts';
import type { FieldName, SheetMapping } from '../domain/sheet/mapping.ts';

/** What each field is read from: a column letter, or nothing. */
export type ColumnChoice = Readonly<Partial<Record<AdoptedField, string>>>;

/** The fields a row of a sheet can feed. A status column is only compared, a comment only shown. */
export const ADOPTED_FIELDS = [
  'name',
  'owner',
  'unit',
  'baseline',
  'target',
  'due',
  'start',
  'actual',
] as const;
export type AdoptedField = (typeof ADOPTED_FIELDS)[number];

export const FIELD_LABELS: Readonly<Record<FieldName, string>> = {
  name: 'What is measured',
  owner: 'Owner',
  unit: 'Unit',
  baseline: 'Start value',
  target: 'Target',
  actual: 'Reading',
  due: 'Due date',
  start: 'Start date',
  status: 'Status',
  comment: 'Comment',
};

/** Above this a guess is shown as sure and needs no look. */
const SURE = 0.75;

export function initialChoice(mapping: SheetMapping): ColumnChoice {
  const chosen = ADOPTED_FIELDS.flatMap((field) => {
    const line = mapping.fields[field].chosen?.line;
    return line === undefined ? [] : [[field, line] as const];
  });
  return Object.fromEntries(chosen);
}

export interface FieldToCheck {
  readonly field: AdoptedField;
  readonly reason: string;
}

/** Fields whose guess a person should look at, weakest first; absent optional ones are left in peace. */
export function fieldsToCheck(mapping: SheetMapping): readonly FieldToCheck[] {
  const needed = new Set<AdoptedField>(['name', 'owner', 'target', 'due']);
  return ADOPTED_FIELDS.filter((field) => {
    const { chosen, confidence } = mapping.fields[field];
    if (field === 'actual' && mapping.periods.length > 0) return false;
    return chosen ? confidence < SURE : needed.has(field);
  })
    .toSorted((a, b) => mapping.fields[a].confidence - mapping.fields[b].confidence)
    .map((field) => ({ field, reason: mapping.fields[field].reason }));
}

/** The period columns that hold readings: plan columns are left out. */
export function readingPeriods(mapping: SheetMapping): SheetMapping['periods'] {
  const actual = mapping.periods.filter(({ side, start }) => side !== 'plan' && start !== null);
  const marked = actual.filter(({ side }) => side === 'actual');
  return marked.length > 0 ? marked : actual;
}

/** "F–H" for neighbours, "F, H" otherwise. */
export function lettersLine(letters: readonly string[]): string {
  const [first, last] = [letters[0] ?? '', letters.at(-1) ?? ''];
  const together = letters.every((letter, index) => letter === columnLetters(numberOf(first) + index));
  if (letters.length < 2) return first;
  return together ? `${first}–${last}` : letters.join(', ');
}

/** The 1-based number of a column's letters. */
export function numberOf(letters: string): number {
  return Array.from(letters).reduce((sum, char) => sum * 26 + (char.codePointAt(0) ?? 64) - 64, 0);
}
