import type { Facts } from '../../domain/facts.ts';
import { meetingSeen } from '../../domain/recalibration-rebooking.ts';
import type { Recalibration } from '../../domain/recalibration.ts';
import { ok } from '../../domain/result.ts';
import { SYSTEM } from '../ledger/ledger-event.ts';
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
    const change = meetingSeen(facts, found, { event: read.value, now });
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
