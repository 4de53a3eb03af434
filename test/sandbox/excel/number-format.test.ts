import { describe, expect, it } from 'vitest';
import { localeOf } from '../../../sandbox/excel/model/locale.ts';
import { formatText } from '../../../sandbox/excel/number-format/format-text.ts';

const shown = (value: number | string, format: string, locale = 'en-US', date1904 = false) =>
  formatText(value, format, { locale: localeOf(locale), date1904 });

describe('the text of a cell', () => {
  it.each<[number | string, string, string]>([
    [0.1 + 0.2, 'General', '0.3'],
    [1234.5, 'General', '1234.5'],
    [123_456_789_012, 'General', '1.23457E+11'],
    [1.005, '0.00', '1.01'],
    [-1234.5, '#,##0.00', '-1,234.50'],
    [-1234.5, '#,##0.00_);(#,##0.00)', '(1,234.50)'],
    [0.4175, '0.0%', '41.8%'],
    [1_250_000, '$#,##0', '$1,250,000'],
    [1_250_000, '0.0,,"M"', '1.3M'],
    [1200, '#,##0 [$€-407]', '1,200 €'],
    [5, '000', '005'],
    [46_095, 'm/d/yyyy', '3/14/2026'],
    [46_095, 'dd.mm.yyyy', '14.03.2026'],
    [46_095, 'd mmm yy', '14 Mar 26'],
    [46_095, 'dddd', 'Saturday'],
    [46_095, '[$-407]mmmm yyyy', 'März 2026'],
    [46_095.5, 'yyyy-mm-dd hh:mm', '2026-03-14 12:00'],
    [0.75, 'h:mm AM/PM', '6:00 PM'],
    [1.5, '[h]:mm', '36:00'],
    [60, 'd/m/yyyy', '29/2/1900'],
    [0, '0;-0;"none"', 'none'],
    ['late', '@" !"', 'late !'],
    [-1, 'm/d/yyyy', '########'],
  ])('%s as %s is %s', (value, format, text) => {
    expect(shown(value, format)).toBe(text);
  });

  it('follows the person: German marks, German dates', () => {
    expect(shown(1234.5, '#,##0.00', 'de-DE')).toBe('1.234,50');
    expect(shown(46_095, 'm/d/yyyy', 'de-DE')).toBe('14.03.2026');
  });

  it('counts days from 1904 where the workbook does', () => {
    expect(shown(44_633, 'yyyy-mm-dd', 'en-US', true)).toBe('2026-03-14');
  });
});
