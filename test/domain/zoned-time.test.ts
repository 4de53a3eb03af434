import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/civil-date.ts';
import { minutesOf } from '../../src/domain/working-time.ts';
import {
  instantAt,
  isTimeZone,
  localDate,
  localDay,
  localTime,
  startOfDay,
} from '../../src/domain/zoned-time.ts';
import { table } from '../support/table.ts';

const TIMES = table(new URL('cases/zoned-times.tsv', import.meta.url));
const NEVER_SHOWN = ['as if', 'without a midnight'];

describe('a wall clock', () => {
  it.each(TIMES)('in $zone at $clock on $date is $instant: $why', (line) => {
    const { zone = '', date = '', clock = '' } = line;
    expect(new Date(instantAt(date, minutesOf(clock), zone))).toEqual(new Date(line['instant'] ?? ''));
  });

  it.each(TIMES.filter(({ why = '' }) => !NEVER_SHOWN.some((words) => why.includes(words))))(
    'shows $clock on $date in $zone at $instant, seconds dropped: $why',
    (line) => {
      const { zone = '', date, clock = '', instant = '' } = line;
      const lastMoment = Date.parse(instant) + 59_999;
      expect(localTime(lastMoment, zone)).toEqual({ date, minutes: minutesOf(clock) });
      expect(localDate(lastMoment, zone)).toBe(date);
      expect(localDay(lastMoment, zone)).toBe(dayOf(date ?? ''));
    },
  );

  it('tells the same when it is asked again', () => {
    const at = Date.parse('2026-03-02T09:00:00Z');
    const shown = { date: '2026-03-02', minutes: 600 };
    expect([localTime(at, 'Europe/Berlin'), localTime(at, 'Europe/Berlin')]).toEqual([shown, shown]);
  });

  it('begins a day at its midnight', () => {
    expect(new Date(startOfDay('2026-07-02', 'Europe/Berlin'))).toEqual(
      new Date('2026-07-02T00:00:00+02:00'),
    );
  });
});

describe('a time zone', () => {
  it.each([
    ['Europe/Berlin', true],
    ['UTC', true],
    ['Mars/Base', false],
    ['', false],
  ])('%j exists: %s', (name, exists) => {
    expect(isTimeZone(name)).toBe(exists);
  });
});
