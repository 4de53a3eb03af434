import type { Recalibration } from '../../domain/recalibration.ts';
import type { TimelineState } from '../../domain/timeline.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import { type LedgerEntry, isRecalibrationEvent } from '../ledger/ledger-event.ts';
import type { JobDraft } from '../outbox/job.ts';
import { booking, watching } from '../outbox/jobs-for.ts';
import { remindersFor } from '../outbox/reminders.ts';

/** The entry that last asked for a meeting, by recalibration. Its place makes the key of the booking. */
export type AskedFor = ReadonlyMap<string, number>;

/** Takes in which entries ask for a meeting: an opening, an escalation to the next level, a booking again. */
export function askedFor(known: AskedFor, entries: readonly LedgerEntry[]): AskedFor {
  const asked = new Map(known);
  for (const { event, seq } of entries) {
    if (!isRecalibrationEvent(event)) continue;
    const change = event.data;
    if (change.kind === 'opened') asked.set(change.recalibration.id, seq);
    if (change.kind === 'escalated') asked.set(change.next.id, seq);
    if (change.kind === 'rebooked') asked.set(change.id, seq);
  }
  return asked;
}

/**
 * The work that a ledger from elsewhere still leaves to do: book what waits for a meeting, watch meetings that lie
 * ahead, remind of reports that fall due. What has happened causes nothing again: no invitation, no withdrawal, no
 * reminder whose hour has passed. A booking made meanwhile by the old place is found by its key, which holds the
 * tenant and the recalibration, and taken over (docs/decisions/archive.md).
 */
export function outstandingJobs(timeline: TimelineState, asked: AskedFor, now: Instant): readonly JobDraft[] {
  const before = { ...timeline, evaluation: { ...timeline.evaluation, kpis: new Map() } };
  return [
    ...timeline.facts.recalibrations.flatMap((one) => meetingJob(one, asked, now)),
    ...remindersFor(before, timeline).filter(({ runAt }) => runAt > now),
  ];
}

function meetingJob(
  { id, state, meeting }: Recalibration,
  asked: AskedFor,
  now: Instant,
): readonly JobDraft[] {
  if (state === 'open') return [booking(id, asked.get(id) ?? 0, now)];
  return state === 'booked' && meeting && meeting.end > now ? [watching(id, meeting.eventId, now)] : [];
}
