import type { KpiId, PersonId } from './portfolio.ts';
import { type CoveredState, type Meeting, type Recalibration, isOpen } from './recalibration.ts';
import type { Status } from './status.ts';
import { assertNever } from './result.ts';
import type { Instant } from './zoned-time.ts';

interface Change {
  readonly at: Instant;
  /** The recalibration it changes. */
  readonly id: string;
}

/** Everything that can happen to a recalibration. DESIGN.md 3.8. */
export type RecalibrationChange =
  | { readonly kind: 'opened'; readonly at: Instant; readonly recalibration: Recalibration }
  /** A KPI joins; its owner becomes required. `afterDecision`: it joined the cover of a decision. */
  | (Change & {
      readonly kind: 'joined';
      readonly kpi: KpiId;
      readonly covers: readonly KpiId[];
      readonly required: readonly PersonId[];
      readonly optional: readonly PersonId[];
      readonly awaits: readonly string[];
      readonly afterDecision?: CoveredState;
    })
  /** A joined KPI has a reason of its own now, and a recalibration of its own. */
  | (Change & { readonly kind: 'left'; readonly kpi: KpiId })
  /** Green again before a decision. */
  | (Change & { readonly kind: 'released' })
  /** No decision in time: this revision is closed, the next one opens. */
  | (Change & { readonly kind: 'escalated'; readonly next: Recalibration })
  /** Three weekly repetitions at the root passed without a decision. */
  | (Change & { readonly kind: 'alarm' })
  | (Change & { readonly kind: 'booked'; readonly meeting: Meeting })
  /** The meeting was cancelled or moved past its deadline: it is to be booked again. */
  | (Change & {
      readonly kind: 'rebooked';
      readonly why: 'cancelled' | 'moved-past-deadline';
      readonly deadline: Instant;
    })
  /** Its owner or the decision maker keeps it, green or not. */
  | (Change & { readonly kind: 'kept'; readonly by: PersonId })
  | (Change & {
      readonly kind: 'decided';
      readonly decisionId: string;
      readonly statusAtDecision: Status;
      readonly coveredUntil: Instant;
      readonly afterDecision: readonly CoveredState[];
    });

/** The recalibrations after one change, in the order they opened. Pure; a change to an unknown id changes nothing. */
export function applyChange(
  recalibrations: readonly Recalibration[],
  change: RecalibrationChange,
): readonly Recalibration[] {
  if (change.kind === 'opened') return [...recalibrations, change.recalibration];
  const changed = recalibrations.map((one) => (one.id === change.id ? changedBy(one, change) : one));
  return change.kind === 'escalated' ? [...changed, change.next] : changed;
}

/** The same after several changes, one after another, in one pass: thousands may open at one moment. */
export function applyChanges(
  recalibrations: readonly Recalibration[],
  changes: readonly RecalibrationChange[],
): readonly Recalibration[] {
  if (changes.length === 0) return recalibrations;
  const all = [...recalibrations];
  const places = new Map(all.map(({ id }, at) => [id, at]));
  const append = (one: Recalibration): void => {
    places.set(one.id, all.push(one) - 1);
  };
  for (const change of changes) {
    if (change.kind === 'opened') {
      append(change.recalibration);
      continue;
    }
    const at = places.get(change.id);
    const one = at === undefined ? undefined : all[at];
    if (at !== undefined && one) all[at] = changedBy(one, change);
    if (change.kind === 'escalated') append(change.next);
  }
  return all;
}

function changedBy(
  one: Recalibration,
  change: Exclude<RecalibrationChange, { kind: 'opened' }>,
): Recalibration {
  switch (change.kind) {
    case 'joined':
      return joined(one, change);
    case 'left':
      return { ...one, covers: one.covers.filter((kpi) => kpi !== change.kpi) };
    case 'released':
      return { ...one, state: 'released', closedAt: change.at };
    case 'escalated':
      return { ...one, state: 'superseded', closedAt: change.at };
    case 'alarm':
      return { ...one, state: 'alarm' };
    // Calendars and people answer late: what has ended meanwhile, or stands as an alarm, stays what it is.
    case 'booked':
      return isMet(one) ? { ...one, state: 'booked', meeting: change.meeting } : one;
    case 'rebooked':
      return isMet(one) ? withoutMeeting({ ...one, state: 'open', deadline: change.deadline }) : one;
    case 'kept':
      return isOpen(one) ? { ...one, keptBy: change.by } : one;
    case 'decided':
      return decided(one, change);
    default:
      return assertNever(change);
  }
}

/** It waits for its meeting, booked or not. */
function isMet({ state }: Recalibration): boolean {
  return state === 'open' || state === 'booked';
}

function joined(one: Recalibration, change: Extract<RecalibrationChange, { kind: 'joined' }>): Recalibration {
  const { covers, required, optional, awaits, afterDecision } = change;
  const states = [...(one.afterDecision ?? []), ...(afterDecision ? [afterDecision] : [])];
  const seats = { covers, required, optional, ...(awaits.length > 0 ? { awaits } : {}) };
  return { ...one, ...seats, ...(afterDecision ? { afterDecision: states } : {}) };
}

function decided(
  one: Recalibration,
  change: Extract<RecalibrationChange, { kind: 'decided' }>,
): Recalibration {
  const { decisionId, statusAtDecision, coveredUntil, afterDecision, at } = change;
  return {
    ...one,
    state: 'decided',
    decisionId,
    statusAtDecision,
    coveredUntil,
    afterDecision,
    // Latency runs to the first decision.
    closedAt: one.closedAt ?? at,
  };
}

function withoutMeeting(one: Recalibration): Recalibration {
  const { meeting: _gone, ...rest } = one;
  return rest;
}
