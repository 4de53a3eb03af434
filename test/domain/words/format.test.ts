import { describe, expect, it } from 'vitest';
import * as words from '../../../src/domain/words/format.ts';

const reader: words.Reader = {
  locale: 'en-GB',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  today: '2026-03-11',
};
const german = { ...reader, locale: 'de-DE' };
const noon = Date.parse('2026-03-12T09:00:00Z');
const plain = (text: string): string => text.replaceAll(words.NBSP, ' ');

describe('words for a reader', () => {
  it.each([
    ['a date of this year has no year', words.dayMonth('2026-03-09', reader), '9 Mar'],
    ['a date of another year has one', words.dayMonth('2027-03-09', reader), '9 Mar 2027'],
    ['a weekday comes first', words.weekdayDate('2026-03-11', reader), 'Wed 11 Mar'],
    ['a time is the wall clock of the reader', words.dateTime(noon, reader), 'Thu 12 Mar, 10:00'],
    [
      'a range names the day once',
      words.timeRange(noon, noon + 2_700_000, reader),
      'Thu 12 Mar, 10:00–10:45',
    ],
    ['money is whole', words.money(12_000_000, reader), '€120,000'],
    ['money follows the locale', words.money(12_000_000, german), '120.000 €'],
    ['yen have no minor unit', words.money(857_143, { ...reader, currency: 'JPY' }), 'JP¥857,143'],
    ['one day is singular', words.days(1, reader), '1 day'],
    ['days are whole', words.days(2.6, reader), '3 days'],
    ['nothing is never minus nothing', words.figure(-0.001, reader), '0'],
    ['less than nothing has a minus, not a hyphen', words.figure(-4, reader), '\u22124'],
    ['figures have two decimals', words.figure(4.154, german), '4,15'],
    ['units follow the figure', words.quantity(11, 'items', reader), '11 items'],
    ['names are listed', words.listing(['Sam', 'Dana', 'Ruth']), 'Sam, Dana and Ruth'],
    ['today is named', words.nearDate('2026-03-11', reader), 'today'],
    ['statuses are capitalised', words.statusWord('not-started'), 'Not started'],
  ])('%s', (_, actual, expected) => {
    expect(plain(actual)).toBe(expected);
  });

  it('never breaks a date, or a number from its unit', () => {
    expect(words.weekdayDate('2026-03-11', reader)).not.toContain(' ');
    expect(words.quantity(11, 'items', reader)).not.toContain(' ');
  });
});
