import type { PersonId } from './portfolio.ts';
import {
  type Attendee,
  type Presence,
  type Stretch,
  minutesOffHours,
  presenceAt,
} from './slot-search-calendar.ts';

export interface Attendees {
  readonly required: readonly Attendee[];
  readonly optional: readonly Attendee[];
}

/** A required person who is not free, and why. */
export interface Conflict {
  readonly person: PersonId;
  readonly presence: Exclude<Presence, 'free'>;
}

/** How good a slot is. */
export interface Rating {
  readonly slot: Stretch;
  /** Required people who are busy, out of office or outside their hours. */
  readonly conflicts: readonly Conflict[];
  /** Required people who have something tentative. */
  readonly tentative: readonly Conflict[];
  /** Minutes by which required people are outside their hours, in all. */
  readonly offHours: number;
  /** Optional people who cannot come. */
  readonly missing: readonly PersonId[];
}

export function rate(slot: Stretch, { required, optional }: Attendees): Rating {
  const conflicts: Conflict[] = [];
  const tentative: Conflict[] = [];
  let offHours = 0;
  for (const attendee of required) {
    const presence = presenceAt(attendee, slot);
    if (presence === 'free') continue;
    (presence === 'tentative' ? tentative : conflicts).push({ person: attendee.person, presence });
    if (presence === 'off-hours') offHours += minutesOffHours(attendee, slot);
  }
  const missing = optional.filter((attendee) => presenceAt(attendee, slot) !== 'free');
  return { slot, conflicts, tentative, offHours, missing: missing.map(({ person }) => person) };
}

/**
 * Below 0 where `a` is the better slot (DESIGN.md 3.8): fewest conflicts, of these nearest to everybody's hours,
 * fewest tentative appointments, most optional people, earliest.
 */
export function compareRatings(a: Rating, b: Rating): number {
  return (
    a.conflicts.length - b.conflicts.length ||
    a.offHours - b.offHours ||
    a.tentative.length - b.tentative.length ||
    a.missing.length - b.missing.length ||
    a.slot.start - b.slot.start
  );
}
