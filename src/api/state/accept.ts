import type { Facts } from '../../domain/facts.ts';
import { type TimelineState, acceptTogether, advance } from '../../domain/timeline.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import { type ChainedEntry, chained } from '../ledger/append.ts';
import type { Actor, LedgerEntry, LedgerEvent } from '../ledger/ledger-event.ts';
import type { JobDraft } from '../outbox/job.ts';
import { jobsFor } from '../outbox/jobs-for.ts';
import { remindersFor } from '../outbox/reminders.ts';
import { applyEntries } from './apply-entries.ts';
import { keepTimeline, systemDrafts, timelineAt, timelineEvents, timelineOf } from './engine.ts';
import type { TenantState } from './tenant-state.ts';

/** The moment a proposal is made at: time has passed up to just before it. */
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

/** Pure: where another writer was faster it is asked again, on what that one left. */
export type Propose<T> = (moment: Moment) => Proposal<T>;

export interface Accepted<T> {
  readonly result: T;
  readonly now: Instant;
  /** Everything that was written, the engine's entries included. */
  readonly entries: readonly LedgerEntry[];
  readonly state: TenantState;
}

/** A proposal and all that follows from it, ready to be written. */
export interface Judged<T> {
  readonly accepted: Accepted<T>;
  readonly entries: readonly ChainedEntry[];
  readonly jobs: readonly JobDraft[];
  /** When something changes by itself; null: never. */
  readonly next: Instant | null;
}

interface Asked<T> {
  readonly tenant: string;
  readonly now: Instant;
  readonly propose: Propose<T>;
}

/**
 * The heart: let time pass, judge the proposal, take it in, and draw the consequences with the work they cause. What
 * time brought about bears the moment at which it stood, however late it is written. Writes nothing.
 */
export function judgeAt<T>(before: TenantState, { tenant, now, propose }: Asked<T>): Judged<T> {
  const then = timelineOf(before);
  const moment = momentOf(before, now);
  const { drafts, result } = propose(moment);
  const after = takenIn(before, moment.timeline, { events: drafts.map(({ event }) => event), now });
  const system = systemDrafts(then, after);
  const chain = chained(tenant, before, [
    ...system.filter(({ at }) => at < now),
    ...drafts.map((draft) => ({ ...draft, at: now })),
    ...system.filter(({ at }) => at >= now),
  ]);
  const entries = chain.map(({ entry }) => entry);
  const state = applyEntries(before, entries);
  keepTimeline(state, after);
  const jobs = [...jobsFor(before, entries, now), ...remindersFor(then, after)];
  return { accepted: { result, now, entries, state }, entries: chain, jobs, next: after.next };
}

/** Time has passed up to just before `now`: what arrives now counts now. */
export function momentOf(state: TenantState, now: Instant): Moment {
  const timeline = timelineAt(state, Math.max(timelineOf(state).now, now - 1));
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
