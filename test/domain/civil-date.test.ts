import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateOf,
  dayOf,
  daysBetween,
  isCivilDate,
  monthEnd,
  weekdayOf,
  weekdayOfDay,
} from '../../src/domain/civil-date.ts';
import { table } from '../support/table.ts';

const DATES = table(new URL('cases/civil-dates.tsv', import.meta.url));
const EXISTING = DATES.filter(({ day }) => day !== '-');

describe('a civil date', () => {
  it.each(DATES)('$date is taken or refused: $why', ({ date = '', day }) => {
    expect(isCivilDate(date)).toBe(day !== '-');
  });

  it('is refused with anything before or after it', () => {
    expect(['x2026-01-05', '2026-01-05x', ''].filter(isCivilDate)).toEqual([]);
  });

  it.each(EXISTING)('$date is day $day, and back: $why', ({ date = '', day }) => {
    expect(dayOf(date)).toBe(Number(day));
    expect(dateOf(Number(day))).toBe(date);
  });

  it.each(EXISTING)('$date is weekday $weekday (0 Sunday): $why', ({ date = '', weekday }) => {
    expect(weekdayOf(date)).toBe(Number(weekday));
  });

  it.each(EXISTING)('the month of $date ends on its last day: $why', (line) => {
    expect(monthEnd(line['date'] ?? '')).toBe(line['month ends']);
  });

  it('is known again when it is asked for again', () => {
    expect([dayOf('2026-03-02'), dayOf('2026-03-02')]).toEqual([20514, 20514]);
    expect([dateOf(20514), dateOf(20514)]).toEqual(['2026-03-02', '2026-03-02']);
  });
});

describe('a fraction of a day', () => {
  it.each([
    [20514.99, '2026-03-02', 1],
    [-0.01, '1969-12-31', 3],
    [-4.5, '1969-12-27', 6],
  ])('%d belongs to the day it lies in, %s', (day, date, weekday) => {
    expect(dateOf(day)).toBe(date);
    expect(weekdayOfDay(day)).toBe(weekday);
  });
});

describe('a number that is no day', () => {
  it.each([NaN, Infinity, -Infinity])('%d has no date', (day) => {
    expect(dateOf(day)).toBe('');
  });

  // 9999-12-31 is day 2,932,896 and 0001-01-01 day -719,162, as `date -ud @$((2932896*86400))` and its like say.
  it.each([
    [2_932_897, '9999-12-31'],
    [1e8, '9999-12-31'],
    [1e300, '9999-12-31'],
    [-719_163, '0001-01-01'],
    [-1e9, '0001-01-01'],
  ])('%d lies outside the calendar and is shown on its edge, %s', (day, edge) => {
    expect(dateOf(day)).toBe(edge);
  });
});

describe('days between dates', () => {
  it.each([
    ['2026-02-27', 3, '2026-03-02'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-03-02', 0, '2026-03-02'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });
});
