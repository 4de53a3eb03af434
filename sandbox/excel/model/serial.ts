/** Serial day numbers of the 1900 system (day 60 is the 29 Feb 1900 that never was) and of the 1904 system. */

export interface CivilParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LEAP_BUG = 60;

export function civilOfSerial(serial: number, date1904 = false): CivilParts {
  const day = Math.floor(serial);
  if (!date1904 && day === LEAP_BUG) return { year: 1900, month: 2, day: 29, weekday: 3 };
  if (!date1904 && day === 0) return { year: 1900, month: 1, day: 0, weekday: 6 };
  const shifted = !date1904 && day < LEAP_BUG ? day + 1 : day;
  const date = new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + shifted * DAY_MS);
  // Excel counts weekdays as if 29 Feb 1900 had been real, so early ones are a day off on purpose.
  const weekday = date1904 ? date.getUTCDay() : (((day - 1) % 7) + 7) % 7;
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday };
}

/** undefined when that day does not exist. Months are 1 to 12. */
export function serialOfCivil(
  year: number,
  month: number,
  day: number,
  date1904 = false,
): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (year < 1900 || date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day) return undefined;
  const serial = Math.round((time - (date1904 ? EPOCH_1904 : EPOCH_1900)) / DAY_MS);
  return !date1904 && serial <= LEAP_BUG ? serial - 1 : serial;
}
