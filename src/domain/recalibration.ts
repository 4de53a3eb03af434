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

/** The mandatory answer to a transition. One per cause; a later `revision` is an escalation or a repetition. */
export interface Recalibration {
  readonly id: string;
  readonly cause: KpiId;
  /** 1 for the first; each escalation or weekly repetition adds one. */
  readonly revision: number;
  readonly openedAt: Instant;
  /** Booking must end before this. */
  readonly deadline: Instant;
  readonly decisionMaker: PersonId;
  readonly required: readonly PersonId[];
  readonly optional: readonly PersonId[];
  /** KPIs this recalibration answers for, the cause first when it is not green itself. */
  readonly covers: readonly KpiId[];
  /** Status and slip of each covered KPI when it opened, and right after the decision. */
  readonly statusAtOpening: Status;
  readonly helpRequested: boolean;
  readonly objective?: ObjectiveId;
  readonly state: RecalibrationState;
  readonly meeting?: Meeting;
  readonly decisionId?: string;
  /** For cover: what each covered KPI looked like right after the decision. */
  readonly afterDecision?: readonly { readonly kpi: KpiId; readonly status: Status; readonly slip: number }[];
  readonly coveredUntil?: Instant;
  readonly closedAt?: Instant;
}
