import type { Facts } from './facts.ts';
import { ownerCalendar } from './people.ts';
import type { RecalibrationChange } from './recalibration-change.ts';
import { deadlineFor } from './recalibration-deadline.ts';
import type { Recalibration } from './recalibration.ts';
import type { Instant } from './zoned-time.ts';

/** A booked meeting as the organiser's calendar shows it. Who accepted or declined is not asked. */
export interface MeetingSeen {
  readonly start: Instant;
  readonly end: Instant;
  readonly cancelled: boolean;
}

/**
 * What follows from a look at a booked meeting (DESIGN.md 3.8). Cancelled, gone, or moved so that it ends past its
 * deadline: it is to be booked again, in working time that leaves people their notice. Moved within the deadline: it
 * stands at its new time. Null: nothing; a meeting that has begun is over for us, what counts then is the decision.
 */
export function meetingSeen(
  { portfolio }: Pick<Facts, 'portfolio'>,
  { id, cause, meeting, deadline }: Recalibration,
  { event, now }: { readonly event: MeetingSeen | null; readonly now: Instant },
): RecalibrationChange | null {
  if (!meeting || meeting.start <= now) return null;
  const late = deadlineFor(now, ownerCalendar(portfolio, cause), portfolio.settings.minNoticeHours);
  const again = { kind: 'rebooked', at: now, id, deadline: Math.max(deadline, late) } as const;
  if (!event || event.cancelled) return { ...again, why: 'cancelled' };
  if (event.start === meeting.start && event.end === meeting.end) return null;
  if (event.end > deadline) return { ...again, why: 'moved-past-deadline' };
  return { kind: 'booked', at: now, id, meeting: { ...meeting, start: event.start, end: event.end } };
}
