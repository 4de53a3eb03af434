import type { CivilDate } from '../civil-date.ts';
import type { MinorUnits } from '../portfolio.ts';
import type { Status } from '../status.ts';
import { type Instant, localTime, type TimeZone } from '../zoned-time.ts';

/** Whom a sentence is written for. Facts stay data until they meet a reader (SCREENS.md 8). */
export interface Reader {
  /** BCP 47 tag, e.g. `en-GB`. */
  readonly locale: string;
  readonly timeZone: TimeZone;
  /** ISO 4217 code. */
  readonly currency: string;
  /** The reader's day: the year is told only outside the current one. */
  readonly today: CivilDate;
}

/** Joins a number and its unit, or the parts of a date, so that no line breaks between them. */
export const NBSP = '\u00a0';

/** Many locales' number formats write a hyphen, which breaks lines and reads as a dash. */
const MINUS = '\u2212';

const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

/** `9 Mar`, or `9 Mar 2027` outside the reader's year. */
export function dayMonth(date: CivilDate, reader: Reader): string {
  const year = date.slice(0, 4) === reader.today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return unbroken(
    dateFormat(reader.locale, { day: 'numeric', month: 'short', ...year }).format(asDate(date)),
  );
}

/** `Wed 11 Mar`, the year only outside the reader's. */
export function weekdayDate(date: CivilDate, reader: Reader): string {
  return `${weekday(date, reader)}${NBSP}${dayMonth(date, reader)}`;
}

/** `Fri 6 Mar 2026`. */
export function fullDate(date: CivilDate, reader: Reader): string {
  const format = dateFormat(reader.locale, { day: 'numeric', month: 'short', year: 'numeric' });
  return `${weekday(date, reader)}${NBSP}${unbroken(format.format(asDate(date)))}`;
}

export function weekday(date: CivilDate, reader: Reader): string {
  return dateFormat(reader.locale, { weekday: 'short' }).format(asDate(date));
}

/** `10:45`, the reader's wall clock. */
export function clockTime(instant: Instant, reader: Reader): string {
  return dateFormat(reader.locale, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: reader.timeZone,
  }).format(instant);
}

/** `Thu 12 Mar, 10:00`. */
export function dateTime(instant: Instant, reader: Reader): string {
  return `${weekdayDate(dateIn(instant, reader), reader)}, ${clockTime(instant, reader)}`;
}

/** `Thu 12 Mar, 10:00–10:45`. */
export function timeRange(start: Instant, end: Instant, reader: Reader): string {
  return `${dateTime(start, reader)}–${clockTime(end, reader)}`;
}

/** The reader's civil day of an instant. */
export function dateIn(instant: Instant, reader: Reader): CivilDate {
  return localTime(instant, reader.timeZone).date;
}

/** `today`, `yesterday`, or `on 9 Mar` without the preposition: `9 Mar`. */
export function nearDate(date: CivilDate, reader: Reader): string {
  if (date === reader.today) return 'today';
  const yesterday = new Date(asDate(reader.today) - 86_400_000).toISOString().slice(0, 10);
  return date === yesterday ? 'yesterday' : dayMonth(date, reader);
}

/** `1 day`, `14 days`; days are whole on every screen. */
export function days(count: number, reader: Reader): string {
  const whole = Math.round(count);
  return `${figure(whole, reader)}${NBSP}${Math.abs(whole) === 1 ? 'day' : 'days'}`;
}

/** A figure with at most two decimals, in the reader's notation. */
export function figure(value: number, reader: Reader, decimals = 2): string {
  const rounded = Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value;
  const text = numberFormat(reader.locale, { maximumFractionDigits: decimals }).format(rounded);
  return text.replaceAll('-', MINUS);
}

/** `11 items`, `42 %`; a unit that is absent is left out. */
export function quantity(value: number, unit: string, reader: Reader): string {
  return unit === '' ? figure(value, reader) : `${figure(value, reader)}${NBSP}${unit}`;
}

/** `€120,000`: whole, exact to the unit, never to the cent. */
export function money(amount: MinorUnits, reader: Reader): string {
  const format = numberFormat(reader.locale, {
    style: 'currency',
    currency: reader.currency,
    maximumFractionDigits: 0,
    minimumFractionDigits: 0,
  });
  return unbroken(format.format(amount / 10 ** minorDigits(reader.currency)));
}

/** `Sam`, `Sam and Dana`, `Sam, Dana and Ruth`. */
export function listing(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

const NUMBER_WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** A count that begins a sentence: `Three`, and figures above ten. */
export function countWord(count: number): string {
  return NUMBER_WORDS[count] ?? String(count);
}

/** Statuses are capitalised in sentences. */
export function statusWord(status: Status | 'not-started' | 'stopped'): string {
  const word = status.replace('-', ' ');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A unit of currency has this many minor digits, e.g. 2 for EUR and 0 for JPY. */
function minorDigits(currency: string): number {
  return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

function unbroken(text: string): string {
  return text.replaceAll(/[ \u202f]/g, NBSP);
}

/** Civil dates are formatted as midnight UTC in UTC, so that no zone can move them. */
function asDate(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const full = { timeZone: 'UTC', hourCycle: 'h23', ...options } as const;
  return cached(`d${locale}${JSON.stringify(full)}`, () => new Intl.DateTimeFormat(locale, full));
}

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return cached(`n${locale}${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options));
}

function cached<F extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, create: () => F): F {
  const known = formats.get(key);
  if (known) return known as F;
  const format = create();
  formats.set(key, format);
  return format;
}
