import { describe, expect, it } from 'vitest';
import { detectMapping } from '../../../src/domain/sheet/detect-mapping.ts';
import { buildGrid, day, error, mappingOf, percent, type Value } from './build-grid.ts';

const HEADER = ['No', 'KPI', 'Owner', 'Unit', 'Target', 'Actual', 'Due', 'Status'];

function problemsOf(...broken: readonly Value[][]): readonly string[] {
  const sound: Value[][] = [
    [1, 'Calls answered', 'Nadia Berg', 'calls', 400, 380, day('2026-06-30'), 'Open'],
    [2, 'Invoices sent', 'Tom Lund', 'invoices', 90, 85, day('2026-06-30'), 'Open'],
    [3, 'Visits made', 'Nadia Berg', 'visits', 30, 31, day('2026-09-30'), 'Done'],
    [4, 'Letters answered', 'Ines Roth', 'letters', 12, 11, day('2026-09-30'), 'Open'],
  ];
  const { problems } = mappingOf(buildGrid([HEADER, ...sound, ...broken]));
  return problems.map(({ cell, code, message }) => `${cell} ${code}: ${message}`);
}

describe('problems of a sheet', () => {
  it('are none where nothing is wrong', () => {
    expect(problemsOf()).toEqual([]);
  });

  it.each<[string, Value[], string]>([
    [
      'an owner that is nobody',
      [5, 'Parcels packed', 'tbd', 'parcels', 9, 8, day('2026-06-30'), 'Open'],
      'C6 owner-not-person: “tbd” in C6 is not a person. Every KPI has exactly one owner.',
    ],
    [
      'two owners',
      [5, 'Parcels packed', 'Tom Lund / Nadia Berg', 'parcels', 9, 8, day('2026-06-30'), 'Open'],
      'C6 several-owners: “Tom Lund / Nadia Berg” in C6 names 2 people. Every KPI has exactly one owner.',
    ],
    [
      'no owner',
      [5, 'Parcels packed', '', 'parcels', 9, 8, day('2026-06-30'), 'Open'],
      'C6 missing-owner: C6 is empty. Every KPI has exactly one owner.',
    ],
    [
      'an error value',
      [5, 'Parcels packed', 'Tom Lund', 'parcels', 9, error('#N/A'), day('2026-06-30'), 'Open'],
      'F6 error-value: #N/A in F6 is not a number. Until then the KPI has no reading.',
    ],
    [
      'a word for a number',
      [5, 'Parcels packed', 'Tom Lund', 'parcels', 'some', 8, day('2026-06-30'), 'Open'],
      'E6 not-a-number: “some” in E6 is not a number. Until then it counts as empty.',
    ],
    [
      'a date typed as text',
      [5, 'Parcels packed', 'Tom Lund', 'parcels', 9, 8, '13.4.26', 'Open'],
      'G6 date-as-text: “13.4.26” in G6 is text. Is it 13\u00A0Apr\u00A02026?',
    ],
    [
      'a word for a date',
      [5, 'Parcels packed', 'Tom Lund', 'parcels', 9, 8, 'soon', 'Open'],
      'G6 not-a-date: “soon” in G6 is not a date. Without a due date the KPI is refused.',
    ],
    [
      'no target',
      [5, 'Parcels packed', 'Tom Lund', 'parcels', '', 8, day('2026-06-30'), 'Open'],
      'E6 missing-target: E6 is empty. Without a target the KPI is refused.',
    ],
    [
      'a name used twice',
      [5, 'visits made', 'Tom Lund', 'parcels', 9, 8, day('2026-06-30'), 'Open'],
      'B6 duplicate-name: “visits made” in B6 is already the name in B4. Check-ins could not tell the two apart.',
    ],
    [
      'a number used twice',
      [2, 'Parcels packed', 'Tom Lund', 'parcels', 9, 8, day('2026-06-30'), 'Open'],
      'A6 duplicate-key: “2” in A6 is already the number in A3. Check-ins could not tell the two apart.',
    ],
  ])('name place, cause and cure of %s', (_title, row, problem) => {
    expect(problemsOf(row)).toEqual([problem]);
  });

  it('see a percent typed as a whole number', () => {
    const rows: Value[][] = [
      ['Measure', 'Owner', 'Target', 'Actual'],
      ['On time', 'Ada King', percent(0.9), percent(0.7)],
      ['Complete', 'Ben Ode', percent(0.8), percent(42)],
      ['Repeat', 'Eva Lee', percent(0.5), percent(0.4)],
      ['Return', 'Tom Lund', percent(0.2), percent(0.1)],
    ];
    const { problems } = mappingOf(buildGrid(rows));
    expect(problems).toEqual([{ cell: 'D3', code: 'percent-scale', message: 'D3 says 4200%. Is it 42%?' }]);
  });

  it('say once, at the header, that a column names departments', () => {
    const rows = [
      ['Project', 'Department', 'Budget'],
      ...['A', 'B', 'C'].map((x) => [`Project ${x} renewal`, 'DEFRA', 12]),
    ];
    const { problems } = mappingOf(buildGrid(rows));
    expect(problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual(['B1 owner-not-person']);
  });
});

describe('a sheet without a table of records', () => {
  it.each<[string, Value[][], string]>([
    ['nothing on it', [[], [null]], 'empty-sheet'],
    [
      'instructions',
      [['How to use this workbook'], ['Fill in the second sheet.'], ['Send it to Ines by Friday.']],
      'no-header',
    ],
    [
      'look-up lists',
      [
        ['Severity', 'Status', 'Area'],
        ['High', 'Open', 'North'],
        ['Low', 'Closed', 'South'],
        [null, 'Paused', 'East'],
        [null, null, 'West'],
        [null, null, 'Centre'],
        [null, null, 'Coast'],
      ],
      'no-records',
    ],
  ])('is refused with a reason: %s', (_title, rows, code) => {
    const mapping = detectMapping(buildGrid(rows));
    expect(mapping).toMatchObject({ ok: false, error: { code } });
    expect(mapping.ok ? '' : mapping.error.message).toContain('“Sheet1”');
  });
});
