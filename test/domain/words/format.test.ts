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
    ['two names are joined', words.listing(['Sam', 'Dana']), 'Sam and Dana'],
    ['one name stands alone', words.listing(['Sam']), 'Sam'],
    ['no name is nothing', words.listing([]), ''],
    ['a full date has its year', words.fullDate('2026-03-06', reader), 'Fri 6 Mar 2026'],
    ['a weekday alone', words.weekday('2026-03-06', reader), 'Fri'],
    ['the time is on 24 hours', words.clockTime(noon + 12 * 3_600_000, reader), '22:00'],
    ['midnight is 00:00', words.clockTime(noon + 14 * 3_600_000, reader), '00:00'],
    ['the day is the reader’s', words.dateIn(Date.parse('2026-03-11T23:30:00Z'), reader), '2026-03-12'],
    ['two days are plural', words.days(2, reader), '2 days'],
    ['one day early is singular', words.days(-1, reader), '\u22121 day'],
    ['half a hundredth is shown', words.figure(0.005, reader), '0.01'],
    ['decimals as asked for', words.figure(4.154, reader, 1), '4.2'],
    ['whole as asked for', words.figure(0.4, reader, 0), '0'],
    ['no unit, no blank', words.quantity(11, '', reader), '11'],
    ['cents are rounded', words.money(12_345, reader), '€123'],
    ['a count begins a sentence', words.countWord(3), 'Three'],
    ['nothing counted', words.countWord(0), 'No'],
    ['up to ten', words.countWord(10), 'Ten'],
    ['above ten figures', words.countWord(11), '11'],
    ['yesterday is named', words.nearDate('2026-03-10', reader), 'yesterday'],
    ['tomorrow is a date', words.nearDate('2026-03-12', reader), '12 Mar'],
    ['the day before is a date', words.nearDate('2026-03-09', reader), '9 Mar'],
    [
      'yesterday across the year',
      words.nearDate('2025-12-31', { ...reader, today: '2026-01-01' }),
      'yesterday',
    ],
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
