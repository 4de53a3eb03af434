import type { Facts } from './facts.ts';
import { decidersOf, ownerCalendar } from './people.ts';
import type { Portfolio } from './portfolio.ts';
import type { RecalibrationChange } from './recalibration-change.ts';
import { oneWorkingDayAfter } from './recalibration-deadline.ts';
import { nextRevision } from './recalibration-opening.ts';
import type { Recalibration } from './recalibration.ts';
import type { Evaluation } from './status.ts';
import type { Instant } from './zoned-time.ts';

const REPETITIONS_AT_ROOT = 3;

/**
 * The date shown as "decide by": one working day after the meeting's end, the moment of escalation. Where no meeting
 * is booked the deadline stands for its end. Null once nothing more happens by itself. SCREENS.md 10.
 */
export function decideBy(portfolio: Portfolio, recalibration: Recalibration): Instant | null {
  const { state, meeting, deadline, cause } = recalibration;
  if (state !== 'open' && state !== 'booked') return null;
  return oneWorkingDayAfter(meeting?.end ?? deadline, ownerCalendar(portfolio, cause));
}

/**
 * What follows when nobody decided in time: one level up; at the root again, weekly, three times; then an open
 * alarm. Null while there is time. DESIGN.md 3.8.
 */
export function escalation(
  facts: Facts,
  after: Evaluation,
  recalibration: Recalibration,
): RecalibrationChange | null {
  const due = decideBy(facts.portfolio, recalibration);
  if (due === null || due > after.asOf) return null;
  const { id, cause, revision } = recalibration;
  const last = decidersOf(facts.portfolio, cause).length + REPETITIONS_AT_ROOT;
  if (revision >= last) return { kind: 'alarm', at: after.asOf, id };
  return { kind: 'escalated', at: after.asOf, id, next: nextRevision(facts, after, recalibration) };
}
