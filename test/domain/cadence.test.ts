import { describe, expect, it } from 'vitest';
import { cadenceDays, reportDays } from '../../src/domain/cadence.ts';
import { dayOf } from '../../src/domain/civil-date.ts';
import { workDaysOf } from '../../src/domain/work-days.ts';
import type { Weekday } from '../../src/domain/working-time.ts';
import { cadenceFrom } from '../support/case-line.ts';
import { day } from '../support/network-builder.ts';
import { table } from '../support/table.ts';

const DAY_0 = dayOf(day(0));
const WEEKS: Readonly<Record<string, readonly Weekday[]>> = {
  'mon-fri': ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  'sun-thu': ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'],
};

describe('reports fall due', () => {
  it.each(table(new URL('cases/report-days.tsv', import.meta.url)))(
    '$cadence from $start ($works, off $off, until $until, since $since): $days: $why',
    (line) => {
      const wanted = line['days'] === 'none' ? [] : numbers(line['days']);
      const found = reportDays({
        cadence: cadenceFrom(line['cadence'] ?? ''),
        start: line['start'] === 'none' ? NaN : DAY_0 + Number(line['start']),
        until: line['until'] ? DAY_0 + Number(line['until']) : Infinity,
        knownSince: line['since'] ? DAY_0 + Number(line['since']) : -Infinity,
        workDays: workDaysOf({
          workWeek: { days: WEEKS[line['works'] ?? ''] ?? [], start: '09:00', end: '17:00' },
          timeZone: 'UTC',
          holidays: new Set(numbers(line['off']).map(day)),
        }),
      });
      // Where the plan ends, or no day is named, there must be no further report; else there is always a next one.
      const ends = line['until'] !== '' || wanted.length === 0;
      expect(firstOf(found, wanted.length + 1).slice(0, ends ? Infinity : -1)).toEqual(wanted);
    },
  );
});

describe('calendar days from one report to the next', () => {
  it.each([
    ['month:31', 30],
    ['week:friday', 7],
    ['week:tuesday,friday', 3.5],
    ['week:friday,friday', 7],
    ['fortnight:friday', 14],
    ['fortnight:tuesday,friday', 7],
  ])('of %s are %d on average', (cadence, days) => {
    expect(cadenceDays(cadenceFrom(cadence))).toBe(days);
  });

  it('of a week without a report day are those of the week', () => {
    expect(cadenceDays({ every: 'week', on: [] })).toBe(7);
  });
});

function firstOf(days: Iterable<number>, count: number): readonly number[] {
  const found: number[] = [];
  for (const next of days) {
    found.push(next - DAY_0);
    if (found.length === count) break;
  }
  return found;
}

function numbers(cell = ''): readonly number[] {
  return cell.split(' ').filter(Boolean).map(Number);
}
