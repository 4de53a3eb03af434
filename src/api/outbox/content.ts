import type { Recalibration } from '../../domain/recalibration.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import type { ViewContext } from '../view-context.ts';

/** What an invitation says. */
export interface Content {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface Slot {
  readonly start: Instant;
  readonly end: Instant;
  /** What the search gave up, in words. */
  readonly concessions: readonly string[];
}

export interface InvitationFacts {
  readonly recalibration: Recalibration;
  readonly slot: Slot;
  /** Where the decision form is. */
  readonly link: string;
}

/** Writes an invitation. The view is the decision maker's. */
export type Compose = (view: ViewContext, facts: InvitationFacts) => Content;
