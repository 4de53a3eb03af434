import { describe, expect, it } from 'vitest';
import { decimalMarkOf, dayOrderOf } from '../../../src/domain/sheet/local-habits.ts';

describe('the decimal mark of a column', () => {
  it.each([
    ['3,5 | 1.234', ','],
    ['3.5 | 1,234', '.'],
    ['1.234,5', ','],
    ['1,234.5', '.'],
    ['1.234.567', ','],
    ['1,234,567', '.'],
    ['12.345.678 | 2,5', ','],
    ['€ 3,5 | tbd', ','],
    ['3,5 | 4,5 | 2.5', ','],
    ['3.5 | 4.5 | 2,5', '.'],
    // nothing but doubtful values: whole numbers beside them say that the mark groups
    ['1.234 | 2.500 | 900', ','],
    ['1,234 | 2,500 | 900', '.'],
    ['1.234 | 2.500 | 900 | 2', ','],
    ['1.234 | 900', undefined],
    ['1.234 | 2.500', undefined],
    ['1.234 | 2,500 | 900', undefined],
    ['3,5 | 3.5', undefined],
    ['12 | 40', undefined],
    ['tbd | open', undefined],
    ['', undefined],
  ])('in %s is “%s”', (column, mark) => {
    expect(decimalMarkOf(column.split(' | '))).toBe(mark);
  });

  it('shows in the first 500 values', () => {
    const unclear = Array.from({ length: 499 }, () => '7');
    expect(decimalMarkOf([...unclear, '3,5'])).toBe(',');
    expect(decimalMarkOf([...unclear, '7', '3,5'])).toBeUndefined();
  });
});

describe('the order of day and month of a column', () => {
  it.each([
    ['13/04/2026 | 03/04/2026', 'day-first'],
    ['04/13/2026 | 03/04/2026', 'month-first'],
    [' 13-04-26', 'day-first'],
    ['04-13-26', 'month-first'],
    ['13/04/2026 | 14/04/2026 | 04/13/2026', 'day-first'],
    ['13/04/2026 | 04/14/2026 | 04/13/2026', 'month-first'],
    ['13/04/2026 | 04/13/2026', undefined],
    ['12/12/2026 | 03/04/2026', undefined],
    ['13.04.2026', undefined],
    ['99/01/2026', undefined],
    ['tbd', undefined],
  ])('in %s is %s', (column, order) => {
    expect(dayOrderOf(column.split(' | '))).toBe(order);
  });
});
