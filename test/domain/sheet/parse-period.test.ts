import { describe, expect, it } from 'vitest';
import { parsePeriod, type Period } from '../../../src/domain/sheet/parse-period.ts';
import { cellOf, day, error, type Value } from './build-grid.ts';

/** A period in one line: "month 3 of 2026 from 2026-03-01, plan: Revenue". */
function inWords(period: Period | null): string {
  if (period === null) return 'none';
  const { kind, part, year, start, side, rest } = period;
  return `${kind} ${part} of ${year ?? '?'} from ${start ?? '?'}${side === null ? '' : `, ${side}`}${rest === '' ? '' : `: ${rest}`}`;
}

const read = (value: Value): string => inWords(parsePeriod(cellOf(value)));

describe('a header that names a period', () => {
  it.each<[Value, string]>([
    // months
    ['Jan', 'month 1 of ? from ?'],
    ['März', 'month 3 of ? from ?'],
    ['März 2026', 'month 3 of 2026 from 2026-03-01'],
    ['Mrz 26', 'month 3 of 2026 from 2026-03-01'],
    ["Dec '26", 'month 12 of 2026 from 2026-12-01'],
    ['Ist März 2026', 'month 3 of 2026 from 2026-03-01, actual'],
    ['Plan Jan', 'month 1 of ? from ?, plan'],
    ['Jan_2026_Target', 'month 1 of 2026 from 2026-01-01, plan'],
    ['Revenue Jan 2026', 'month 1 of 2026 from 2026-01-01: revenue'],
    ['2026-03', 'month 3 of 2026 from 2026-03-01'],
    ['2026/12', 'month 12 of 2026 from 2026-12-01'],
    ['2026 M03', 'month 3 of 2026 from 2026-03-01'],
    ['03/2026', 'month 3 of 2026 from 2026-03-01'],
    ['3.2026', 'month 3 of 2026 from 2026-03-01'],
    ['M3', 'month 3 of ? from ?'],
    ['Month 12', 'month 12 of ? from ?'],
    ['Monat 10 2026', 'month 10 of 2026 from 2026-10-01'],
    ['Month 13', 'none'],
    [' 2026-03 ', 'month 3 of 2026 from 2026-03-01'],
    ['Jan x', 'month 1 of ? from ?'],
    ['Jan 126', 'month 1 of ? from ?'],
    ['Jan 3000', 'month 1 of ? from ?'],
    ['Jan 12026', 'month 1 of ? from ?'],
    ['Jan 20261', 'month 1 of ? from ?'],
    ['M0', 'none'],
    // quarters
    ['Q1', 'quarter 1 of ? from ?'],
    ['Q4 2026', 'quarter 4 of 2026 from 2026-10-01'],
    ['Q2 26', 'quarter 2 of 2026 from 2026-04-01'],
    ['2026 Q3', 'quarter 3 of 2026 from 2026-07-01'],
    ['2026-Q3', 'quarter 3 of 2026 from 2026-07-01'],
    ['2026-Q3 Revenue (Plan)', 'quarter 3 of 2026 from 2026-07-01, plan: revenue'],
    ['2026T2', 'quarter 2 of 2026 from 2026-04-01'],
    ['Q1-Plan', 'quarter 1 of ? from ?, plan'],
    ['Q1 Actual', 'quarter 1 of ? from ?, actual'],
    ['2. Quartal 2026', 'quarter 2 of 2026 from 2026-04-01'],
    ['Trimestre 3', 'quarter 3 of ? from ?'],
    ['Q5', 'none'],
    ['Q0', 'none'],
    // halves
    ['H2 2026', 'half 2 of 2026 from 2026-07-01'],
    ['1. Halbjahr 2026', 'half 1 of 2026 from 2026-01-01'],
    ['H3', 'none'],
    ['Path 1', 'none'],
    ['Hours 1', 'none'],
    // weeks, as ISO 8601 counts them: week 1 holds 4 January
    ['KW 12', 'week 12 of ? from ?'],
    ['KW 1 2026', 'week 1 of 2026 from 2025-12-29'],
    ['Week 53 2026', 'week 53 of 2026 from 2026-12-28'],
    ['KW 1 2028', 'week 1 of 2028 from 2028-01-03'],
    ['W 1 2023', 'week 1 of 2023 from 2023-01-02'],
    ['Semaine 7', 'week 7 of ? from ?'],
    ['Sprint 4', 'week 4 of ? from ?'],
    ['KW 54', 'none'],
    ['KW 0', 'none'],
    // years
    ['2026', 'year 2026 of 2026 from 2026-01-01'],
    [2026, 'year 2026 of 2026 from 2026-01-01'],
    [1990, 'year 1990 of 1990 from 1990-01-01'],
    [2060, 'year 2060 of 2060 from 2060-01-01'],
    [1989, 'none'],
    [2061, 'none'],
    [2026.5, 'none'],
    ['FY26', 'year 2026 of 2026 from 2026-01-01'],
    ['FY 126', 'none'],
    ['FY 2026', 'year 2026 of 2026 from 2026-01-01'],
    ['FY24/25', 'year 2024 of 2024 from 2024-01-01'],
    ['Revenue FY2024/25', 'year 2024 of 2024 from 2024-01-01: revenue'],
    ['FY2024/25', 'year 2024 of 2024 from 2024-01-01'],
    ['2024-25', 'year 2024 of 2024 from 2024-01-01'],
    ['2024–2025', 'year 2024 of 2024 from 2024-01-01'],
    ['Target 2026', 'year 2026 of 2026 from 2026-01-01, plan'],
    ['Budget 2026 (EUR)', 'year 2026 of 2026 from 2026-01-01, plan: eur'],
    ['% 2026', 'year 2026 of 2026 from 2026-01-01: %'],
    // days
    [day('2026-04-13'), 'day 2026-04-13 of 2026 from 2026-04-13'],
    ['13.04.2026', 'day 2026-04-13 of 2026 from 2026-04-13'],
    ['03/04/2026', 'day 2026-04-03 of 2026 from 2026-04-03'],
    // none
    ['Owner', 'none'],
    ['Plan', 'none'],
    ['40', 'none'],
    ['', 'none'],
    ['Step 3', 'none'],
    ['Room 2', 'none'],
    [null, 'none'],
    [true, 'none'],
    [3, 'none'],
    [error('#REF!'), 'none'],
    ['What we said in March about all the other things', 'none'], // more than eight words
    ['The sales of our shop in March 2026', 'month 3 of 2026 from 2026-03-01: the sales of our shop in'],
    [`Jan${' '.repeat(57)}`, 'month 1 of ? from ?'],
    [`Jan${' '.repeat(58)}`, 'none'],
    [{ value: 0, text: '0', type: 'date' }, 'none'],
  ])('%j is %s', (value, meaning) => {
    expect(read(value)).toBe(meaning);
  });

  it.each([
    ['Soll', 'plan'],
    ['Prévu', 'plan'],
    ['Presupuesto', 'plan'],
    ['Begroot', 'plan'],
    ['Obiettivo', 'plan'],
    ['Orçado', 'plan'],
    ['Goal', 'plan'],
    ['Ist', 'actual'],
    ['Réalisé', 'actual'],
    ['Real', 'actual'],
    ['Werkelijk', 'actual'],
    ['Consuntivo', 'actual'],
    ['Realizado', 'actual'],
    ['Result', 'actual'],
  ])('%s Q1 is the %s of the quarter', (word, side) => {
    expect(read(`${word} Q1`)).toBe(`quarter 1 of ? from ?, ${side}`);
  });
});
