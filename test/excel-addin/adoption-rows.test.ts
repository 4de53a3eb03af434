import { describe, expect, it } from 'vitest';
import type { AdoptionReceipt } from '../../src/contract/adoption.ts';
import { placedProblems } from '../../src/excel-addin/adoption-problems.ts';
import { adoptionRows, type Answers, type SheetRow } from '../../src/excel-addin/adoption-rows.ts';
import { type ColumnChoice, fieldsToCheck, initialChoice } from '../../src/excel-addin/column-choice.ts';
import { buildGrid, day, error, mappingOf, type Value } from '../domain/sheet/build-grid.ts';

const HEADER = ['KPI', 'Owner', 'Unit', 'Baseline', 'Target', 'Due'];
const NO_ANSWERS: Answers = { owners: new Map(), dates: new Map() };

interface Sheet {
  readonly rows: readonly SheetRow[];
  readonly choice: ColumnChoice;
}

function read(records: readonly (readonly Value[])[], answers = NO_ANSWERS): Sheet {
  const grid = buildGrid([HEADER, ...records]);
  const mapping = mappingOf(grid);
  const choice = initialChoice(mapping);
  const rows = adoptionRows({
    grid,
    mapping,
    choice,
    answers,
    today: '2026-03-02',
    idOf: (row) => `id-${row}`,
  });
  return { rows, choice };
}

const GOOD: readonly Value[] = ['Loans approved', 'Ana Ruiz', 'items', 0, 100, day('2026-04-30')];

function withField(column: number, value: Value): readonly Value[] {
  return GOOD.map((cell, index) => (index === column ? value : cell));
}

describe('rows to adopt', () => {
  it('carry every field of the sheet, named once and for ever', () => {
    expect(read([GOOD, withField(0, 'Audits')]).rows[0]).toEqual({
      row: 2,
      problems: [],
      request: {
        ref: '2',
        id: 'id-2',
        name: 'Loans approved',
        owner: 'Ana Ruiz',
        unit: 'items',
        baseline: 0,
        target: 100,
        due: '2026-04-30',
      },
    });
  });

  it.each([
    ['a text', withField(4, 'lots'), 'E3', '“lots” in E3 is not a number.', 'go'],
    ['an error value', withField(4, error('#N/A')), 'E3', '#N/A in E3 is not a value.', 'go'],
    [
      'a date as text',
      withField(5, '13.4.26'),
      'F3',
      '“13.4.26” in F3 is text. Is it 13\u00a0Apr\u00a02026?',
      'date',
    ],
    ['no date at all', withField(5, 'soon'), 'F3', '“soon” in F3 is not a date.', 'go'],
  ])('name %s by its cell and the cure', (_, bad, cell, message, cure) => {
    const [, second] = read([GOOD, bad, withField(0, 'Audits')]).rows;
    expect(second?.problems).toHaveLength(1);
    expect(second?.problems[0]).toMatchObject({ cell, cure, message: expect.stringContaining(message) });
  });

  it('take what the person answered before what the cell says', () => {
    const answers: Answers = { owners: new Map([[3, 'ana']]), dates: new Map([['F3', '2026-04-13']]) };
    const [, second] = read([GOOD, withField(5, '13.4.26'), withField(0, 'Audits')], answers).rows;
    expect(second).toMatchObject({ problems: [], request: { ownerId: 'ana', due: '2026-04-13' } });
  });

  it('read shuffled columns by their headers', () => {
    const order = [5, 2, 0, 4, 1, 3];
    const shuffle = (row: readonly Value[]): readonly Value[] => order.map((at) => row[at] ?? null);
    const grid = buildGrid([HEADER, GOOD, withField(0, 'Audits')].map(shuffle));
    const mapping = mappingOf(grid);
    const rows = adoptionRows({
      grid,
      mapping,
      choice: initialChoice(mapping),
      answers: NO_ANSWERS,
      today: '2026-03-02',
      idOf: String,
    });
    expect(rows[0]?.request).toMatchObject({
      name: 'Loans approved',
      owner: 'Ana Ruiz',
      target: 100,
      due: '2026-04-30',
    });
    expect(fieldsToCheck(mapping).map(({ field }) => field)).not.toContain('name');
  });
});

describe('problems of an adoption', () => {
  const refusal = (ref: string, at: string, message: string): AdoptionReceipt => ({
    dryRun: true,
    outcomes: [{ outcome: 'refused', ref, name: 'x', errors: [{ at, rule: 'r', message }] }],
  });

  it('put a refusal of the server at the cell of its field', () => {
    const { rows, choice } = read([GOOD, withField(1, 'tbd'), withField(0, 'Audits')]);
    const placed = placedProblems(rows, refusal('3', 'rows[1].owner', '“tbd” is not a person.'), {
      choice,
      nameColumn: 'A',
    });
    expect(placed).toEqual([
      { row: 3, cell: 'B3', message: '“tbd” is not a person.', field: 'owner', cure: 'person' },
    ]);
  });

  it('do not tell twice what the cell told already', () => {
    const { rows, choice } = read([GOOD, withField(4, 'lots'), withField(0, 'Audits')]);
    const placed = placedProblems(rows, refusal('3', 'rows[1].target', 'There is no target.'), {
      choice,
      nameColumn: 'A',
    });
    expect(placed.map(({ cell, message }) => `${cell} ${message}`)).toEqual([
      expect.stringContaining('E3 “lots” in E3 is not a number.'),
    ]);
  });

  it('put what belongs to no column at the name', () => {
    const { rows, choice } = read([GOOD, withField(0, 'Audits')]);
    const placed = placedProblems(rows, refusal('2', 'rows[0]', 'Not now.'), { choice, nameColumn: 'A' });
    expect(placed[0]).toMatchObject({ cell: 'A2', cure: 'go' });
  });
});
