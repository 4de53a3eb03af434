import type { KpiId, ObjectiveId, PersonId } from './portfolio.ts';
import type { Status } from './status.ts';
import type { Instant } from './zoned-time.ts';

/** Where a recalibration stands; it follows from facts and is never set by hand. DESIGN.md 3.8. */
export type RecalibrationState = 'open' | 'booked' | 'decided' | 'released' | 'superseded' | 'alarm';

export interface Meeting {
  readonly start: Instant;
  readonly end: Instant;
  /** The event's immutable id in the organiser's calendar. */
  readonly eventId: string;
  readonly attempt: number;
  /** What the slot search gave up, in words; empty when nothing. */
  readonly concessions: readonly string[];
  readonly joinUrl?: string;
}

/** What a covered KPI looked like right after the decision, or when it joined a decided recalibration. */
export interface CoveredState {
  readonly kpi: KpiId;
  readonly status: Status;
  /** Plan days. */
  readonly slip: number;
}

/** The mandatory answer to a transition. One per cause; a later `revision` is an escalation or a repetition. */
export interface Recalibration {
  readonly id: string;
  readonly cause: KpiId;
  /** 1 for the first; each escalation or weekly repetition adds one. */
  readonly revision: number;
  readonly openedAt: Instant;
  /** Booking must end before this. */
  readonly deadline: Instant;
  /** A repetition is met a week after the last meeting, not sooner. */
  readonly notBefore?: Instant;
  readonly decisionMaker: PersonId;
  readonly required: readonly PersonId[];
  readonly optional: readonly PersonId[];
  /** KPIs this recalibration answers for, the cause first when it is not green itself. */
  readonly covers: readonly KpiId[];
  /** The worst status among the covered KPIs when it opened. */
  readonly statusAtOpening: Status;
  readonly helpRequested: boolean;
  readonly objective?: ObjectiveId;
  readonly state: RecalibrationState;
  readonly meeting?: Meeting;
  /** The owner or the decision maker who keeps it although all is green again. */
  readonly keptBy?: PersonId;
  /** The third-party things it is about, by key: whoever waits for one of them, overdue, joins. */
  readonly awaits?: readonly string[];
  readonly decisionId?: string;
  /** The worst status among the covered KPIs just before the decision; what the review compares with. */
  readonly statusAtDecision?: Status;
  /** For cover: what each covered KPI looked like right after the decision. */
  readonly afterDecision?: readonly CoveredState[];
  readonly coveredUntil?: Instant;
  readonly closedAt?: Instant;
}

/** True while it waits for a decision; an alarm still does. */
export function isOpen({ state }: Recalibration): boolean {
  return state === 'open' || state === 'booked' || state === 'alarm';
}

/** True while a decision answers for its KPIs: until the review date. DESIGN.md 3.8. */
export function isCovering({ state, coveredUntil }: Recalibration, at: Instant): boolean {
  return state === 'decided' && coveredUntil !== undefined && at < coveredUntil;
}
