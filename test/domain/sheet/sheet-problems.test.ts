import { describe, expect, it } from 'vitest';
import { buildGrid, day, error, mappingOf, percent, type Value } from './build-grid.ts';

const DUE = day('2026-06-30');
const PEOPLE = ['Nadia Berg', 'Tom Lund', 'Ines Roth', 'Ada King'];

/** The problems of a sheet whose records have this column besides a name; the rest is sound. */
function problemsIn(header: string, values: readonly Value[]): readonly string[] {
  const usual: Record<string, (at: number) => Value> = {
    KPI: (at) => `Letters answered in town ${'ABCDEFGHIJ'.charAt(at)}`,
    Owner: (at) => PEOPLE[at % PEOPLE.length] ?? '',
    Target: (at) => 40 + 3 * at,
    Actual: (at) => 17 + 5 * (at % 3),
    Due: () => DUE,
  };
  const headers = [...new Set([...Object.keys(usual), header])];
  const rows = values.map((value, at) =>
    headers.map((name) => (name === header ? value : (usual[name]?.(at) ?? ''))),
  );
  return mappingOf(buildGrid([headers, ...rows])).problems.map(
    ({ cell, code, message }) => `${cell} ${code}: ${message}`,
  );
}

const RULE = 'Every KPI has exactly one owner.';

describe('owners of a sheet', () => {
  it.each<[Value, string]>([
    ['tbd', `“tbd” in B5 is not a person. ${RULE}`],
    ['?', `“?” in B5 is not a person. ${RULE}`],
    [7, `“7” in B5 is not a person. ${RULE}`],
    [true, `“TRUE” in B5 is not a person. ${RULE}`],
    [null, `B5 is empty. ${RULE}`],
    ['Tom Lund / Nadia Berg', `“Tom Lund / Nadia Berg” in B5 names 2 people. ${RULE}`],
    ['Tom Lund and Nadia Berg', `“Tom Lund and Nadia Berg” in B5 names 2 people. ${RULE}`],
    ['Tom Lund, Nadia Berg', `“Tom Lund, Nadia Berg” in B5 names 2 people. ${RULE}`],
    ['Tom Lund; Nadia Berg & Eva Lee', `“Tom Lund; Nadia Berg & Eva Lee” in B5 names 3 people. ${RULE}`],
    ['Tom\nNadia', `“Tom Nadia” in B5 names 2 people. ${RULE}`],
    ['Tom, Nadia', `“Tom, Nadia” in B5 names 2 people. ${RULE}`],
    ['Tom + Nadia', `“Tom + Nadia” in B5 names 2 people. ${RULE}`],
    [error('#REF!'), '#REF! in B5 is not a value. Until its formula is mended the cell counts as empty.'],
  ])('%j is told', (value, sentence) => {
    const [first, ...more] = problemsIn('Owner', ['Nadia Berg', 'Tom Lund', 'Ines Roth', value]);
    expect(more).toEqual([]);
    expect(first).toMatch(/^B5 (?:owner-not-person|several-owners|missing-owner|error-value): /u);
    expect(first).toContain(sentence);
  });

  it.each<Value>([
    'Ada King',
    'Brandner, Lea',
    'Ada King (Sales)',
    'ada.king@example.org',
    'Ada',
    'Berg & the board',
  ])('%s is one person', (value) => {
    expect(problemsIn('Owner', ['Nadia Berg', 'Tom Lund', 'Ines Roth', value])).toEqual([]);
  });

  it('are told each time', () => {
    const problems = problemsIn('Owner', ['Nadia Berg', 'tbd', 'Tom Lund', 'tbd']);
    expect(problems.map((line) => line.split(':')[0])).toEqual([
      'B3 owner-not-person',
      'B5 owner-not-person',
    ]);
  });

  it('may be missing where most of them are', () => {
    expect(problemsIn('Owner', ['Nadia Berg', null, null, null, 'Tom Lund'])).toEqual([]);
  });
});

