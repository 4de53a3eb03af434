import { type CivilDate, addDays } from './civil-date.ts';
import {
  type WorkCalendar,
  addWorkingDays,
  closesAt,
  isWorkingDay,
  lastDayOfWeek,
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
  const last = lastWorkedDay(today, owner);
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

/** The last day still worked in the week a date lies in; holidays at its end bring it forward. Null: none is left. */
function lastWorkedDay(today: CivilDate, owner: WorkCalendar): CivilDate | null {
  for (let day = lastDayOfWeek(today, owner.workWeek); day >= today; day = addDays(day, -1)) {
    if (isWorkingDay(day, owner)) return day;
  }
  return null;
}
