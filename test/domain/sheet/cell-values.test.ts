import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellToDate,
  cellToNumber,
  type CellProblem,
  type PlacedCell,
} from '../../../src/domain/sheet/cell-values.ts';
import type { CellType } from '../../../src/domain/sheet/grid.ts';
import { PROBLEM_CODES } from '../../../src/domain/sheet/problems.ts';
import { cellOf, day, error, percent, type Value } from './build-grid.ts';

function at(address: string, value: Value): PlacedCell {
  return { ...cellOf(value), address };
}

const TODAY = { today: '2026-03-12' };

describe('cellToNumber', () => {
  it.each([
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1 234,5', 1234.5],
    ["1'234.50", 1234.5],
    ['(12)', -12],
    ['−3', -3],
    ['12-', -12],
    ['12%', 0.12],
    ['€1.2m', 1_200_000],
    ['3,5 Mio €', 3_500_000],
    ['$ 40k', 40_000],
    ['.75', 0.75],
    ['1.234.567', 1_234_567],
    ['0.125', 0.125],
  ])('reads %s as %d', (text, value) => {
    expect(cellToNumber(at('F9', text))).toEqual({ ok: true, value });
  });

  it.each([
    [percent(0.42), '%', 42],
    ['42%', '%', 42],
    [42, '%', 42],
    [percent(0.42), undefined, 0.42],
    [0.07, 'days', 0.07],
  ])('gives percent points where the unit is %% (%j, %s)', (value, unit, expected) => {
    expect(cellToNumber(at('F9', value), unit)).toEqual({ ok: true, value: expected });
  });

  it('lets the column settle what 1.234 means, and asks where nothing does', () => {
    expect(cellToNumber(at('F9', '1.234'), undefined, ',')).toEqual({ ok: true, value: 1234 });
    expect(cellToNumber(at('F9', '1.234'), undefined, '.')).toEqual({ ok: true, value: 1.234 });
    expect(cellToNumber(at('F9', '1.234'))).toEqual({
      ok: false,
      error: {
        code: 'ambiguous-number',
        message: '“1.234” in F9 can mean 1234 or 1.234. Enter it as a number.',
      },
    });
  });

  it.each([
    [error('#N/A'), 'error-value', '#N/A in F9'],
    ['Pending', 'not-a-number', '“Pending” in F9 is not a number.'],
    ['12,34,5', 'not-a-number', 'in F9'],
    [null, 'missing-value', 'F9 is empty.'],
    [true, 'not-a-number', '“TRUE” in F9'],
    [day('2026-03-01'), 'not-a-number', 'in F9'],
  ])('refuses %j with a sentence that names the place', (value, code, sentence) => {
    const number = cellToNumber(at('F9', value));
    expect(number).toMatchObject({ ok: false, error: { code } });
    expect(number.ok ? '' : number.error.message).toContain(sentence);
  });
});

describe('cellToDate', () => {
  it.each([
    [day('2026-04-13'), '2026-04-13'],
    ['2026-04-13', '2026-04-13'],
    ['13.04.2026', '2026-04-13'],
    ['13/04/2026', '2026-04-13'],
    ['04/13/2026', '2026-04-13'],
    ['13 April 2026', '2026-04-13'],
    ['April 13, 2026', '2026-04-13'],
    ['13. März 2026', '2026-03-13'],
    ['1er août 2026', '2026-08-01'],
    ['13 de abril de 2026', '2026-04-13'],
    ['2012-09-30T00:00:00', '2012-09-30'],
  ])('reads %j as %s', (value, iso) => {
    expect(cellToDate(at('I8', value), TODAY)).toEqual({ ok: true, value: iso });
  });

  it.each([
    ['13.4.26', '“13.4.26” in I8 is text. Is it 13\u00A0Apr\u00A02026?'],
    ['13-Sep', '“13-Sep” in I8 is text. Is it 13\u00A0Sep\u00A02026?'],
    ['03/04/2026', '“03/04/2026” in I8 is text. Is it 3\u00A0Apr\u00A02026 or 4\u00A0Mar\u00A02026?'],
  ])('asks about %s instead of guessing', (text, message) => {
    expect(cellToDate(at('I8', text), TODAY)).toEqual({
      ok: false,
      error: { code: 'date-as-text', message },
    });
  });

  it('takes the order of day and month from the caller', () => {
    expect(cellToDate(at('I8', '03/04/2026'), { ...TODAY, order: 'month-first' })).toEqual({
      ok: true,
      value: '2026-03-04',
    });
  });

  it.each(['tbd', '30.02.2026', '99', 'Q3'])('refuses %s as no day', (text) => {
    expect(cellToDate(at('I8', text), TODAY)).toMatchObject({ ok: false, error: { code: 'not-a-date' } });
  });
});

function isProblem({ code, message }: CellProblem): boolean {
  return PROBLEM_CODES.includes(code) && message.includes('C3');
}

const anyCell: fc.Arbitrary<PlacedCell> = fc.record({
  value: fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)),
  text: fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.stringMatching(/^[-(]?[\d.,' ]{1,12}[%)kmbE€]?$/u),
    fc.stringMatching(/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/u),
  ),
  type: fc.constantFrom<CellType>('empty', 'text', 'number', 'boolean', 'date', 'error'),
  address: fc.constant('C3'),
});

describe('any cell at all', () => {
  it('gives a finite number, a real day, or a problem of the closed list that names the place', () => {
    fc.assert(
      fc.property(anyCell, fc.option(fc.string(), { nil: undefined }), (cell, unit) => {
        const number = cellToNumber(cell, unit);
        const date = cellToDate(cell, TODAY);
        expect(number.ok ? Number.isFinite(number.value) : isProblem(number.error)).toBe(true);
        expect(date.ok ? /^\d{4}-\d{2}-\d{2}$/u.test(date.value) : isProblem(date.error)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