describe('numbers of a sheet', () => {
  it.each<[string, readonly Value[], readonly string[]]>([
    ['numbers typed as text', [40, '41', '42,5', '€ 43'], []],
    [
      'a doubtful number',
      [40, 41, 42, '1.234'],
      ['C5 ambiguous-number: “1.234” in C5 can mean 1234 or 1.234. Enter it as a number.'],
    ],
    ['a doubtful number beside plain ones', ['3,5', '41', '42', '1.234'], []],
    [
      'a word',
      [40, 41, 42, 'many'],
      ['C5 not-a-number: “many” in C5 is not a number. Until then it counts as empty.'],
    ],
    ['nothing', [40, 41, 42, null], ['C5 missing-target: C5 is empty. Without a target the KPI is refused.']],
    [
      'an error',
      [40, 41, 42, error('#DIV/0!')],
      ['C5 error-value: #DIV/0! in C5 is not a number. Until then the KPI has no reading.'],
    ],
    ['shares', [percent(0.4), percent(1.2), percent(0), percent(2)], []],
    [
      '42 among shares',
      [percent(0.4), percent(0.5), percent(0.3), percent(42)],
      ['C5 percent-scale: C5 says 4200%. Is it 42%?'],
    ],
    [
      '-5 among shares',
      [percent(0.4), percent(0.5), percent(0.3), percent(-5)],
      ['C5 percent-scale: C5 says -500%. Is it -5%?'],
    ],
    ['a large share below 5', [percent(0.4), percent(0.5), percent(0.3), percent(4.9)], []],
    ['42 among two shares', [percent(0.4), percent(42)], []],
    ['as many tens as shares', [percent(0.4), percent(0.5), percent(42), percent(43)], []],
  ])('%s', (_title, values, problems) => {
    expect(problemsIn('Target', values)).toEqual(problems);
  });

  it('may be missing where most of them are, and actuals anywhere', () => {
    expect(problemsIn('Target', [40, null, null, null, 41])).toEqual([]);
    expect(problemsIn('Actual', [40, 41, 42, null])).toEqual([]);
  });
});

describe('days of a sheet', () => {
  const sound = [day('2026-03-31'), day('2026-06-30'), day('2026-09-30')];

  it.each<[string, readonly Value[], readonly string[]]>([
    [
      'a day without year',
      [...sound, '13 April'],
      ['E5 date-as-text: “13 April” in E5 is text. Which year is it?'],
    ],
    [
      'a short year',
      [...sound, '13.4.26'],
      ['E5 date-as-text: “13.4.26” in E5 is text. Is it 13\u00A0Apr\u00A02026?'],
    ],
    [
      'two readings',
      [...sound, '03/04/2026'],
      ['E5 date-as-text: “03/04/2026” in E5 is text. Is it 3\u00A0Apr\u00A02026 or 4\u00A0Mar\u00A02026?'],
    ],
    ['two readings that others settle', [...sound, '13/04/2026', '03/04/2026'], []],
    [
      'a word',
      [...sound, 'soon'],
      ['E5 not-a-date: “soon” in E5 is not a date. Without a due date the KPI is refused.'],
    ],
    ['nothing', [...sound, null], ['E5 missing-due: E5 is empty. Without a due date the KPI is refused.']],
    ['quarters instead of days', ['End of Q1', 'End of Q2', 'End of Q3', 'End of Q4'], []],
    [
      'a gap among quarters',
      ['End of Q1', 'End of Q2', 'End of Q3', 'tbd'],
      ['E5 not-a-date: “tbd” in E5 is not a date. Without a due date the KPI is refused.'],
    ],
  ])('%s', (_title, values, problems) => {
    expect(problemsIn('Due', values)).toEqual(problems);
  });
});

describe('names of a sheet', () => {
  const told = (...names: readonly Value[]): readonly string[] => problemsIn('KPI', names);

  it.each<[string, readonly Value[], readonly string[]]>([
    [
      'an error',
      ['Calls answered', 'Letters sent', 'Visits made', error('#N/A')],
      ['A5 error-value: #N/A in A5 is not a value. Until its formula is mended the cell counts as empty.'],
    ],
    [
      'the same name in other letters',
      ['Größe', 'Letters sent', 'Visits made', ' GROSSE '],
      [
        'A5 duplicate-name: “GROSSE” in A5 is already the name in A2. Check-ins could not tell the two apart.',
      ],
    ],
    [
      'the same name three times',
      ['Calls', 'Calls', 'Visits made', 'Calls', 'Letters', 'Parcels'],
      [
        'A3 duplicate-name: “Calls” in A3 is already the name in A2. Check-ins could not tell the two apart.',
        'A5 duplicate-name: “Calls” in A5 is already the name in A2. Check-ins could not tell the two apart.',
      ],
    ],
    ['names not given yet', ['Calls answered', 'Letters sent', 'Visits made', 'Parcels', 'tbd', 'tbd'], []],
    ['names that repeat by design', ['Calls', 'Letters', 'Calls', 'Letters', 'Calls', 'Letters'], []],
  ])('%s', (_title, values, problems) => {
    expect(told(...values)).toEqual(problems);
  });
});

describe('values of a series of periods', () => {
  it('that are errors are told', () => {
    const rows = [
      ['KPI', 'Owner', 'Jan', 'Feb', 'Mar'],
      ['Calls answered', 'Nadia Berg', 40, 41, 42],
      ['Letters sent', 'Tom Lund', 7, error('#REF!'), 8],
    ];
    expect(mappingOf(buildGrid(rows)).problems).toEqual([
      {
        cell: 'D3',
        code: 'error-value',
        message: '#REF! in D3 is not a value. Until its formula is mended the cell counts as empty.',
      },
    ]);
  });
});
