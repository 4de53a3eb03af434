import type { AttendeeCalendar } from '../../src/domain/slot-search-calendar.ts';
import type { SlotSearch } from '../../src/domain/slot-search.ts';
import { wallClock } from './wall-clock.ts';

/**
 * The slot found the plainest way: everybody's minutes are written out as letters, every quarter hour is tried, and
 * the ladder of DESIGN.md 3.8 is climbed down. Shares nothing with the rule, not even its reckoning of time zones.
 */
export interface Span {
  readonly start: number;
  readonly minutes: number;
}

/** One letter a minute: `.` free, `t` tentative, `x` in the way, `-` outside the person's hours. */
interface Strip {
  readonly letters: string;
  /** From the first working minute to the first that is none again. */
  readonly stretches: readonly (readonly [number, number])[];
}

/** What `findSlot` must answer: start and end, or null. `span` holds the search. */
export function slotByMinutes(search: SlotSearch, span: Span): readonly [number, number] | null {
  const required = search.required.map((one) => stripOf(one, search, span));
  const optional = search.optional.map((one) => stripOf(one, search, span));
  const rating = (from: number, length: number): number[] => {
    const letters = required.map((one) => letterIn(one, from, length));
    const bad = letters.filter((one) => one === 'x' || one === '-').length;
    const off = required.reduce((sum, one) => sum + distance(one, from, length), 0);
    const tentative = letters.filter((one) => one === 't').length;
    const missing = optional.filter((one) => letterIn(one, from, length) !== '.').length;
    return [bad, off, tentative, missing, from, length];
  };
  const grid = (length: number): number[][] =>
    Array.from({ length: span.minutes / 15 }, (_, i) => i * 15)
      .filter((from) => required.some((one) => letterIn(one, from, length) !== '-'))
      .map((from) => rating(from, length));
  const rests = required
    .flatMap(({ stretches }) => stretches)
    .map(([open, close]) => rating(open, Math.min(25, close - open)));
  const [long, short] = [grid(45), grid(25)];
  const ladder = [
    long.filter(([bad, , tentative]) => bad === 0 && tentative === 0),
    long.filter(([bad]) => bad === 0),
    short.filter(([bad]) => bad === 0),
    short,
    rests,
  ];
  const best = ladder.find((rung) => rung.length > 0)?.toSorted(lexical)[0];
  if (!best) return null;
  const [, , , , from = 0, length = 0] = best;
  return [span.start + from * MINUTE, span.start + (from + length) * MINUTE];
}

/** How each person stands to a slot, in letters, by what is written in their calendars alone. */
export function lettersAt(
  people: readonly AttendeeCalendar[],
  search: SlotSearch,
  { span, slot }: { readonly span: Span; readonly slot: readonly [number, number] },
): ReadonlyMap<string, string> {
  const [from, length] = [(slot[0] - span.start) / MINUTE, (slot[1] - slot[0]) / MINUTE];
  return new Map(people.map((one) => [one.person, letterIn(stripOf(one, search, span), from, length)]));
}

const MINUTE = 60_000;

function stripOf(seated: AttendeeCalendar, search: SlotSearch, { start, minutes }: Span): Strip {
  let letters = '';
  for (let i = 0; i < minutes; i += 1) letters += letterAt(seated, search, start + i * MINUTE);
  const stretches = [...letters.matchAll(/[^-]+/g)].map((run): [number, number] => [
    run.index,
    run.index + run[0].length,
  ]);
  return { letters, stretches };
}

function letterAt({ workCalendar, busy }: AttendeeCalendar, search: SlotSearch, now: number): string {
  if (now < search.notBefore || now >= search.deadline) return '-';
  const { workWeek, holidays, timeZone } = workCalendar;
  const { date, weekday, minutes } = clockAt(now, timeZone);
  if (!(workWeek.days as readonly string[]).includes(weekday) || holidays.has(date)) return '-';
  if (minutes < 540 || minutes >= 1020) return '-';
  const hit = (busy ?? []).filter(({ start, end }) => start <= now && now < end);
  if (hit.some(({ showAs }) => showAs !== 'tentative')) return 'x';
  return hit.length > 0 ? 't' : '.';
}

/** Asking Intl is slow, and the same minutes come back in every run. */
function clockAt(now: number, timeZone: string): ReturnType<typeof wallClock> {
  const key = `${timeZone} ${now}`;
  const known = clocks.get(key) ?? wallClock(now, timeZone);
  clocks.set(key, known);
  return known;
}

const clocks = new Map<string, ReturnType<typeof wallClock>>();

/** The worst letter of a slot. */
function letterIn({ letters }: Strip, from: number, length: number): string {
  const slot = letters.slice(from, from + length);
  return ['-', 'x', 't'].find((one) => slot.includes(one)) ?? (slot.length < length ? '-' : '.');
}

function distance({ stretches }: Strip, from: number, length: number): number {
  const away = stretches.map(([open, close]) => Math.max(0, open - from, from + length - close));
  return away.length > 0 ? Math.min(...away) : 1440;
}

/** Compares figure by figure. */
function lexical(a: readonly number[], b: readonly number[]): number {
  return a.map((figure, i) => figure - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
