import { describe, expect, it } from 'vitest';
import { ABSENT_THRESHOLD, evidenceFor } from '../../../src/domain/sheet/field-evidence.ts';
import { FIELD_NAMES, type FieldName } from '../../../src/domain/sheet/mapping.ts';
import { table } from '../../support/table.ts';
import { columnOf } from './build-column.ts';

const LOOKS = table(new URL('./field-evidence.tsv', import.meta.url));
const FIELDS: readonly FieldName[] = ['name', 'owner', 'unit', 'target', 'due', 'status', 'comment'];

function score(field: FieldName, ...column: Parameters<typeof columnOf>): number {
  return evidenceFor(field, columnOf(...column)).score;
}

function sign(difference: number): string {
  if (Math.abs(difference) < 1e-9) return '.';
  return difference > 0 ? '+' : '-';
}

function look(name: string, value = ''): Record<string, number | boolean> {
  return { [name]: value === 'true' || value === 'false' ? value === 'true' : Number(value) };
}

describe('what the values of a column say', () => {
  it.each(LOOKS)('$look from $from to $to: $why', ({ look: name = '', from, to, ...expected }) => {
    const found = FIELDS.map((field) => [
      field,
      sign(score(field, '', look(name, to)) - score(field, '', look(name, from))),
    ]);
    expect(found).toEqual(FIELDS.map((field) => [field, expected[field]]));
  });

  it.each<[FieldName, FieldName]>([
    ['baseline', 'target'],
    ['actual', 'target'],
    ['start', 'due'],
  ])('says for the %s what it says for the %s', (field, twin) => {
    for (const { look: name = '', from, to } of LOOKS) {
      const change = (of: FieldName): number =>
        score(of, '', look(name, to)) - score(of, '', look(name, from));
      expect(change(field)).toBeCloseTo(change(twin), 9);
    }
  });
});

describe('a column for a field', () => {
  const TEXT = { text: 1, distinct: 1 };
  const NUMBERS = { number: 1 };
  const DATES = { date: 1 };

  it.each<[FieldName, string, Record<string, number>]>([
    ['name', 'KPI', TEXT],
    ['owner', 'Owner', { text: 1, person: 1 }],
    ['unit', 'Unit', { text: 1, unit: 1, length: 4 }],
    ['baseline', 'Baseline', NUMBERS],
    ['target', 'Target', NUMBERS],
    ['actual', 'Actual', NUMBERS],
    ['actual', 'Progress', { number: 1, percent: 1 }],
    ['due', 'Due', DATES],
    ['due', 'Due', { number: 1, year: 1 }], // "2026"
    ['due', 'Due', { text: 1 }], // "Ende Q3"
    ['start', 'Start', DATES],
    ['status', 'Status', { text: 1, status: 1 }],
    ['status', 'Status', { number: 1, percent: 1 }], // "40 %"
    ['comment', 'Comment', { text: 1, length: 60 }],
    // the values alone
    ['name', '', TEXT],
    ['due', '', DATES],
    ['status', '', { text: 1, status: 1, distinctCount: 3 }],
    // the header alone
    ...FIELD_NAMES.map((field) => [field, field, { telling: 0, fill: 0 }] as const).map(
      ([field, header, looks]) => [field, header, looks] as [FieldName, string, Record<string, number>],
    ),
  ])('%s is found under “%s” with %j', (field, header, looks) => {
    expect(score(field, header, looks)).toBeGreaterThan(ABSENT_THRESHOLD);
  });

  it.each<[FieldName, string, Record<string, number>]>([
    ['target', '', NUMBERS],
    ['actual', '', NUMBERS],
    ['baseline', '', NUMBERS],
    ['unit', 'Unit', { text: 1, length: 60 }],
    ['owner', 'Owner', NUMBERS],
    ['due', '', { text: 1 }],
    ['target', 'Baseline', NUMBERS],
    ['actual', 'Variance', NUMBERS],
    ['name', 'Owner', TEXT],
    ['comment', 'Category', { text: 1 }],
  ])('%s is not found under “%s” with %j', (field, header, looks) => {
    expect(score(field, header, looks)).toBeLessThan(ABSENT_THRESHOLD);
  });

  it.each<[FieldName, string, string]>([
    ['target', 'Target', 'Amount'],
    ['target', 'Target', 'Target of zork'],
    ['actual', 'Actual', 'Progress'],
    ['owner', 'Owner', 'Department'],
    ['name', 'KPI', 'Description'],
    ['name', 'Name', 'Name ID'],
    ['due', 'Due', 'Due comment'],
  ])('%s is rather “%s” than “%s”', (field, one, other) => {
    expect(score(field, one)).toBeGreaterThan(score(field, other));
  });

  it.each(FIELD_NAMES)(
    '%s is rather filled than empty, and rather empty than a period of a series',
    (field) => {
      const fitting = { name: TEXT, owner: { text: 1, person: 1 }, unit: { unit: 1 }, due: DATES, start: DATES, status: { text: 1, status: 1 }, comment: { text: 1, length: 60 }, baseline: NUMBERS, target: NUMBERS, actual: NUMBERS }[field]; // prettier-ignore
      const empty = { telling: 0, fill: 0 };
      expect(score(field, field, fitting)).toBeGreaterThan(score(field, field, empty));
      expect(score(field, field, empty)).toBeGreaterThan(score(field, field, fitting, { isPeriod: true }));
    },
  );

  it.each(FIELD_NAMES)('%s is looked for where it usually stands', (field) => {
    const lead = score(field, field, {}, { place: 0 }) - score(field, field, {}, { place: 1 });
    expect(sign(lead)).toBe(field === 'comment' ? '-' : '+');
  });

  it('names stand further left than anything', () => {
    const lead = (field: FieldName): number =>
      score(field, field, {}, { place: 0 }) - score(field, field, {}, { place: 1 });
    for (const field of FIELD_NAMES.slice(1)) expect(lead('name')).toBeGreaterThan(lead(field));
  });
});
