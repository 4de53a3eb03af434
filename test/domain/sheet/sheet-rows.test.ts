import { describe, expect, it } from 'vitest';
import type { SheetMapping } from '../../../src/domain/sheet/mapping.ts';
import { buildGrid, foundIn, mappingOf, percent, type Value } from './build-grid.ts';

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

describe('periods in columns', () => {
  const periodsOf = (...rows: readonly (readonly Value[])[]): string =>
    read(...rows).periods.map(({ line, kind, start, side, group }) => [line, kind, start ?? '?', side ?? '-', ...(group === '' ? [] : [group])].join(' ')).join(', '); // prettier-ignore
  const records: readonly (readonly Value[])[] = [
    ['Calls answered', 400, 380, 420, 431],
    ['Invoices sent', 90, 85, 95, 97],
    ['Visits made', 30, 31, 30, 24],
  ];

  it.each<[string, readonly (readonly Value[])[]]>([
    ['B month ? -, C month ? -, D month ? -', [['KPI', 'Jan', 'Feb', 'Mar', 'Zork'], ...records]],
    [
      'B month 2026-01-01 -, C month 2026-02-01 -, D month 2026-03-01 -',
      [['Scorecard 2026'], ['KPI', 'Jan', 'Feb', 'Mar', 'Zork'], ...records],
    ],
    [
      'B month ? -, C month ? -, D month ? -',
      [['From 2025 to 2026'], ['KPI', 'Jan', 'Feb', 'Mar', 'Zork'], ...records],
    ],
    [
      'B quarter 2026-01-01 plan, C quarter 2026-01-01 actual, D quarter 2026-04-01 plan, E quarter 2026-04-01 actual',
      [['KPI', 'Q1 2026 Plan', 'Q1 2026 Actual', 'Q2 2026 Plan', 'Q2 2026 Actual'], ...records],
    ],
    ['', [['KPI', 'Target 2026', 'Actual', 'Zork', 'Blub'], ...records]],
    ['', [['KPI', 'Q1', 'Q2', 'Zork', 'Blub'], ...records]],
    ['B week ? -, C week ? -, D week ? -, E week ? -', [['KPI', 'KW 1', 'KW 2', 'KW 3', 'KW 4'], ...records]],
    [
      'B year 2023-01-01 -, C year 2024-01-01 -, D year 2025-01-01 -, E year 2026-01-01 -',
      [['KPI', 2023, 2024, 2025, 2026], ...records],
    ],
  ])('are %s', (periods, rows) => {
    expect(periodsOf(...rows)).toBe(periods);
  });
});

describe('rows that are no record', () => {
  it.each<[string, readonly Value[]]>([
    ['total', ['Total', _, 520, 496]],
    ['total', ['Summe', _, 520, 496]],
    ['total', ['Average', _, 173, 165]],
    ['total', ['Sub total', _, 520, 496]],
    ['total', ['Calls total', _, 520, 496]],
    ['section', ['Customers']],
    ['note', ['* as of June']],
    ['note', ['Source: the ERP.']],
    ['note', [`Figures ${'as told by the ERP '.repeat(7)}`]],
    ['header', ['KPI', 'Owner', 'Target', 'Actual']],
    ['unnamed', [_, 'Tom Lund', 5, 6]],
    ['record', ['Average waiting time', 'Tom Lund', 5, 6]],
    ['record', ['Total calls', 'Tom Lund', 5, 6]],
    ['record', ['Source code reviewed', 'Tom Lund', 5, 6]],
    ['record', ['Customers', 'Tom Lund', _, _]],
  ])('%s: %j', (kind, row) => {
    const mapping = read(
      ['KPI', 'Owner', 'Target', 'Actual'],
      ['Calls answered', 'Nadia Berg', 400, 380],
      ['Invoices sent', 'Tom Lund', 90, 85],
      row,
      ['Visits made', 'Nadia Berg', 30, 31],
      ['Letters sent', 'Ines Roth', 12, 11],
    );
    expect(mapping.skipRows.map((skipped) => `${skipped.row} ${skipped.kind}`)).toEqual(
      kind === 'record' ? [] : [`4 ${kind}`],
    );
    expect(mapping.recordCount).toBe(kind === 'record' ? 5 : 4);
  });

  it('are headers printed again, however often', () => {
    const [head = [], ...records] = SCORECARD;
    const { skipRows, ...mapping } = read(head, ...records, head, ...records, head, ...records);
    expect(skipRows.map(({ row, kind }) => `${row} ${kind}`)).toEqual(['5 header', '9 header']);
    expect([mapping.headerRow, mapping.lastRow, mapping.recordCount]).toEqual([1, 12, 9]);
  });

  it('keep their text', () => {
    expect(read(...SCORECARD, [_, 'Total', _, 520, 496]).skipRows).toEqual([
      { row: 5, kind: 'total', text: 'Total' },
    ]);
  });

  it('a sheet ends after eight blank rows', () => {
    const blank = (count: number): Value[][] => Array.from({ length: count }, () => []);
    const late = [4, 'Letters sent', 'Ines Roth', 12, 11];
    expect(read(...SCORECARD, ...blank(7), late).lastRow).toBe(12);
    expect(read(...SCORECARD, ...blank(8), late).lastRow).toBe(4);
  });

  it('shares are numbers like any other', () => {
    expect(
      foundIn(
        read(
          ['KPI', 'Target', 'Actual'],
          ['A b', percent(0.4), percent(0.3)],
          ['C d', percent(0.5), percent(0.1)],
        ),
      ),
    ).toBe('name A, target B, actual C');
  });
});
