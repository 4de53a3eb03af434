import { type CivilDate, isCivilDate } from '../civil-date.ts';
import { isFigure } from '../figure.ts';
import { WEEKDAYS, type WorkWeek, type Weekday } from '../working-time.ts';
import { isTimeZone } from '../zoned-time.ts';
import { type Reader, list, object, refuse } from './json-source.ts';

export const text: Reader<string> = (source) =>
  typeof source.value === 'string' && source.value.trim() !== ''
    ? source.value
    : refuse(source, 'must be text that is not empty');

export const flag: Reader<boolean> = (source) =>
  typeof source.value === 'boolean' ? source.value : refuse(source, 'must be true or false');

export const figure: Reader<number> = (source) => {
  const { value } = source;
  if (typeof value !== 'number' || !Number.isFinite(value)) return refuse(source, 'must be a number');
  return isFigure(value) ? value : refuse(source, 'must be smaller: at most a thousand million million');
};

export function figureIn(low: number, high: number): Reader<number> {
  return (source) => {
    const value = figure(source);
    return value >= low && value <= high ? value : refuse(source, `must lie ${range(low, high)}`);
  };
}

export function wholeIn(low: number, high: number): Reader<number> {
  return (source) => {
    const value = figure(source);
    if (!Number.isSafeInteger(value)) return refuse(source, 'must be a whole number');
    return value >= low && value <= high ? value : refuse(source, `must lie ${range(low, high)}`);
  };
}

function range(low: number, high: number): string {
  return high === Infinity ? `at ${low} or above` : `between ${low} and ${high}`;
}

/** Money: integer minor units, never negative. */
export const minorUnits: Reader<number> = wholeIn(0, Infinity);

export const date: Reader<CivilDate> = (source) =>
  typeof source.value === 'string' && isCivilDate(source.value)
    ? source.value
    : refuse(source, 'must be a date that exists, YYYY-MM-DD');

export function oneOf<const T extends string>(words: readonly T[]): Reader<T> {
  return (source) =>
    words.find((word) => word === source.value) ?? refuse(source, `must be one of ${words.join(', ')}`);
}

/** The id of something the file names elsewhere. */
export function idIn(known: { has(id: string): boolean }, what: string): Reader<string> {
  return (source) => {
    const id = text(source);
    return known.has(id) ? id : refuse(source, `names no ${what}: ${JSON.stringify(id)}`);
  };
}

export const timeZone: Reader<string> = (source) => {
  const name = text(source);
  return isTimeZone(name) ? name : refuse(source, 'must be an IANA time zone');
};

/** Anything else is no currency to `Intl`, which would throw in the middle of a sentence. */
export const currency: Reader<string> = (source) =>
  typeof source.value === 'string' && /^[A-Z]{3}$/u.test(source.value)
    ? source.value
    : refuse(source, 'must be an ISO 4217 code, three capital letters');

export const weekday: Reader<Weekday> = oneOf(WEEKDAYS);

export const workWeek: Reader<WorkWeek> = (source) =>
  object(source, (f) => {
    const days = f.need('days', list(weekday));
    if (days.length === 0) return refuse(f.at('days'), 'must hold at least one working day');
    const [start, end] = [f.need('start', clock), f.need('end', clock)];
    return start < end ? { days, start, end } : refuse(f.at('end'), 'must be later than start');
  });

const clock: Reader<string> = (source) =>
  typeof source.value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/u.test(source.value)
    ? source.value
    : refuse(source, 'must be a time of day, HH:MM');
