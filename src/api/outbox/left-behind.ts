import { type Recalibration, isOpen } from '../../domain/recalibration.ts';
import { ok } from '../../domain/result.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import type { Calendar } from '../ports.ts';
import type { JobDraft } from './job.ts';
import type { JobOutcome } from './job-outcome.ts';

export interface Standing {
  readonly recalibrations: readonly Recalibration[];
  readonly id: string;
  readonly now: Instant;
}

/**
 * What a booking still owes when its case waits for none any more. An earlier run of the same job may have died after
 * its booking and before it was written down, and the case has ended since: that event stands for nothing. Or it died
 * before it could ask for the invitations to a shared meeting.
 */
export async function leftBehind(calendar: Calendar, standing: Standing): Promise<JobOutcome> {
  const { recalibrations, id, now } = standing;
  const events = await calendar.find(id);
  if (!events.ok) return events;
  const needed = new Set(
    recalibrations.flatMap((one) => (isOpen(one) && one.meeting ? [one.meeting.eventId] : [])),
  );
  const needless = events.value.filter(
    ({ eventId, start, cancelled }) => !cancelled && start > now && !needed.has(eventId),
  );
  return ok([...needless.map(({ eventId }) => notNeeded(id, eventId, now)), ...owedInvitations(standing)]);
}

/** Queued once, however often it is asked for. */
function owedInvitations({ recalibrations, id, now }: Standing): readonly JobDraft[] {
  const one = recalibrations.find((other) => other.id === id);
  if (one?.state !== 'booked' || !one.meeting) return [];
  const { eventId } = one.meeting;
  const shared = recalibrations.some((other) => other.id !== id && other.meeting?.eventId === eventId);
  return shared ? [invitation(id, eventId, now)] : [];
}

export function invitation(id: string, eventId: string, runAt: Instant): JobDraft {
  return { job: { kind: 'invite', recalibration: id }, key: `invite:${id}:${eventId}`, runAt };
}

export function notNeeded(id: string, eventId: string, runAt: Instant): JobDraft {
  const comment = 'This meeting is not needed any more.';
  return { job: { kind: 'withdraw', eventId, comment }, key: `withdraw:${eventId}:${id}`, runAt };
}
