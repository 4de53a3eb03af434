import { type CivilDate, addDays, weekdayOf } from './civil-date.ts';
import {
  WEEKDAYS,
  type WorkCalendar,
  addWorkingDays,
  closesAt,
  isWorkingDay,
  lastWeekday,
  workingTimeBetween,
} from './working-time.ts';
import { type Instant, instantAt, localTime } from './zoned-time.ts';

const HOUR = 3_600_000;

/**
 * When a recalibration that opens now must have met: the end of the owner's working week; with fewer than
 * `minNoticeHours` working hours left in it, the end of the second working day after the opening day. DESIGN.md 3.8.
 */
export function deadlineFor(openedAt: Instant, owner: WorkCalendar, minNoticeHours: number): Instant {
  const today = localTime(openedAt, owner.timeZone).date;
  const last = lastDayOfWeek(today, owner);
  if (last !== null) {
    const end = closesAt(last, owner);
    if (workingTimeBetween(openedAt, end, owner) >= minNoticeHours * HOUR) return end;
  }
  return closesAt(addWorkingDays(today, 2, owner), owner);
}

/** Escalation: one working day after the meeting's end, at the same time of day. SCREENS.md 10. */
export function oneWorkingDayAfter(end: Instant, owner: WorkCalendar): Instant {
  const { date, minutes } = localTime(end, owner.timeZone);
  return instantAt(addWorkingDays(date, 1, owner), minutes, owner.timeZone);
}

/**
 * The last day still worked in the week a date lies in; holidays at its end bring it forward. Null where none is
 * left: the free run that ends a week belongs to the week that is over.
 */
function lastDayOfWeek(today: CivilDate, owner: WorkCalendar): CivilDate | null {
  const daysLeft = (lastWeekday(owner.workWeek) - weekdayOf(today) + 7) % 7;
  if (7 - daysLeft <= freeRunLength(owner)) return null;
  for (let left = daysLeft; left >= 0; left -= 1) {
    const day = addDays(today, left);
    if (isWorkingDay(day, owner)) return day;
  }
  return null;
}

function freeRunLength({ workWeek }: WorkCalendar): number {
  const last = lastWeekday(workWeek);
  let run = 0;
  while (run < 6 && !worksOn(workWeek, (last + run + 1) % 7)) run += 1;
  return run;
}

function worksOn(workWeek: WorkCalendar['workWeek'], weekday: number): boolean {
  return workWeek.days.some((name) => WEEKDAYS[weekday] === name);
}
