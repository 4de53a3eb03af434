import { dateOf } from './civil-date.ts';
import type { PersonId } from './portfolio.ts';
import { type WorkCalendar, closesAt, isWorkingDay, opensAt } from './working-time.ts';
import { type Instant, localDay } from './zoned-time.ts';

/** A stretch of time, `start` before `end`. */
export interface Stretch {
  readonly start: Instant;
  readonly end: Instant;
}

/** What stands in a calendar; free and working elsewhere are left out by whoever reads it. */
export interface BusyTime extends Stretch {
  readonly showAs: 'busy' | 'tentative' | 'oof';
}

export interface AttendeeCalendar {
  readonly person: PersonId;
  readonly workCalendar: WorkCalendar;
  /** Null: the calendar could not be read; the person counts as free, and it is said. */
  readonly busy: readonly BusyTime[] | null;
}

/** How a person stands to a slot, best first. */
export type Presence = 'free' | 'tentative' | 'busy' | 'oof' | 'off-hours';

/** A calendar made ready for many questions about one window. */
export interface Attendee {
  readonly person: PersonId;
  readonly known: boolean;
  /** Working time inside the window, ascending. */
  readonly hours: readonly Stretch[];
  /** Ascending by start. */
  readonly busy: readonly BusyTime[];
}

/** Each person's own hours in each one's own zone; a day on which the clocks change has its true length. */
export function attendeeOf({ person, workCalendar, busy }: AttendeeCalendar, window: Stretch): Attendee {
  return {
    person,
    known: busy !== null,
    hours: workingHours(workCalendar, window),
    busy: inside(busy ?? [], window),
  };
}

function workingHours(calendar: WorkCalendar, window: Stretch): readonly Stretch[] {
  const hours: Stretch[] = [];
  const last = localDay(window.end, calendar.timeZone);
  for (let day = localDay(window.start, calendar.timeZone); day <= last; day += 1) {
    const date = dateOf(day);
    if (!isWorkingDay(date, calendar)) continue;
    const start = Math.max(window.start, opensAt(date, calendar));
    const end = Math.min(window.end, closesAt(date, calendar));
    if (start < end) hours.push({ start, end });
  }
  return hours;
}

export function presenceAt({ hours, busy }: Attendee, slot: Stretch): Presence {
  if (!hours.some((stretch) => stretch.start <= slot.start && slot.end <= stretch.end)) return 'off-hours';
  let presence: Presence = 'free';
  for (const one of busy) {
    if (one.start >= slot.end) break;
    if (one.end <= slot.start) continue;
    if (one.showAs === 'oof') return 'oof';
    if (presence !== 'busy') presence = one.showAs;
  }
  return presence;
}

/** Minutes between a slot and the nearest working time of a person in the window; 0 inside. */
export function minutesOffHours({ hours }: Attendee, slot: Stretch): number {
  let least = Infinity;
  for (const { start, end } of hours) {
    least = Math.min(least, Math.max(0, start - slot.start, slot.end - end) / 60_000);
  }
  return Number.isFinite(least) ? least : 24 * 60;
}

function inside(busy: readonly BusyTime[], window: Stretch): readonly BusyTime[] {
  return busy
    .filter(({ start, end }) => start < end && start < window.end && window.start < end)
    .toSorted((a, b) => a.start - b.start);
}
