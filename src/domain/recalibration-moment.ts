import type { Facts } from './facts.ts';
import { decideBy } from './recalibration-escalation.ts';
import type { Evaluation } from './status.ts';
import type { Instant } from './zoned-time.ts';

/**
 * The next moment at which recalibrations change with no new data: an escalation, the end of a cover. Null: none. The
 * sweep may sleep until then or until the evaluation's `reviewAt`. DESIGN.md 3.8.
 */
export function nextMoment({ portfolio, recalibrations }: Facts, after: Evaluation): Instant | null {
  const escalations = recalibrations.map((one) => decideBy(portfolio, one));
  const covers = recalibrations.map(({ state, coveredUntil }) => (state === 'decided' ? coveredUntil : null));
  return earliest([...escalations, ...covers], after.asOf);
}

/** The earliest of some moments that lies after another one. */
export function earliest(moments: readonly (Instant | null | undefined)[], after: Instant): Instant | null {
  const first = moments.reduce<Instant>(
    (least, moment) => (typeof moment === 'number' && moment > after ? Math.min(least, moment) : least),
    Infinity,
  );
  return first === Infinity ? null : first;
}
