import { describe, expect, it } from 'vitest';
import { dateOf, dayOf } from '../../src/domain/civil-date.ts';
import {
  isWorkDay,
  workDayAfter,
  workDayFrom,
  workDaysAfter,
  workDaysOf,
} from '../../src/domain/work-days.ts';
import {
  WEEKDAYS,
  type WorkCalendar,
  addWorkingDays,
  isWorkingDay,
  lastWeekday,
  minutesOf,
  workingTimeBetween,
} from '../../src/domain/working-time.ts';
import { instantAt } from '../../src/domain/zoned-time.ts';
import { table } from '../support/table.ts';

const MONDAY_FIRST = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const DAYS = table(new URL('cases/working-days.tsv', import.meta.url));

describe('working days', () => {
  it.each(DAYS)('$n from $from ($week, off $off) lead to $day: $why', (line) => {
    expect(addWorkingDays(line['from'] ?? '', Number(line['n']), calendarOf(line))).toBe(line['day']);
  });

  it.each(DAYS.filter(({ n }) => Number(n) > 0))(
    'are the same by day number: $n from $from ($why)',
    (line) => {
      const [from, days] = [dayOf(line['from'] ?? ''), workDaysOf(calendarOf(line))];
      expect(dateOf(workDayAfter(from, Number(line['n']), days))).toBe(line['day']);
      expect(workDaysAfter(from, dayOf(line['day'] ?? ''), days)).toBe(Number(line['n']));
    },
  );

  it.each([
    ['2026-03-06', '2026-03-06', 'itself when it is one'],
    ['2026-03-07', '2026-03-10', 'else the next: after the weekend and a holiday on Monday'],
  ])('from %s on: %s, %s', (from, first) => {
    const calendar = calendarOf({ week: 'MTWTF..', off: '2026-03-09' });
    expect(dateOf(workDayFrom(dayOf(from), workDaysOf(calendar)))).toBe(first);
    expect([from, first].map((date) => isWorkingDay(date, calendar))).toEqual([from === first, true]);
    expect([from, first].map((date) => isWorkDay(dayOf(date), workDaysOf(calendar)))).toEqual([
      from === first,
      true,
    ]);
  });

  it('are none up to the same day or an earlier one', () => {
    const days = workDaysOf(calendarOf({ week: 'MTWTF..' }));
    expect([0, -1, -30].map((later) => workDaysAfter(20_514, 20_514 + later, days))).toEqual([0, 0, 0]);
  });

  it('are counted no further than 8000 days', () => {
    // From Thursday, day 0: days 1 to 7994 are 1142 weeks of five; the last five are Friday to Tuesday, three of them worked.
    expect(workDaysAfter(0, Infinity, workDaysOf(calendarOf({ week: 'MTWTF..' })))).toBe(1142 * 5 + 3);
  });

  it('are looked for no longer than 800 days where nobody ever works', () => {
    const calendar = calendarOf({ week: '.......' });
    const days = workDaysOf(calendar);
    expect(workDayFrom(0, days)).toBe(0);
    expect(workDayAfter(0, 1, days)).toBe(800);
    expect(addWorkingDays('1970-01-01', 1, calendar)).toBe(dateOf(800));
  });
});

describe('a working week', () => {
  it.each(table(new URL('cases/week-ends.tsv', import.meta.url)))('$week ends on $ends: $why', (line) => {
    expect(WEEKDAYS[lastWeekday(calendarOf(line).workWeek)]).toBe(line['ends']);
  });
});

describe('working hours', () => {
  it.each(table(new URL('cases/working-hours.tsv', import.meta.url)))(
    'from $from to $to are $worked: $why',
    (line) => {
      const worked = workingTimeBetween(momentOf(line['from']), momentOf(line['to']), calendarOf(line));
      expect(worked / 3_600_000).toBe(Number(line['worked']));
    },
  );
});

function calendarOf(line: Readonly<Record<string, string>>): WorkCalendar {
  const { week = 'MTWTF..', off = '-', hours = '09:00-17:00' } = line;
  const [start = '', end = ''] = hours.split('-');
  return {
    workWeek: { days: MONDAY_FIRST.filter((_, at) => week[at] !== '.'), start, end },
    timeZone: 'Europe/Berlin',
    holidays: new Set(off === '-' ? [] : [off]),
  };
}

function momentOf(text = ''): number {
  const [date = '', clock = ''] = text.split('T');
  return instantAt(date, minutesOf(clock), 'Europe/Berlin');
}
