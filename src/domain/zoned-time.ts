import { type CivilDate, type DayNumber, dateOf, dayOf } from './civil-date.ts';

/** A point in time: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** An IANA time zone name such as `Europe/Berlin`. */
export type TimeZone = string;

/** A wall clock reading in some zone: civil date and minutes since midnight. */
export interface LocalTime {
  readonly date: CivilDate;
  readonly minutes: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const LATEST_DATE = 8.64e15;
const formats = new Map<TimeZone, Intl.DateTimeFormat>();
const offsets = new Map<TimeZone, Map<number, number>>();

export function isTimeZone(name: string): boolean {
  try {
    formatFor(name);
    return true;
  } catch {
    // Intl tells an unknown zone only by throwing a RangeError.
    return false;
  }
}

/** True for a moment whose day in every zone is a civil date that can be entered, 1900 to 9999. NaN is none. */
export function isInstant(moment: number): moment is Instant {
  return moment >= FIRST_INSTANT && moment < END_OF_INSTANTS;
}

const FIRST_INSTANT = Date.UTC(1900, 0, 2);
const END_OF_INSTANTS = Date.UTC(9999, 11, 31);

/** The wall clock of `timeZone` at an instant. Seconds are dropped. */
export function localTime(instant: Instant, timeZone: TimeZone): LocalTime {
  const local = instant + offsetAt(instant, timeZone);
  const day = Math.floor(local / DAY);
  return { date: dateOf(day), minutes: Math.floor((local - day * DAY) / MINUTE) };
}

/** The civil day in `timeZone` at an instant, as a day number: for rules that run over every check-in. */
export function localDay(instant: Instant, timeZone: TimeZone): DayNumber {
  return Math.floor((instant + offsetAt(instant, timeZone)) / DAY);
}

export function localDate(instant: Instant, timeZone: TimeZone): CivilDate {
  return localTime(instant, timeZone).date;
}

/**
 * The instant of a wall clock reading. A reading that happens twice (clocks go back) is its first occurrence; one
 * that never happens (clocks go forward) is the instant as if the clocks had not yet moved.
 */
export function instantAt(date: CivilDate, minutes: number, timeZone: TimeZone): Instant {
  const wall = dayOf(date) * DAY + minutes * MINUTE;
  const before = offsetAt(wall - DAY, timeZone);
  const first = wall - before;
  if (offsetAt(first, timeZone) === before) return first;
  const second = wall - offsetAt(first, timeZone);
  return offsetAt(second, timeZone) === wall - second ? second : first;
}

/** Midnight at the start of a civil day in a zone. */
export function startOfDay(date: CivilDate, timeZone: TimeZone): Instant {
  return instantAt(date, 0, timeZone);
}

/**
 * What the zone adds to UTC at an instant, in milliseconds; zones change it on quarter hours only. Nothing is known of
 * zones where no date exists: there it is UTC.
 */
function offsetAt(instant: Instant, timeZone: TimeZone): number {
  if (!(Math.abs(instant) < LATEST_DATE)) return 0;
  const quarter = Math.floor(instant / (15 * MINUTE));
  const ofZone = offsets.get(timeZone) ?? new Map<number, number>();
  const known = ofZone.get(quarter);
  if (known !== undefined) return known;
  if (ofZone.size > 100_000) ofZone.clear();
  const offset = readOffset(quarter * 15 * MINUTE, timeZone);
  offsets.set(timeZone, ofZone.set(quarter, offset));
  return offset;
}

function readOffset(instant: Instant, timeZone: TimeZone): number {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

function formatFor(timeZone: TimeZone): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
