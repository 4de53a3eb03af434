import { applyChange, type RecalibrationChange } from '../../domain/recalibration-change.ts';
import type { Recalibration } from '../../domain/recalibration.ts';
import { assertNever } from '../../domain/result.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import { type LedgerEntry, isRecalibrationEvent } from '../ledger/ledger-event.ts';
import type { TenantState } from '../state/tenant-state.ts';
import type { JobDraft } from './job.ts';

/** How long a booked meeting goes without a look, on the application's clock. */
export const WATCH_EVERY_MS = 3_600_000;

/** The work that entries cause: meetings to book, to change, to withdraw, to watch. Pure. */
export function jobsFor(
  before: TenantState,
  entries: readonly LedgerEntry[],
  now: Instant,
): readonly JobDraft[] {
  let recalibrations = before.facts.recalibrations;
  return entries.flatMap(({ event, seq }) => {
    if (!isRecalibrationEvent(event)) return [];
    const change = event.data;
    const known = recalibrations.find(({ id }) => id === idOf(change));
    recalibrations = applyChange(recalibrations, change);
    return jobsOf(change, known, { seq, now });
  });
}

function idOf(change: RecalibrationChange): string {
  return change.kind === 'opened' ? change.recalibration.id : change.id;
}

interface Place {
  readonly seq: number;
  readonly now: Instant;
}

function jobsOf(
  change: RecalibrationChange,
  known: Recalibration | undefined,
  { seq, now }: Place,
): readonly JobDraft[] {
  const meeting = known?.meeting;
  const withdraw = (comment: string): readonly JobDraft[] =>
    meeting && meeting.start > now ? [withdrawal(known.id, meeting.eventId, { comment, runAt: now })] : [];
  switch (change.kind) {
    case 'opened':
      return [booking(change.recalibration.id, seq, now)];
    case 'escalated':
      return [...withdraw('No decision in time: it goes one level up.'), booking(change.next.id, seq, now)];
    case 'rebooked': {
      const moved = change.why === 'moved-past-deadline' && meeting;
      const old = moved
        ? [
            withdrawal(known.id, meeting.eventId, {
              comment: 'Moved past its deadline: booked again.',
              runAt: now,
            }),
          ]
        : [];
      return [...old, booking(change.id, seq, now)];
    }
    case 'joined':
      return meeting && known.state === 'booked'
        ? [
            {
              job: { kind: 'invite', recalibration: change.id },
              key: `invite:${change.id}:${seq}`,
              runAt: now,
            },
          ]
        : [];
    case 'released':
      return withdraw('Green again before a decision: this meeting is released.');
    case 'decided':
      return withdraw('Decided before the meeting.');
    case 'booked':
      return [watching(change.id, change.meeting.eventId, now + WATCH_EVERY_MS)];
    case 'left':
    case 'alarm':
    case 'kept':
      return [];
    default:
      return assertNever(change);
  }
}

export function booking(recalibration: string, seq: number, runAt: Instant): JobDraft {
  return { job: { kind: 'book', recalibration }, key: `book:${recalibration}:${seq}`, runAt };
}

function withdrawal(
  recalibration: string,
  eventId: string,
  { comment, runAt }: { readonly comment: string; readonly runAt: Instant },
): JobDraft {
  const job = { kind: 'withdraw', eventId, comment } as const;
  return { job, key: `withdraw:${eventId}:${recalibration}`, runAt };
}

export function watching(recalibration: string, eventId: string, runAt: Instant): JobDraft {
  return { job: { kind: 'watch', recalibration, eventId }, key: `watch:${eventId}:${runAt}`, runAt };
}
