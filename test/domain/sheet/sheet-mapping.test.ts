import { describe, expect, it } from 'vitest';
import type { SheetMapping } from '../../../src/domain/sheet/mapping.ts';
import { buildGrid, day, foundIn, mappingOf, type Value } from './build-grid.ts';

const _ = null;

function read(...rows: readonly (readonly Value[])[]): SheetMapping {
  return mappingOf(buildGrid(rows));
}

const SCORECARD: readonly (readonly Value[])[] = [
  ['No', 'KPI', 'Owner', 'Target', 'Actual'],
  [1, 'Calls answered', 'Nadia Berg', 400, 380],
  [2, 'Invoices sent', 'Tom Lund', 90, 85],
  [3, 'Visits made', 'Nadia Berg', 30, 31],
];

const PROJECTS: readonly (readonly Value[])[] = [
  ['Project name', 'Harbour bridge', 'City archive', 'North school', 'Data centre'],
  ['Project owner', 'Ada King', 'Ben Ode', 'Eva Lee', 'Ada King'],
  ['Budget', 1200, 340, 910, 'some'],
  ['Actual cost', 1350, 300, 905, 20],
  ['End date', day('2026-08-01'), day('2026-05-01'), day('2027-01-15'), day('2026-12-31')],
  ['RAG status', 'Red', 'Green', 'Green', 'Amber'],
];

