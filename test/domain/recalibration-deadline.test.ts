import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineFor, oneWorkingDayAfter } from '../../src/domain/recalibration-deadline.ts';
import { parseStoryTime, printStoryTime } from '../../src/domain/story/story-time.ts';
import { WEEKDAYS, type WorkCalendar, type Weekday } from '../../src/domain/working-time.ts';
import { wallClock } from '../support/wall-clock.ts';
import { table } from '../support/table.ts';

const MON_TO_FRI: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const WEEKS: Readonly<Record<string, readonly Weekday[]>> = {
  'mon-fri': MON_TO_FRI,
  'sun-thu': ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'],
  'no-wed': ['monday', 'tuesday', 'thursday', 'friday'],
  sun: ['sunday'],
  every: WEEKDAYS,
};

function calendar(days: readonly Weekday[], off: readonly string[], timeZone: string): WorkCalendar {
  return { workWeek: { days, start: '09:00', end: '17:00' }, timeZone, holidays: new Set(off) };
}

function at(text: string, timeZone: string): number {
  return parseStoryTime(text, timeZone) ?? Number.NaN;
}

describe('the deadline of a recalibration', () => {
  it.each(table(new URL('./cases/recalibration-deadlines.tsv', import.meta.url)))(
    '$week off $off in $zone: opened $opened, due $deadline ($why)',
    ({ week = '', off = '', zone = '', opened = '', notice, deadline }) => {
      const owner = calendar(WEEKS[week] ?? [], off.split(','), zone);
      const given = deadlineFor(at(opened, zone), owner, Number(notice));
      expect(printStoryTime(given, zone)).toBe(deadline);
    },
  );

  it('is in the owner’s hours and zone', () => {
    const tokyo = calendar(MON_TO_FRI, [], 'Asia/Tokyo');
    const given = deadlineFor(at('2026-03-11T00:00', 'Europe/Berlin'), tokyo, 4);
    expect(printStoryTime(given, 'Europe/Berlin')).toBe('2026-03-13T09:00');
  });

  it('escalates one working day after, at the same time of day, across the change of clocks', () => {
    const end = at('2026-03-27T10:45', 'Europe/Berlin');
    const next = oneWorkingDayAfter(end, calendar(MON_TO_FRI, [], 'Europe/Berlin'));
    expect(printStoryTime(next, 'Europe/Berlin')).toBe('2026-03-30T10:45');
  });

  it('closes a working day that is the notice away, or is the second one after', () => {
    fc.assert(
      fc.property(randomOpening, ({ owner, openedAt, notice }) => {
        const deadline = deadlineFor(openedAt, owner, notice);
        const last = wallClock(deadline - MINUTE, owner.timeZone);
        expect(isWorked(last, owner)).toBe(true);
        expect(wallClock(deadline, owner.timeZone)).toMatchObject({ date: last.date, minutes: 17 * 60 });
        const days = workedMinutes(openedAt, deadline, owner);
        const after = [...days.keys()].filter((date) => date > wallClock(openedAt, owner.timeZone).date);
        const left = [...days.values()].reduce((sum, minutes) => sum + minutes, 0);
        expect(left >= notice * 60 || after.length === 2).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

const MINUTE = 60_000;
const STEP = 15;
const FIRST = Date.UTC(2026, 2, 1);

/** Openings on a quarter hour within ten weeks in which the clocks change in all these zones but one. */
const randomOpening = fc
  .record({
    days: fc.subarray([...WEEKDAYS], { minLength: 2 }),
    off: fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 6 }),
    timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Amman'),
    quarter: fc.nat(70 * 96),
    notice: fc.integer({ min: 0, max: 8 }),
  })
  .map(({ days, off, timeZone, quarter, notice }) => {
    const dates = off.map((day) => new Date(FIRST + day * 1440 * MINUTE).toISOString().slice(0, 10));
    return { owner: calendar(days, dates, timeZone), openedAt: FIRST + quarter * STEP * MINUTE, notice };
  });

interface WallClock {
  readonly date: string;
  readonly weekday: string;
  readonly minutes: number;
}

function isWorked({ date, weekday, minutes }: WallClock, { workWeek, holidays }: WorkCalendar): boolean {
  if (!(workWeek.days as readonly string[]).includes(weekday) || holidays.has(date)) return false;
  return minutes >= 9 * 60 && minutes < 17 * 60;
}

/** Worked minutes by date, counted by quarter hours. */
function workedMinutes(from: number, to: number, owner: WorkCalendar): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let now = from; now < to; now += STEP * MINUTE) {
    const clock = wallClock(now, owner.timeZone);
    if (isWorked(clock, owner)) found.set(clock.date, (found.get(clock.date) ?? 0) + STEP);
  }
  return found;
}
