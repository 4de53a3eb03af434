import { calendarOf, kpiOf } from '../../domain/people.ts';
import type { Facts } from '../../domain/facts.ts';
import type { RecalibrationChange } from '../../domain/recalibration-change.ts';
import { deadlineFor } from '../../domain/recalibration-deadline.ts';
import type { Recalibration } from '../../domain/recalibration.ts';
import { ok } from '../../domain/result.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import { SYSTEM } from '../ledger/ledger-event.ts';
import type { CalendarEvent } from '../ports.ts';
import { recalibrationEvent } from '../state/engine.ts';
import type { Job } from './job.ts';
import type { JobHandler } from './job-outcome.ts';
import { WATCH_EVERY_MS, watching } from './jobs-for.ts';

type WatchJob = Extract<Job, { readonly kind: 'watch' }>;

/** Looks at a booked meeting in the calendar: still there, moved, or cancelled. DESIGN.md 3.8. */
export const watchMeeting: JobHandler<'watch'> = async (context, tenant, job) => {
  const { calendar, tenants, clock } = context;
  if (!calendar || !watched((await tenants.read(tenant)).facts, job)) return ok([]);
  const read = await calendar.read(job.eventId);
  if (!read.ok) return read;
  const { result: ended } = await tenants.accept(tenant, ({ facts, now }) => {
    const found = watched(facts, job);
    if (!found) return { drafts: [], result: true };
    const change = changeSeen(facts, found, { event: read.value, now });
    const drafts = change ? [{ actor: SYSTEM, event: recalibrationEvent(change) }] : [];
    return { drafts, result: change !== null || (found.meeting?.end ?? 0) <= now };
  });
  return ok(ended ? [] : [watching(job.recalibration, job.eventId, clock.now() + WATCH_EVERY_MS)]);
};

/** The recalibration, while this meeting is still its meeting. */
function watched({ recalibrations }: Facts, { recalibration, eventId }: WatchJob): Recalibration | undefined {
  return recalibrations.find(
    (one) => one.id === recalibration && one.state === 'booked' && one.meeting?.eventId === eventId,
  );
}

interface Sight {
  /** Null: the organiser's calendar no longer holds it. */
  readonly event: CalendarEvent | null;
  readonly now: Instant;
}

function changeSeen(facts: Facts, found: Recalibration, { event, now }: Sight): RecalibrationChange | null {
  const { id, meeting, deadline } = found;
  // A meeting that has begun is over for us: what counts from here is the decision.
  if (!meeting || meeting.start <= now) return null;
  const again = { kind: 'rebooked', at: now, id, deadline: deadlineAgain(facts, found, now) } as const;
  if (!event || event.cancelled) return { ...again, why: 'cancelled' };
  if (event.start === meeting.start && event.end === meeting.end) return null;
  if (event.end > deadline) return { ...again, why: 'moved-past-deadline' };
  return { kind: 'booked', at: now, id, meeting: { ...meeting, start: event.start, end: event.end } };
}

/** The old deadline while it leaves people time, else one as if it opened now. */
function deadlineAgain({ portfolio }: Facts, { cause, deadline }: Recalibration, now: Instant): Instant {
  const owner = calendarOf(portfolio, kpiOf(portfolio, cause)?.owner ?? '');
  return Math.max(deadline, deadlineFor(now, owner, portfolio.settings.minNoticeHours));
}
