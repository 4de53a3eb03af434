import { isCivilDate } from '../civil-date.ts';
import { type Instant, type TimeZone, instantAt, localTime } from '../zoned-time.ts';
import { type Reader, refuse } from './json-source.ts';

const SHAPE =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,3})?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/u;

/**
 * The instant a story's text means: without offset it is wall clock time in the story's zone. Null when it is not a
 * time that exists.
 */
export function parseStoryTime(text: string, timeZone: TimeZone): Instant | null {
  const match = SHAPE.exec(text);
  const [, date = '', hours, minutes, seconds = '0', offset] = match ?? [];
  if (!match || !isCivilDate(date)) return null;
  if (offset !== undefined) return Date.parse(text);
  return instantAt(date, Number(hours) * 60 + Number(minutes), timeZone) + Number(seconds) * 1000;
}

/** An instant as the story prints it: local, without offset, seconds only where there are some. */
export function printStoryTime(instant: Instant, timeZone: TimeZone): string {
  const { date, minutes } = localTime(instant, timeZone);
  const seconds = Math.floor((instant % 60_000) / 1000);
  const parts = [Math.floor(minutes / 60), minutes % 60, ...(seconds > 0 ? [seconds] : [])];
  return `${date}T${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

export function time(timeZone: TimeZone): Reader<Instant> {
  return (source) => {
    const instant = typeof source.value === 'string' ? parseStoryTime(source.value, timeZone) : null;
    return instant ?? refuse(source, 'must be a time that exists, YYYY-MM-DDTHH:MM');
  };
}
