import { describe, expect, it } from 'vitest';
import { parseNumber, type DecimalMark } from '../../../src/domain/sheet/parse-number.ts';

/** A number in one line: "12 %", "1.2 EUR", "1234 or 1.234", "no-number". */
function inWords(text: string, decimal?: DecimalMark): string {
  const number = parseNumber(text, decimal);
  if (number.ok) {
    const { value, percent, currency } = number.value;
    return [value, ...(percent ? ['%'] : []), ...(currency === undefined ? [] : [currency])].join(' ');
  }
  return number.error.code === 'ambiguous' ? number.error.readings.join(' or ') : number.error.code;
}

describe('a number typed as text', () => {
  it.each([
    // whole numbers and signs
    ['0', '0'],
    ['42', '42'],
    ['007', '7'],
    ['-3', '-3'],
    ['−3', '-3'],
    ['– 3', '-3'],
    ['3-', '-3'],
    ['+3', '3'],
    ['(12)', '-12'],
    ['(12,5 %)', '-12.5 %'],
    ['(12', 'no-number'],
    ['12)', 'no-number'],
    ['~ 40', '40'],
    ['≈40', '40'],
    ['>40', '40'],
    ['≥ 40', '40'],
    ['<= 40', 'no-number'],
    ['~ -3', '-3'],
    ['< -3', '-3'],
    ['--3', 'no-number'],
    ['5-7', 'no-number'],
    ['5 (12)', 'no-number'],
    ['(12) 5', 'no-number'],
    // decimals and groups
    ['3.5', '3.5'],
    ['3,5', '3.5'],
    ['3,', '3'],
    ['.75', '0.75'],
    [',75', '0.75'],
    ['0.125', '0.125'],
    ['0,125', '0.125'],
    ['1.2345', '1.2345'],
    ['1,2345', '1.2345'],
    ['1234.567', '1234.567'],
    ['1.234', '1234 or 1.234'],
    ['1,234', '1234 or 1.234'],
    ['12.345', '12345 or 12.345'],
    ['-999,000', '999000 or 999'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1,234.', '1234'],
    ['1.234.567', '1234567'],
    ['1,234,567', '1234567'],
    ['1.234.567,89', '1234567.89'],
    ['1,234,567.89', '1234567.89'],
    ['1 234,5', '1234.5'],
    ['1\u00A0234\u202F567', '1234567'],
    ["1'234.50", '1234.5'],
    ['1’234', '1234'],
    ['1_000', '1000'],
    // groups that are none
    ['1.23.456', 'no-number'],
    ['12,34,5', 'no-number'],
    ['1,2345,678', 'no-number'],
    ['1.234,567.8', 'no-number'],
    ['1,23.4', 'no-number'],
    ['1.2,3,4', 'no-number'],
    ['1.234.5', 'no-number'],
    ['0.123.456', 'no-number'],
    ['1234.567,8', 'no-number'],
    ['1,2.3,4', 'no-number'],
    ['1,234.5.6', 'no-number'],
    // percent
    ['12%', '12 %'],
    ['12 %', '12 %'],
    ['% 12', '12 %'],
    ['12 pct', '12 %'],
    ['12 percent', '12 %'],
    ['12 Prozent', '12 %'],
    ['pct 12', 'no-number'],
    ['percent 12', 'no-number'],
    ['Prozent 12', 'no-number'],
    ['5 ‰', 'no-number'],
    // money and scales
    ['€1.2m', '1200000 €'],
    ['3,5 Mio €', '3500000 €'],
    ['$ 40k', '40000 $'],
    ['40 EUR', '40 EUR'],
    // a price without cents, not a negative one
    ['99,-', '99'],
    ['99,– €', '99 €'],
    ['CHF 99.-', '99 CHF'],
    ['chf 12.50', '12.5 CHF'],
    ['£7', '7 £'],
    ['¥700', '700 ¥'],
    ['₹ 7', '7 ₹'],
    ['5 tsd', '5000'],
    ['5 thousand', '5000'],
    ['5 m', '5000000'],
    ['5 mn', '5000000'],
    ['5 mio', '5000000'],
    ['5 mill', '5000000'],
    ['5 million', '5000000'],
    ['5 millions', '5000000'],
    ['5 Millionen', '5000000'],
    ['5 millones', '5000000'],
    ['2 bn', '2000000000'],
    ['2 b', '2000000000'],
    ['2 billion', '2000000000'],
    ['2 Mrd', '2000000000'],
    ['2 mld', '2000000000'],
    // no numbers
    ['', 'no-number'],
    ['tbd', 'no-number'],
    ['5 days', 'no-number'],
    ['Q3', 'no-number'],
    ['12 of 40', 'no-number'],
    ['1/2', 'no-number'],
    ['3e5', 'no-number'],
    ['kpi 7', 'no-number'],
    [`1${'0'.repeat(400)}`, 'no-number'],
    ['1'.repeat(61), 'no-number'],
  ])('%j is %s', (text, meaning) => {
    expect(inWords(text)).toBe(meaning);
  });

  it.each<[string, DecimalMark, string]>([
    ['1.234', ',', '1234'],
    ['1.234', '.', '1.234'],
    ['1,234', ',', '1.234'],
    ['1,234', '.', '1234'],
    ['-1,234 €', '.', '-1234 €'],
    // what leaves no doubt stays as it is
    ['3,5', '.', '3.5'],
    ['3.5', ',', '3.5'],
    ['1.234,5', '.', '1234.5'],
    ['1.234.567', '.', '1234567'],
  ])('%j in a column with decimal “%s” is %s', (text, mark, meaning) => {
    expect(inWords(text, mark)).toBe(meaning);
  });

  it('is read up to 60 characters', () => {
    expect(inWords(`${' '.repeat(58)}42`)).toBe('42');
    expect(inWords(`${' '.repeat(59)}42`)).toBe('no-number');
  });
});
