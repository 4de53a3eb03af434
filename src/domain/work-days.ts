import { type DayNumber, dayOf, weekdayOfDay } from './civil-date.ts';
import { WEEKDAYS, type WorkCalendar } from './working-time.ts';

/** Somebody's working days by day number: the fast form of `WorkCalendar` for rules that run over every KPI. */
export interface WorkDays {
  /** By weekday, 0 Sunday. */
  readonly works: readonly boolean[];
  readonly off: ReadonlySet<DayNumber>;
}

/** Longest search for a working day; a week without working days must end, not hang. */
const HORIZON_DAYS = 800;

export function workDaysOf({ workWeek, holidays }: WorkCalendar): WorkDays {
  return {
    works: WEEKDAYS.map((name) => workWeek.days.includes(name)),
    off: new Set([...holidays].map(dayOf)),
  };
}

export function isWorkDay(day: DayNumber, { works, off }: WorkDays): boolean {
  return works[weekdayOfDay(day)] === true && !off.has(day);
}

/** The day itself when it is a working day, else the next one. */
export function workDayFrom(day: DayNumber, days: WorkDays): DayNumber {
  for (let next = day; next < day + HORIZON_DAYS; next += 1) if (isWorkDay(next, days)) return next;
  return day;
}

/** The n-th working day after a day, n at least 1. */
export function workDayAfter(day: DayNumber, n: number, days: WorkDays): DayNumber {
  let next = day;
  for (let left = n; left > 0 && next < day + HORIZON_DAYS;) {
    next += 1;
    if (isWorkDay(next, days)) left -= 1;
  }
  return next;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workDaysAfter(from: DayNumber, to: DayNumber, days: WorkDays): number {
  let count = 0;
  for (let day = from + 1; day <= to && day < from + HORIZON_DAYS * 10; day += 1) {
    if (isWorkDay(day, days)) count += 1;
  }
  return count;
}
