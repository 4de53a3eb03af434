import { evaluatePriced } from '../../domain/evaluation-priced.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import type { RecalibrationChange } from '../../domain/recalibration-change.ts';
import { earliest, nextMoment } from '../../domain/recalibration-moment.ts';
import { type TimelineEvent, type TimelineState, advance } from '../../domain/timeline.ts';
import type { Transition } from '../../domain/transition.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import {
  type LedgerEvent,
  type RecalibrationEvent,
  SYSTEM,
  isRecalibrationEvent,
} from '../ledger/ledger-event.ts';
import type { Draft } from '../ledger/ledger-store.ts';
import { applyEntries } from './apply-entries.ts';
import type { TenantState } from './tenant-state.ts';

/** Between the ledger and the domain's timeline: what was recorded becomes a timeline, what it yields is recorded. */

const timelines = new WeakMap<TenantState, TimelineState>();

/**
 * The timeline as it stood after the last entry. It is rebuilt from what was recorded, not by running old facts
 * through today's rules: a better rule changes what happens next, never what is said to have happened.
 */
export function timelineOf(state: TenantState): TimelineState {
  const known = timelines.get(state);
  if (known) return known;
  const { facts, at: now } = state;
  const evaluation = evaluatePriced(facts, now);
  const timeline: TimelineState = {
    facts,
    evaluation,
    now,
    next: earliest([evaluation.reviewAt, nextMoment(facts, evaluation)], now),
    since: new Map([...state.colours].map(([id, { since }]) => [id, since])),
    transitions: [],
    changes: [],
  };
  timelines.set(state, timeline);
  return timeline;
}

/**
 * Spares the next writer the rebuilding. The facts are those of the fold, so that both never drift apart; the evaluation
 * goes over to them once, so that no reader has to.
 */
export function keepTimeline(state: TenantState, timeline: TimelineState): void {
  const { facts } = state;
  const evaluation = evaluatePriced(facts, timeline.evaluation.asOf, timeline.evaluation);
  timelines.set(state, { ...timeline, facts, evaluation, transitions: [], changes: [] });
}

const advanced = new WeakMap<TenantState, TimelineState>();

/** What time has brought about since the last entry; the furthest that was asked for is remembered. */
export function timelineAt(state: TenantState, asOf: Instant): TimelineState {
  const furthest = advanced.get(state);
  if (furthest && furthest.now > asOf) return advance(timelineOf(state), asOf);
  const timeline = advance(furthest ?? timelineOf(state), asOf);
  advanced.set(state, timeline);
  return timeline;
}

/** Everything the engine did from one state of the timeline to a later one, as entries in order of time. */
export function systemDrafts(from: TimelineState, to: TimelineState): readonly Draft[] {
  const drafts = [
    ...to.transitions.slice(from.transitions.length).map(transitionDraft),
    ...to.changes.slice(from.changes.length).map(changeDraft),
  ];
  return drafts.toSorted((a, b) => a.at - b.at);
}

function transitionDraft({ id, kind, from, to, reasons, at }: Transition): Draft {
  const reason = reasons[0]?.code ?? null;
  return {
    at,
    actor: SYSTEM,
    event: { type: 'status-changed', v: 1, data: { kind, id, from, to, reason, reasons } },
  };
}

function changeDraft(change: RecalibrationChange): Draft {
  return { at: change.at, actor: SYSTEM, event: recalibrationEvent(change) };
}

/** Kind and type say the same; the compiler cannot see that they go together. */
export function recalibrationEvent(change: RecalibrationChange): RecalibrationEvent {
  return { type: `recalibration-${change.kind}`, v: 1, data: change } as RecalibrationEvent;
}

/** The events of one moment as the timeline takes them; set-up events become one changed portfolio. */
export function timelineEvents(
  state: TenantState,
  events: readonly LedgerEvent[],
  at: Instant,
): readonly TimelineEvent[] {
  const changesSetUp = events.some(({ type }) => SET_UP.has(type));
  return [
    ...(changesSetUp ? [{ kind: 'set-up', at, portfolio: portfolioAfter(state, events) } as const] : []),
    ...events.flatMap((event) => timelineEvent(event)),
  ];
}

function portfolioAfter(state: TenantState, events: readonly LedgerEvent[]): Portfolio {
  const entries = events.map((event, index) => unwritten(state, event, index));
  return applyEntries(state, entries).facts.portfolio;
}

const SET_UP: ReadonlySet<LedgerEvent['type']> = new Set([
  'tenant-set-up',
  'person-added',
  'objective-added',
  'initiative-added',
  'dependency-added',
  'kpi-adopted',
] as const);

function timelineEvent(event: LedgerEvent): readonly TimelineEvent[] {
  if (isRecalibrationEvent(event)) return [{ kind: 'recalibration', change: event.data }];
  if (event.type === 'check-in-accepted') return [{ kind: 'check-in', checkIn: event.data.checkIn }];
  if (event.type === 'decision-recorded') return [{ kind: 'decision', decision: event.data.decision }];
  return [];
}

function unwritten({ seq, at, hash }: TenantState, event: LedgerEvent, index: number) {
  return { tenant: '', seq: seq + index + 1, at, actor: SYSTEM, event, prevHash: hash, hash };
}
