import type { Facts } from '../../domain/facts.ts';
import { type TimelineState, acceptTogether, advance } from '../../domain/timeline.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import type { TenantTransaction } from '../database/tenant-transaction.ts';
import type { Actor, LedgerEntry, LedgerEvent } from '../ledger/ledger-event.ts';
import { appendEntries } from '../ledger/ledger-store.ts';
import { enqueue, nextRunAt } from '../outbox/job-store.ts';
import { jobsFor } from '../outbox/jobs-for.ts';
import { remindersFor } from '../outbox/reminders.ts';
import { setWake } from '../outbox/wake-store.ts';
import { applyEntries } from './apply-entries.ts';
import { keepTimeline, systemDrafts, timelineEvents, timelineOf } from './engine.ts';
import type { TenantState } from './tenant-state.ts';

/** The moment a proposal is made at: nobody else can write, and time has passed up to just before it. */
export interface Moment {
  readonly now: Instant;
  /** As written. */
  readonly state: TenantState;
  /** With what time has brought about since. */
  readonly facts: Facts;
  readonly timeline: TimelineState;
}

/** What somebody wants written, and what they get for it. */
export interface Proposal<T> {
  readonly drafts: readonly { readonly actor: Actor; readonly event: LedgerEvent }[];
  readonly result: T;
}

export type Propose<T> = (moment: Moment) => Proposal<T>;

export interface Accepted<T> {
  readonly result: T;
  readonly now: Instant;
  /** Everything that was written, the engine's entries included. */
  readonly entries: readonly LedgerEntry[];
  readonly state: TenantState;
}

/**
 * The heart: let time pass, judge the proposal, take it in, draw the consequences, and write all of it with the work
 * it causes. What time brought about bears the moment at which it stood, however late it is written.
 */
export async function acceptAt<T>(
  tx: TenantTransaction,
  before: TenantState,
  { now, propose }: { readonly now: Instant; readonly propose: Propose<T> },
): Promise<Accepted<T>> {
  const then = timelineOf(before);
  const moment = momentOf(before, now);
  const { timeline } = moment;
  const { drafts, result } = propose(moment);
  const after = takenIn(before, timeline, { events: drafts.map(({ event }) => event), now });
  const system = systemDrafts(then, after);
  const entries = await appendEntries(tx, before, [
    ...system.filter(({ at }) => at < now),
    ...drafts.map((draft) => ({ ...draft, at: now })),
    ...system.filter(({ at }) => at >= now),
  ]);
  const state = applyEntries(before, entries);
  keepTimeline(state, after);
  await enqueue(tx, [...jobsFor(before, entries, now), ...remindersFor(then, after)]);
  await setWake(tx, [after.next, await nextRunAt(tx)]);
  return { result, now, entries, state };
}

/** Time has passed up to just before `now`: what arrives now counts now. */
export function momentOf(state: TenantState, now: Instant): Moment {
  const then = timelineOf(state);
  const timeline = advance(then, Math.max(then.now, now - 1));
  return { now, state, facts: timeline.facts, timeline };
}

interface Arriving {
  readonly events: readonly LedgerEvent[];
  readonly now: Instant;
}

/** The timeline after events that were checked before; a refusal here is a fault of the caller. */
export function takenIn(
  state: TenantState,
  timeline: TimelineState,
  { events, now }: Arriving,
): TimelineState {
  const arriving = timelineEvents({ ...state, facts: timeline.facts }, events, now);
  if (arriving.length === 0) return advance(timeline, now);
  const after = acceptTogether(timeline, arriving);
  if (!after.ok) throw new Error(`unchecked events were refused: ${JSON.stringify(after.error)}`);
  return advance(after.value, now);
}
