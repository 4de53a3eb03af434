import { describe, expect, it } from 'vitest';
import { parseDate, type DayOrder } from '../../../src/domain/sheet/parse-date.ts';
import { isoOf, isoToSerial, serialToIso } from '../../../src/domain/sheet/serial-date.ts';

/** A day in one line: "2026-04-13", "2026-04-13?" where it must be confirmed, "a or b", "no-date". */
function inWords(text: string, hints: { order?: DayOrder; year?: number } = {}): string {
  const date = parseDate(text, hints);
  if (date.ok) return date.value.iso + (date.value.sure ? '' : '?');
  return date.error.code === 'ambiguous' ? date.error.readings.join(' or ') : date.error.code;
}

describe('a day typed as text', () => {
  it.each([
    // year first
    ['2026-04-13', '2026-04-13'],
    ['2026/4/3', '2026-04-03'],
    ['2026.04.13', '2026-04-13'],
    ['2026-04-13T08:00:00Z', '2026-04-13'],
    ['2026-04-13 08:00', '2026-04-13'],
    ['2026-04-13x', 'no-date'],
    ['2026-13-01', 'no-date'],
    ['2026-02-29', 'no-date'],
    ['2028-02-29', '2028-02-29'],
    // day first
    ['13.04.2026', '2026-04-13'],
    ['3.4.2026', '2026-04-03'],
    ['3.4.2026.', '2026-04-03'],
    ['13.04.2026 10:30', '2026-04-13'],
    ['13.04.2026, Mo', '2026-04-13'],
    ['13.4.26', '2026-04-13?'],
    ['30.02.2026', 'no-date'],
    ['4.13.2026', 'no-date'],
    ['1.2.345', 'no-date'],
    ['13.04/2026', 'no-date'],
    // slashes and dashes: a part above 12 decides
    ['13/04/2026', '2026-04-13'],
    ['04/13/2026', '2026-04-13'],
    ['13-04-2026', '2026-04-13'],
    ['4/4/2026', '2026-04-04'],
    ['03/04/2026', '2026-04-03 or 2026-03-04'],
    ['03-04-26', '2026-04-03 or 2026-03-04'],
    ['13/14/2026', 'no-date'],
    // month words
    ['13 April 2026', '2026-04-13'],
    ['13. April 2026', '2026-04-13'],
    ['13th of April 2026', 'no-date'],
    ['13th April 2026', '2026-04-13'],
    ['1st May 2026', '2026-05-01'],
    ['2nd May 2026', '2026-05-02'],
    ['3rd May 2026', '2026-05-03'],
    ['13-Apr-2026', '2026-04-13'],
    ['13-Apr-26', '2026-04-13?'],
    ['13Apr2026', '2026-04-13'],
    ['13 Apr. 2026', '2026-04-13'],
    ['13 Apr, 2026', '2026-04-13'],
    ['Mon, 13 Apr 2026', '2026-04-13'],
    ['Mo. 13. April 2026', '2026-04-13'],
    ['April 13, 2026', '2026-04-13'],
    ['April 13 2026', '2026-04-13'],
    ['Apr. 13th, 2026', '2026-04-13'],
    ['Monday, April 13, 2026', '2026-04-13'],
    ['April 1st, 2026', '2026-04-01'],
    ['1er août 2026', '2026-08-01'],
    ['13. März 2026', '2026-03-13'],
    ['13 de abril de 2026', '2026-04-13'],
    ['13 giugno 2026', '2026-06-13'],
    ['13 maart 2026', '2026-03-13'],
    ['13 Nove 2026', '2026-11-13'],
    ['13 No 2026', 'no-date'],
    ['13 Zork 2026', 'no-date'],
    ['31 April 2026', 'no-date'],
    ['  13   April   2026 ', '2026-04-13'],
    // not enough
    ['13 April', 'no-date'],
    ['April 2026', 'no-date'],
    ['April', 'no-date'],
    ['13', 'no-date'],
    ['', 'no-date'],
    ['Q3 2026', 'no-date'],
    ['1899-12-31', 'no-date'],
    ['0100-04-13', 'no-date'],
    ['13 jui 2026', 'no-date'], // juin or juillet
    [`13 April 2026${' '.repeat(27)}`, '2026-04-13'],
    [`13 April 2026${' '.repeat(28)}`, 'no-date'], // 41 characters
  ])('%j is %s', (text, meaning) => {
    expect(inWords(text)).toBe(meaning);
  });

  it.each<[string, DayOrder, string]>([
    ['03/04/2026', 'day-first', '2026-04-03'],
    ['03/04/2026', 'month-first', '2026-03-04'],
    ['03/04/26', 'month-first', '2026-03-04?'],
    // a part above 12 and dots speak for themselves
    ['13/04/2026', 'month-first', '2026-04-13'],
    ['04/13/2026', 'day-first', '2026-04-13'],
    ['03.04.2026', 'month-first', '2026-04-03'],
  ])('%j in a column with the %s is %s', (text, order, meaning) => {
    expect(inWords(text, { order })).toBe(meaning);
  });

  it.each([
    ['13-Sep', '2026-09-13?'],
    ['13 April', '2026-04-13?'],
    ['13 April 2027', '2027-04-13'],
  ])('%j with 2026 as the usual year is %s', (text, meaning) => {
    expect(inWords(text, { year: 2026 })).toBe(meaning);
  });

  it('knows the months of seven languages', () => {
    const languages = [
      'January February March April May June July August September October November December',
      'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
      'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
      'januari februari maart april mei juni juli augustus september oktober november december',
      'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
      'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
      'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
      'Jan Feb Mrz Apr Mai Jun Jul Aug Sept Okt Nov Dez',
      'Jänner Feber Maerz Apr Mai Jun Jul Aug Sep Okt Nov Dez',
      'ene feb mar abr may jun jul ago set oct nov dic',
      'jan fev mar abr mai jun jul ago set out nov dez',
      'gen feb mar apr mag giu lug ago set ott nov dic',
      'janv févr mars avr mai juin juil août sept oct nov déc',
      'jan feb mrt apr mei jun jul aug sep okt nov dec',
    ];
    const twelve = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-09`);
    for (const months of languages) {
      expect(months.split(' ').map((month) => inWords(`9 ${month} 2026`))).toEqual(twelve);
    }
  });
});

/** Pairs as a spreadsheet shows them; 1900 is counted as a leap year there, so 60 is a day that never was. */
const SERIALS: readonly [number, string][] = [
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [61, '1900-03-01'],
  [25_569, '1970-01-01'],
  [46_125, '2026-04-13'],
  [2_958_465, '9999-12-31'],
];

describe('a spreadsheet day number', () => {
  it.each(SERIALS)('%d is %s', (serial, iso) => {
    expect(serialToIso(serial)).toBe(iso);
    expect(serialToIso(serial + 0.75)).toBe(iso);
  });

  it.each(SERIALS.filter(([serial]) => serial > 60))('%d comes from %s', (serial, iso) => {
    expect(isoToSerial(iso)).toBe(serial);
  });

  it.each([0, 0.99, -1, 2_958_466, NaN, Infinity])('%d is no day', (serial) => {
    expect(serialToIso(serial)).toBeUndefined();
  });

  it.each(['2026-02-30', '2026-4-13', '13.04.2026', '2026-04-13T00:00', 'x2026-04-13', '1899-12-31', ''])(
    '%j has none',
    (iso) => {
      expect(isoToSerial(iso)).toBeUndefined();
    },
  );

  it.each([
    [2026, 4, 13, '2026-04-13'],
    [1900, 1, 1, '1900-01-01'],
    [9999, 12, 31, '9999-12-31'],
    [1899, 12, 31, undefined],
    [10_000, 1, 1, undefined],
    [2026.5, 1, 1, undefined],
    [2026, 0, 1, undefined],
    [2026, 13, 1, undefined],
    [2026, 4, 31, undefined],
    [2026, 4, 0, undefined],
  ])('the day %d, %d, %d is %s', (year, month, date, iso) => {
    expect(isoOf(year, month, date)).toBe(iso);
  });
});