describe('the place of a table', () => {
  it('is its header and records, as an address', () => {
    const { address, range, recordCount, lines } = read(
      ['Scorecard'],
      [],
      ...SCORECARD,
      [],
      ['Note: from the ERP.'],
    );
    expect([address, recordCount]).toEqual(['A3:E6', 3]);
    expect(range).toEqual({ top: 2, left: 0, bottom: 5, right: 4 });
    expect(lines.map(({ line, header }) => `${line} ${header}`)).toEqual([
      'A No',
      'B KPI',
      'C Owner',
      'D Target',
      'E Actual',
    ]);
  });

  it('begins where the columns begin', () => {
    expect(read(...SCORECARD.map((row) => [_, _, ...row])).address).toBe('C1:G4');
  });

  it('is told in columns where records stand in columns', () => {
    const mapping = read(...PROJECTS);
    expect([mapping.orientation, mapping.address]).toEqual(['records_in_columns', 'A1:E6']);
    expect([mapping.headerRow, mapping.firstRow, mapping.lastRow, mapping.recordCount]).toEqual([1, 2, 5, 4]);
    expect(mapping.lines.map(({ line }) => line).join()).toBe('1,2,3,4,5,6');
    expect(mapping.problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual(['E3 not-a-number']);
  });

  it('counts from the corner of the grid where records stand in columns, too', () => {
    const mapping = mappingOf({ ...buildGrid(PROJECTS), origin: { row: 5, column: 3 } });
    expect([mapping.headerRow, mapping.firstRow, mapping.lastRow]).toEqual([3, 4, 7]);
    expect([mapping.address, foundIn(mapping).split(',')[0]]).toEqual(['C5:G10', 'name 5']);
  });

  it('is the header alone where no record is there yet', () => {
    const mapping = read(['KPI', 'Owner', 'Target', 'Due date', 'Status']);
    expect([mapping.headerRow, mapping.firstRow, mapping.lastRow, mapping.recordCount]).toEqual([1, 2, 1, 0]);
    expect(foundIn(mapping)).toBe('name A, owner B, target C, due D, status E');
  });
});

describe('the key of a table', () => {
  const keyOf = (header: string, keys: readonly Value[]): string => {
    const rows = SCORECARD.map(([, ...rest], at) => [at === 0 ? header : (keys[at - 1] ?? _), ...rest]);
    const { key } = read(...rows);
    return key === null ? 'none' : `${key.line} ${key.header}`;
  };

  it.each<[string, string, readonly Value[]]>([
    ['A No', 'No', [1, 2, 3]],
    ['A ID', 'ID', ['K-1', 'K-7', 'K-9']],
    ['A Zork', 'Zork', [1, 2, 3]],
    ['A Zork', 'Zork', ['K-1', 'K-7', 'K-9']],
    ['A KPI ID', 'KPI ID', [17, 4, 9]],
    ['none', 'ID', ['K-1', 'K-1', 'K-1']],
    ['none', 'Zork', [17, 4, 9]],
    ['none', 'ID', [_, _, 'K-9']],
  ])('is %s: “%s” over %j', (key, header, keys) => {
    expect(keyOf(header, keys)).toBe(key);
  });
});

describe('a table that keeps plan and actual in rows', () => {
  const LONG: readonly (readonly Value[])[] = [
    ['KPI', 'Owner', 'Type', 'Value'],
    ['Calls answered', 'Nadia Berg', 'Target', 400],
    ['Calls answered', 'Nadia Berg', 'Actual', 380],
    ['Invoices sent', 'Tom Lund', 'Target', 90],
    ['Invoices sent', 'Tom Lund', 'Actual', 85],
  ];

  it('has one column for both', () => {
    const { longFormat, fields, problems } = read(...LONG);
    expect([longFormat?.value.line, longFormat?.side.line, longFormat?.plan, longFormat?.actual]).toEqual([
      'D',
      'C',
      ['Target'],
      ['Actual'],
    ]);
    expect([fields.target.chosen?.line, fields.actual.chosen?.line, fields.name.chosen?.line]).toEqual([
      'D',
      'D',
      'A',
    ]);
    expect(fields.target.reason).toBe('Sure: numbers in the rows marked “Target” in “Type”');
    expect(fields.actual.reason).toBe('Sure: numbers in the rows marked “Actual” in “Type”');
    expect(problems).toEqual([]);
  });

  it.each<[string, readonly Value[]]>([
    ['other words stand among them', ['Target', 'Actual', 'Target', 'Forecast']],
    ['only targets are there', ['Target', 'Target', 'Plan', 'Target']],
    ['sentences are there', ['Target', 'Actual', 'Target', 'Actual, as told by Nadia']],
  ])('is none where %s', (_title, sides) => {
    const rows = LONG.map((row, at) =>
      at === 0 ? row : [row[0] ?? _, row[1] ?? _, sides[at - 1] ?? _, row[3] ?? _],
    );
    expect(read(...rows).longFormat).toBeNull();
  });
});

describe('a table whose rows are months', () => {
  const months = [day('2026-01-01'), day('2026-02-01'), day('2026-03-01'), day('2026-04-01')];
  const table = (headers: readonly string[], ...columns: readonly (readonly Value[])[]): SheetMapping =>
    read(
      ['Month', ...headers],
      ...months.map((month, at) => [month, ...columns.map((column) => column[at] ?? _)]),
    );

  it.each<[string, readonly string[]]>([
    ['actual B', ['Zork']],
    ['actual B', ['Zork', 'Variance']],
    ['', ['Zork', 'Blub']],
  ])('has as its measure “%s”: %j', (found, headers) => {
    const columns = [
      [410, 432, 455, 438],
      [12, 9, 15, 11],
    ].slice(0, headers.length);
    const mapping = table(headers, ...columns);
    expect([mapping.orientation, foundIn(mapping)]).toEqual(['metrics_in_columns_periods_in_rows', found]);
    expect([mapping.periods, mapping.fields.name.chosen]).toEqual([[], null]);
  });

  it('is a table of records where its rows have names', () => {
    const mapping = table(
      ['Activity', 'Zork'],
      ['Move the server', 'Train the team', 'Close the books', 'Paint the hall'],
      [410, 432, 455, 438],
    );
    expect([mapping.orientation, mapping.fields.name.chosen?.line]).toEqual(['records_in_rows', 'B']);
  });
});

describe('further tables of a sheet', () => {
  it('are named with their heads, in the order of the sheet', () => {
    const { otherTables, lastRow } = read(
      ...SCORECARD,
      [],
      [],
      ['Risk', 'Likelihood', 'Impact', 'Mitigation'],
      ['Late parts', 4, 5, 'Second source'],
      ['Fire', 1, 5, 'Drill'],
    );
    expect(otherTables).toEqual([{ headerRow: 7, headers: ['Risk', 'Likelihood', 'Impact', 'Mitigation'] }]);
    expect(lastRow).toBe(4);
  });

  it('are none on a plain sheet', () => {
    expect(read(...SCORECARD).otherTables).toEqual([]);
  });
});

describe('the ground for a guess', () => {
  const { fields } = read(
    ['KPI', 'Owner', 'Unit', 'Target', 'Actual', 'Due', 'Status', 'Comment'],
    [
      'Calls answered',
      'Nadia Berg',
      'days',
      400,
      380,
      day('2026-06-30'),
      'Open',
      'The second team starts after the summer, as agreed.',
    ],
    [
      'Invoices sent',
      'Tom Lund',
      '%',
      90,
      85,
      day('2026-06-30'),
      'Open',
      'The bank wants the new format from September on.',
    ],
    [
      'Visits made',
      'Nadia Berg',
      'days',
      30,
      31,
      day('2026-09-30'),
      'Done',
      'Nothing to say but thanks to everybody who helped.',
    ],
  );

  it.each([
    ['name', 'Sure: headed “KPI”, a different text in each row, at the left'],
    ['owner', 'Sure: headed “Owner”, names of people'],
    ['unit', 'Sure: headed “Unit”, all units'],
    ['target', 'Sure: headed “Target”, all numbers'],
    ['actual', 'Sure: headed “Actual”, all numbers, right of the target'],
    ['due', 'Sure: headed “Due”, all dates'],
    ['status', 'Sure: headed “Status”, all words of status'],
    ['comment', 'Sure: headed “Comment”, long texts, at the right'],
    ['baseline', 'No column looks like a baseline.'],
    ['start', 'No column looks like a start date.'],
  ] as const)('of %s: %s', (field, reason) => {
    expect(fields[field].reason).toBe(reason);
  });

  it.each([
    ['KPI name', 'owner', 'No column looks like an owner.'],
    ['KPI name', 'unit', 'No column looks like a unit.'],
    ['KPI name', 'actual', 'No column looks like an actual value.'],
  ] as const)('on a sheet with nothing but “%s”, of %s: %s', (name, field, reason) => {
    const mapping = read([name, 'Target'], ['Calls answered', 4], ['Letters sent', 5], ['Visits made', 7]);
    expect(mapping.fields[field].reason).toBe(reason);
  });

  it('comes with more doubt where two columns could be meant', () => {
    const rows = SCORECARD.map((row, at) => [...row, ['Target', 41, 57, 43][at] ?? _]);
    expect(read(...rows).fields.target.confidence).toBeLessThan(read(...SCORECARD).fields.target.confidence);
    expect(read(...rows).fields.target.runnersUp.map(({ line }) => line)).toContain('F');
  });
});
