import type { PersonId } from './portfolio.ts';
import { type AttendeeCalendar, type Stretch, attendeeOf } from './slot-search-calendar.ts';
import { type Attendees, type Conflict, type Rating, compareRatings, rate } from './slot-search-rating.ts';
import { type Instant, isInstant } from './zoned-time.ts';

export interface SlotSearch {
  readonly required: readonly AttendeeCalendar[];
  readonly optional: readonly AttendeeCalendar[];
  readonly notBefore: Instant;
  /** The slot ends by then. */
  readonly deadline: Instant;
  /** 45 where not said; 1 to 1,440. */
  readonly minutes?: number;
  /** Slots begin on multiples of this, 15 where not said; 1 to 1,440. */
  readonly stepMinutes?: number;
}

/** Something the search gave up; told in words by `slot-search-words.ts`. */
export type SlotConcession =
  | { readonly kind: 'optional-missing'; readonly people: readonly PersonId[] }
  | { readonly kind: 'tentative'; readonly people: readonly PersonId[] }
  | { readonly kind: 'shortened'; readonly minutes: number; readonly wanted: number }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'unknown-calendar'; readonly people: readonly PersonId[] };

export interface SlotFound {
  readonly start: Instant;
  readonly end: Instant;
  /** In the order of giving up; empty when nothing was. */
  readonly concessions: readonly SlotConcession[];
}

const MINUTE = 60_000;
const DEFAULT_MINUTES = 45;
const SHORT_MINUTES = 25;
const DEFAULT_STEP = 15;
const LONGEST_MINUTES = 1440;
/** Nobody looks further ahead for a meeting; a deadline years away must not be searched to its end. */
const LONGEST_SEARCH = 366 * 1440 * MINUTE;

/**
 * A time to meet (DESIGN.md 3.8): all required free inside everyone's working hours, as many optional as possible,
 * earliest first. Then it gives up, in this order: optional people, tentative slots, length 45 → 25 minutes, and last
 * it takes the slot with the fewest conflicts inside at least one required person's hours. Null only when no required
 * person has a working minute left before the deadline (or within a year), and for a search over moments that do not
 * exist or minutes out of bounds. Whose calendar is not known counts as free. Never throws.
 */
export function findSlot(search: SlotSearch): SlotFound | null {
  if (!isSound(search)) return null;
  const { notBefore: start, deadline, minutes: wanted = DEFAULT_MINUTES } = search;
  const window = { start, end: Math.min(deadline, start + LONGEST_SEARCH) };
  const attendees = attendeesOf(search, window);
  const best = bestByLevels(attendees, { ...search, wanted, window }) ?? lastMinutes(attendees, wanted);
  return best && found(best, attendees, wanted);
}

function isSound({ notBefore, deadline, minutes, stepMinutes }: SlotSearch): boolean {
  const lengths = [minutes ?? DEFAULT_MINUTES, stepMinutes ?? DEFAULT_STEP];
  return (
    isInstant(notBefore) &&
    isInstant(deadline) &&
    notBefore < deadline &&
    lengths.every((length) => length >= 1 && length <= LONGEST_MINUTES)
  );
}

/** Nobody required: then those who may come decide. Nobody counts twice. */
function attendeesOf({ required, optional }: SlotSearch, window: Stretch): Attendees {
  const all = new Map([...optional, ...required].map((one) => [one.person, attendeeOf(one, window)]));
  const seated = (calendars: readonly AttendeeCalendar[]): Attendees['required'] =>
    [...new Set(calendars.map(({ person }) => person))].flatMap((person) => all.get(person) ?? []);
  const must = new Set(required.map(({ person }) => person));
  const may = optional.filter(({ person }) => !must.has(person));
  return must.size > 0
    ? { required: seated(required), optional: seated(may) }
    : { required: seated(may), optional: [] };
}

interface Frame {
  readonly window: Stretch;
  readonly wanted: number;
  readonly stepMinutes?: number;
}

/**
 * The levels of giving up: optional people and tentative appointments first, by the order of ratings among long slots;
 * then length; and last required people.
 */
function bestByLevels(attendees: Attendees, { window, wanted, stepMinutes }: Frame): Rating | null {
  const step = (stepMinutes ?? DEFAULT_STEP) * MINUTE;
  const long = slotsOf(attendees, { window, minutes: wanted, step });
  const best = bestOf(long.filter(({ conflicts }) => conflicts.length === 0));
  return best ?? bestOf(slotsOf(attendees, { window, minutes: Math.min(wanted, SHORT_MINUTES), step }));
}

interface Grid {
  readonly window: Stretch;
  readonly minutes: number;
  readonly step: number;
}

/** Every slot on the grid that lies inside the hours of at least one required person, earliest first, rated. */
function slotsOf(attendees: Attendees, { window, minutes, step }: Grid): readonly Rating[] {
  const ratings: Rating[] = [];
  const hours = attendees.required
    .flatMap((attendee) => attendee.hours)
    .toSorted((a, b) => a.start - b.start);
  let next = window.start;
  for (const stretch of hours) {
    next = Math.max(next, Math.ceil(stretch.start / step) * step);
    for (; next + minutes * MINUTE <= stretch.end; next += step) {
      ratings.push(rate({ start: next, end: next + minutes * MINUTE }, attendees));
    }
  }
  return ratings;
}

function bestOf(ratings: readonly Rating[]): Rating | null {
  let best: Rating | null = null;
  for (const rating of ratings) if (!best || compareRatings(rating, best) < 0) best = rating;
  return best;
}

/** Not even a short slot fits: what is left of somebody's working time, from its first whole minute. */
function lastMinutes({ required, optional }: Attendees, wanted: number): Rating | null {
  const length = Math.min(wanted, SHORT_MINUTES) * MINUTE;
  const ratings = required
    .flatMap((attendee) => attendee.hours)
    .map(({ start, end }) => ({ start: Math.ceil(start / MINUTE) * MINUTE, end }))
    .filter(({ start, end }) => end - start >= MINUTE)
    .map(({ start, end }) => rate({ start, end: Math.min(end, start + length) }, { required, optional }));
  return bestOf(ratings);
}

function found(
  { slot, conflicts, tentative, missing }: Rating,
  attendees: Attendees,
  wanted: number,
): SlotFound {
  const minutes = Math.floor((slot.end - slot.start) / MINUTE);
  const unknown = [...attendees.required, ...attendees.optional].filter(({ known }) => !known);
  const concessions: readonly SlotConcession[] = [
    { kind: 'optional-missing', people: missing },
    { kind: 'tentative', people: tentative.map(({ person }) => person) },
    ...(minutes < wanted ? [{ kind: 'shortened', minutes, wanted } as const] : []),
    { kind: 'conflict', conflicts },
    { kind: 'unknown-calendar', people: unknown.map(({ person }) => person) },
  ];
  return { ...slot, concessions: concessions.filter((one) => !isEmpty(one)) };
}

function isEmpty(concession: SlotConcession): boolean {
  if (concession.kind === 'shortened') return false;
  return (concession.kind === 'conflict' ? concession.conflicts : concession.people).length === 0;
}
