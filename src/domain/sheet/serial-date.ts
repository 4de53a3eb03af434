/** Spreadsheet day numbers of the 1900 date system, where 25569 is 1 Jan 1970. */

const UNIX_EPOCH_SERIAL = 25_569;
const MS_PER_DAY = 86_400_000;
/** 31 Dec 9999, the last day a spreadsheet knows. */
const LAST_SERIAL = 2_958_465;

/** The civil day of a serial as YYYY-MM-DD; the time of day is dropped. Undefined outside 1900 to 9999. */
export function serialToIso(serial: number): string | undefined {
  if (!Number.isFinite(serial) || serial < 1 || serial >= LAST_SERIAL + 1) return undefined;
  // The 1900 system counts a 29 Feb 1900 that never was; days before it sit one off.
  const day = Math.floor(serial) + (serial < 60 ? 1 : 0);
  return new Date((day - UNIX_EPOCH_SERIAL) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** YYYY-MM-DD of a calendar day, or undefined when there is no such day. Months count from 1. */
export function isoOf(year: number, month: number, day: number): string | undefined {
  if (!Number.isInteger(year) || year < 1900 || year > 9999) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : undefined;
}

/** The serial of a civil day given as YYYY-MM-DD, or undefined when it is no day. */
export function isoToSerial(iso: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso);
  if (parts === null || isoOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) === undefined) {
    return undefined;
  }
  return Date.parse(`${iso}T00:00:00Z`) / MS_PER_DAY + UNIX_EPOCH_SERIAL;
}
