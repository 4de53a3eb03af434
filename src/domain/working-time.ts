import { type CivilDate, type WeekdayNumber, addDays, dateOf, weekdayOf } from './civil-date.ts';
import { type Instant, type TimeZone, instantAt, localDay } from './zoned-time.ts';

export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Working days and hours, `HH:MM` wall clock. */
export interface WorkWeek {
  readonly days: readonly Weekday[];
  readonly start: string;
  readonly end: string;
}

/** Somebody's working life: hours, zone and days off. */
export interface WorkCalendar {
  readonly workWeek: WorkWeek;
  readonly timeZone: TimeZone;
  readonly holidays: ReadonlySet<CivilDate>;
}

/** Longest search for a working day; a week without working days must end, not hang. */
const HORIZON_DAYS = 800;

export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

export function isWorkingDay(date: CivilDate, calendar: WorkCalendar): boolean {
  return calendar.workWeek.days.includes(WEEKDAYS[weekdayOf(date)]) && !calendar.holidays.has(date);
}

/** The n-th working day after a date (n ≥ 1); before it for n ≤ -1; the date itself for 0. */
export function addWorkingDays(date: CivilDate, n: number, calendar: WorkCalendar): CivilDate {
  const step = n < 0 ? -1 : 1;
  let day = date;
  let left = Math.abs(n);
  for (let i = 0; i < HORIZON_DAYS && left > 0; i += 1) {
    day = addDays(day, step);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** The opening instant of work on a working day. */
export function opensAt(date: CivilDate, calendar: WorkCalendar): Instant {
  return instantAt(date, minutesOf(calendar.workWeek.start), calendar.timeZone);
}

/** The closing instant of work on a working day. */
export function closesAt(date: CivilDate, calendar: WorkCalendar): Instant {
  return instantAt(date, minutesOf(calendar.workWeek.end), calendar.timeZone);
}

/** Working milliseconds between two instants. */
export function workingTimeBetween(from: Instant, to: Instant, calendar: WorkCalendar): number {
  let sum = 0;
  const last = localDay(to, calendar.timeZone);
  for (let day = localDay(from, calendar.timeZone); day <= last; day += 1) {
    const date = dateOf(day);
    if (!isWorkingDay(date, calendar)) continue;
    sum += Math.max(0, Math.min(to, closesAt(date, calendar)) - Math.max(from, opensAt(date, calendar)));
  }
  return sum;
}

/**
 * The weekday a working week ends on: the last working day before its longest free run (DESIGN.md 3.8).
 * Holidays do not change the shape of the week. A week without free days ends on Sunday.
 */
export function lastWeekday(workWeek: WorkWeek): WeekdayNumber {
  const works = WEEKDAYS.map((name) => workWeek.days.includes(name));
  let best: WeekdayNumber = 0;
  let longest = 0;
  for (let day = 0; day < 7; day += 1) {
    const run = freeRunAfter(works, day);
    if (works[day] && run > longest) [best, longest] = [day as WeekdayNumber, run];
  }
  return best;
}

/**
 * The last day of the working week a date belongs to; holidays do not move it. The free run that ends a week belongs
 * to the week that is over: there the last day lies before the date. DESIGN.md 3.8.
 */
export function lastDayOfWeek(date: CivilDate, workWeek: WorkWeek): CivilDate {
  const last = lastWeekday(workWeek);
  const ahead = (last - weekdayOf(date) + 7) % 7;
  const free = freeRunAfter(
    WEEKDAYS.map((name) => workWeek.days.includes(name)),
    last,
  );
  return addDays(date, 7 - ahead <= free ? ahead - 7 : ahead);
}

function freeRunAfter(works: readonly boolean[], day: number): number {
  let run = 0;
  while (run < 6 && !works[(day + run + 1) % 7]) run += 1;
  return run;
}
