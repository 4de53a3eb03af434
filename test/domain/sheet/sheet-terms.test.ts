import { describe, expect, it } from 'vitest';
import {
  cellAddress,
  cellAt,
  columnLetters,
  gridWidth,
  sheetColumn,
  sheetRow,
  transposeGrid,
} from '../../../src/domain/sheet/grid.ts';
import { isDateFormat, isPercentFormat } from '../../../src/domain/sheet/number-format.ts';
import { dayInWords, quoted } from '../../../src/domain/sheet/problem-words.ts';
import { foldedPhrase, foldText, wordsOf } from '../../../src/domain/sheet/words.ts';
import { buildGrid } from './build-grid.ts';

describe('places on a sheet', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
    [0, 'A'],
  ])('column %d is %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  it('count from the corner of the grid', () => {
    const grid = buildGrid([['a'], ['b', 'c']]);
    const cut = { ...grid, origin: { row: 11, column: 27 } };
    expect([cellAddress(grid, 1, 1), sheetRow(grid, 0), sheetColumn(grid, 0)]).toEqual(['B2', 1, 'A']);
    expect([cellAddress(cut, 1, 1), sheetRow(cut, 0), sheetColumn(cut, 0)]).toEqual(['AB12', 11, 'AA']);
  });

  it('outside the grid are empty', () => {
    const grid = buildGrid([['a'], ['b', 'c']]);
    expect([cellAt(grid, 5, 0).type, cellAt(grid, 0, 1).type, cellAt(grid, 1, 1).text]).toEqual([
      'empty',
      'empty',
      'c',
    ]);
  });

  it('turn with the grid: rows become columns, merges too', () => {
    const grid = buildGrid([['a'], ['b', 'c']], [{ top: 1, left: 2, bottom: 3, right: 4 }], 'Plan');
    const turned = transposeGrid(grid);
    expect(gridWidth(grid)).toBe(2);
    expect(turned.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['a', 'b'],
      ['', 'c'],
    ]);
    expect(turned.merges).toEqual([{ top: 2, left: 1, bottom: 4, right: 3 }]);
    expect(turned.name).toBe('Plan');
  });
});

describe('a number format', () => {
  it.each([
    ['yyyy-mm-dd', true],
    ['d/m/y', true],
    ['DD.MM.YYYY', true],
    ['mmm yy', true],
    ['mmmm', true],
    ['[$-407]d. mmmm yyyy', true],
    ['yyyy-mm-dd hh:mm:ss.000', true],
    ['dd/mm/yyyy;@', true],
    ['mm:ss', false],
    ['h:mm', false],
    ['[h]:mm', false],
    ['0.00', false],
    ['#,##0 "days"', false],
    ['0 \\d', false],
    ['0_d', false],
    ['0*d', false],
    ['General', false],
    ['general', false],
    ['"day"', false],
    ['0;dd', false],
    ['0.00 [$day]', false],
    ['yyyy0', false],
    [undefined, false],
  ])('%s shows a day: %s', (format, isDate) => {
    expect(isDateFormat(format)).toBe(isDate);
  });

  it.each([
    ['0%', true],
    ['0.00 %', true],
    ['#,##0%;-0%', true],
    ['0.0', false],
    ['0 "%"', false],
    ['0\\%', false],
    ['0;0%', false],
    [undefined, false],
  ])('%s shows percent: %s', (format, isPercent) => {
    expect(isPercentFormat(format)).toBe(isPercent);
  });
});

describe('a text as the vocabulary compares it', () => {
  it.each([
    ['Größe', 'grosse'],
    ['Échéance', 'echeance'],
    ['København', 'kobenhavn'],
    ['Œuvre', 'oeuvre'],
    ['Læring', 'laering'],
    ['Łódź', 'lodz'],
    ['l’état', "l'etat"],
    ['KPI 7', 'kpi 7'],
  ])('%s is folded to %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it.each([
    ['target_value', 'target value'],
    ['dueDate', 'due date'],
    ['KPIOwner', 'kpi owner'],
    ['Q1-Plan', 'q 1 plan'],
    ['FY24/25', 'fy 24 25'],
    ['% done (€)', '% done €'],
    ['#  of $ and £', '# of $ and £'],
    [' Fällig   am: ', 'fallig am'],
    ['KPIs', 'kpis'],
    ['IDs', 'ids'],
    ['!?', ''],
  ])('%j has the words %j', (text, words) => {
    expect(foldedPhrase(text)).toBe(words);
  });

  it('has no more words than fit in 400 characters', () => {
    expect(wordsOf('ab '.repeat(200))).toHaveLength(134);
  });
});

describe('the words of a problem', () => {
  it.each([
    ['tbd', '“tbd”'],
    ['  two\n lines ', '“two lines”'],
    ['x'.repeat(40), `“${'x'.repeat(40)}”`],
    ['x'.repeat(41), `“${'x'.repeat(39)}…”`],
  ])('quote %j as %s', (text, shown) => {
    expect(quoted(text)).toBe(shown);
  });

  it.each([
    ['2026-01-01', '1 Jan 2026'],
    ['2026-02-03', '3 Feb 2026'],
    ['2026-03-03', '3 Mar 2026'],
    ['2026-04-13', '13 Apr 2026'],
    ['2026-05-03', '3 May 2026'],
    ['2026-06-03', '3 Jun 2026'],
    ['2026-07-03', '3 Jul 2026'],
    ['2026-08-03', '3 Aug 2026'],
    ['2026-09-03', '3 Sep 2026'],
    ['2026-10-03', '3 Oct 2026'],
    ['2026-11-03', '3 Nov 2026'],
    ['2026-12-31', '31 Dec 2026'],
    ['2026-13-01', '2026-13-01'],
    ['soon', 'soon'],
  ])('say %s as %s, without a break', (iso, words) => {
    expect(dayInWords(iso)).toBe(words.includes(' ') ? words.replaceAll(' ', '\u00A0') : words);
  });
});
