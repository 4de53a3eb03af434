/** A calendar day without time or zone, `YYYY-MM-DD`. Sorts as text. */
export type CivilDate = string;

/** Days since 1970-01-01; whole for a date, fractional inside the rules. */
export type DayNumber = number;

/** 0 Sunday … 6 Saturday. */
export type WeekdayNumber = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const MS_PER_DAY = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for an existing day of the years 1900 to 9999; `2026-02-30` is not one. */
export function isCivilDate(text: string): boolean {
  const match = SHAPE.exec(text);
  if (!match || Number(match[1]) < 1900) return false;
  return dateOf(Math.round(Date.parse(`${text}T00:00:00Z`) / MS_PER_DAY)) === text;
}

/** The calendar ends here, 1 January 0001 and 31 December 9999: later years have no ten letters that sort as text. */
export const FIRST_DAY: DayNumber = -719_162;
export const LAST_DAY: DayNumber = 2_932_896;

/** Portfolios use the same few thousand days over and over: each is worked out once. */
const MOST_KNOWN = 50_000;
const dayNumbers = once((date: CivilDate): DayNumber =>
  Math.round(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY),
);
const dates = once((whole: DayNumber): CivilDate => {
  if (!Number.isFinite(whole)) return '';
  const inside = Math.min(LAST_DAY, Math.max(FIRST_DAY, whole));
  return new Date(inside * MS_PER_DAY).toISOString().slice(0, 10);
});

/** Days since 1970-01-01 of a civil date. */
export function dayOf(date: CivilDate): DayNumber {
  return dayNumbers(date);
}

/**
 * The civil date of a day number; a fraction belongs to the day it lies in. What a chain of plans pushes beyond the
 * calendar's end is shown on its last day. No number, no date: `''`.
 */
export function dateOf(day: DayNumber): CivilDate {
  return dates(Math.floor(day));
}

function once<K, V>(workOut: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= MOST_KNOWN) known.clear();
    const value = workOut(key);
    known.set(key, value);
    return value;
  };
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOf(dayOf(date) + days);
}

/** Calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayOf(to) - dayOf(from);
}

export function weekdayOf(date: CivilDate): WeekdayNumber {
  return weekdayOfDay(dayOf(date));
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfDay(day: DayNumber): WeekdayNumber {
  return ((((Math.floor(day) + 4) % 7) + 7) % 7) as WeekdayNumber;
}

/** The last day of the date's month. */
export function monthEnd(date: CivilDate): CivilDate {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
