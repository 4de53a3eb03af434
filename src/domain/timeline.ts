import { withCheckIn } from './check-in-log.ts';
import { type CheckInRefusal, checkCheckIn } from './check-in-rules.ts';
import type { CheckIn } from './check-in.ts';
import { decided, withDecision } from './decision-effect.ts';
import { type DecisionRefusal, checkDecision, recalibrationFor } from './decision-rules.ts';
import type { Decision } from './decision.ts';
import { evaluatePriced } from './evaluation-priced.ts';
import type { Facts } from './facts.ts';
import type { Portfolio } from './portfolio.ts';
import { type RecalibrationChange, applyChanges } from './recalibration-change.ts';
import { earliest, nextMoment } from './recalibration-moment.ts';
import { planRecalibrations } from './recalibration-plan.ts';
import { type Result, assertNever, err, ok } from './result.ts';
import type { Evaluation } from './status.ts';
import { type Since, type Transition, transitionsBetween } from './transition.ts';
import type { Instant } from './zoned-time.ts';

/** Facts that grow, and what followed from them up to a moment. */
export interface TimelineState {
  readonly facts: Facts;
  /** The last moment at which something was evaluated. */
  readonly evaluation: Evaluation;
  /** Up to here time has passed. */
  readonly now: Instant;
  /** The next moment at which something changes with no new data; null: never. */
  readonly next: Instant | null;
  readonly since: Since;
  readonly transitions: readonly Transition[];
  readonly changes: readonly RecalibrationChange[];
}

export type TimelineEvent =
  | { readonly kind: 'check-in'; readonly checkIn: CheckIn }
  | { readonly kind: 'decision'; readonly decision: Decision }
  /** A changed set-up: a new plan, owner, threshold, person. */
  | { readonly kind: 'set-up'; readonly at: Instant; readonly portfolio: Portfolio }
  /** What calendars and people did to a recalibration: booked, rebooked, kept. */
  | { readonly kind: 'recalibration'; readonly change: RecalibrationChange };

export type TimelineRefusal = CheckInRefusal | DecisionRefusal;

/** A timeline at its first moment. */
export function startTimeline(facts: Facts, at: Instant): TimelineState {
  const evaluation = evaluatePriced(facts, at);
  const before = { facts, evaluation, now: at, next: null, since: new Map(), transitions: [], changes: [] };
  return follow(before, { facts, at, before: null, settled: [] });
}

/**
 * Lets time pass up to and including `until`: from one moment at which something changes by itself to the next
 * (`reviewAt`, escalations, ends of cover). Where a run is split makes no difference. DESIGN.md 3.8, 4.
 */
export function advance(state: TimelineState, until: Instant): TimelineState {
  let current = state;
  while (current.next !== null && current.next <= until) current = stepTo(current, current.next);
  return until > current.now ? { ...current, now: until } : current;
}

/** Takes in one event at its time; refused, with nothing changed, where the rules refuse it. */
export function accept(state: TimelineState, event: TimelineEvent): Result<TimelineState, TimelineRefusal> {
  return acceptTogether(state, [event]);
}

/** Takes in events of one moment as one: none of them is judged as if another had not come yet. */
export function acceptTogether(
  state: TimelineState,
  events: readonly TimelineEvent[],
): Result<TimelineState, TimelineRefusal> {
  const at = events.map(timeOf).reduce((a, b) => Math.max(a, b), state.now);
  const current = arrival(state, at, events);
  let growth: Growth = { facts: current.facts, settled: [] };
  for (const event of events) {
    const grown = grow(growth, event);
    if (!grown.ok) return grown;
    growth = grown.value;
  }
  return ok(follow(current, { ...growth, at, before: current.evaluation }));
}

/**
 * What arrives at a moment counts at that moment, so time passes to just before it. Only a decision on something that
 * opens by itself at that very moment comes after it.
 */
function arrival(state: TimelineState, at: Instant, events: readonly TimelineEvent[]): TimelineState {
  const before = advance(state, Math.max(state.now, at - 1));
  const tooEarly = events.some(
    (event) => event.kind === 'decision' && !recalibrationFor(before.facts.recalibrations, event.decision),
  );
  return tooEarly ? advance(before, at) : before;
}

export function timeOf(event: TimelineEvent): Instant {
  switch (event.kind) {
    case 'check-in':
      return event.checkIn.at;
    case 'decision':
      return event.decision.at;
    case 'set-up':
      return event.at;
    case 'recalibration':
      return event.change.at;
    default:
      return assertNever(event);
  }
}

/** What an event adds, before anything follows from it. */
interface Growth {
  readonly facts: Facts;
  /** Decisions whose recalibrations close once their effects are known. */
  readonly settled: readonly Decision[];
}

function grow(growth: Growth, event: TimelineEvent): Result<Growth, TimelineRefusal> {
  const { facts } = growth;
  switch (event.kind) {
    case 'check-in': {
      const checked = checkCheckIn(facts, event.checkIn);
      if (!checked.ok) return checked;
      return ok({ ...growth, facts: { ...facts, checkIns: withCheckIn(facts.checkIns, event.checkIn) } });
    }
    case 'decision':
      return growByDecision(growth, event.decision);
    case 'set-up':
      return ok({ ...growth, facts: { ...facts, portfolio: event.portfolio } });
    case 'recalibration':
      return ok({ ...growth, facts: withChanges(facts, [event.change]) });
    default:
      return assertNever(event);
  }
}

function growByDecision({ facts, settled }: Growth, decision: Decision): Result<Growth, TimelineRefusal> {
  const checked = checkDecision(decision, facts);
  if (!checked.ok) return err(checked.error);
  const open = recalibrationFor(facts.recalibrations, decision);
  const placed = open ? { ...decision, recalibration: open.id } : decision;
  const portfolio = withDecision(facts.portfolio, placed);
  const decisions = [...facts.decisions, placed];
  return ok({ facts: { ...facts, portfolio, decisions }, settled: [...settled, placed] });
}

function stepTo(state: TimelineState, at: Instant): TimelineState {
  return follow(state, { facts: state.facts, at, before: state.evaluation, settled: [] });
}

interface Moment extends Growth {
  readonly at: Instant;
  readonly before: Evaluation | null;
}

/** Evaluates a moment and draws the consequences: transitions, closed, released, escalated and opened recalibrations. */
function follow(state: TimelineState, { facts, at, before, settled }: Moment): TimelineState {
  const evaluation = evaluatePriced(facts, at, state.evaluation);
  const { since, transitions } = transitionsBetween(before, evaluation, state.since);
  const closing = settled.flatMap((decision) => {
    const open = recalibrationFor(facts.recalibrations, decision);
    return open ? [decided(decision, open, { facts, before, after: evaluation })] : [];
  });
  const closed = withChanges(facts, closing);
  const planned = planRecalibrations({ facts: closed, after: evaluation });
  const result = withChanges(closed, planned);
  return {
    facts: result,
    evaluation,
    now: at,
    next: earliest([evaluation.reviewAt, nextMoment(result, evaluation)], at),
    since,
    transitions: [...state.transitions, ...transitions],
    changes: [...state.changes, ...closing, ...planned],
  };
}

function withChanges(facts: Facts, changes: readonly RecalibrationChange[]): Facts {
  return { ...facts, recalibrations: applyChanges(facts.recalibrations, changes) };
}
