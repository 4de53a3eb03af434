import { addDays } from './civil-date.ts';
import { keepWorkings, workingsOf } from './evaluation-workings.ts';
import type { Facts } from './facts.ts';
import type { Standing } from './kpi-states.ts';
import type { Evaluation } from './status.ts';
import { type Instant, type TimeZone, localDate, startOfDay } from './zoned-time.ts';

/**
 * An earlier evaluation as it reads at a later moment, where the facts are the same and nothing that moves with time
 * has come: only its moment is another one. Undefined where something may have moved. docs/decisions/evaluation.md.
 */
export function restingAt(before: Evaluation, facts: Facts, asOf: Instant): Evaluation | undefined {
  const then = workingsOf(before);
  if (!then || !sameFacts(then.standing.context.facts, facts)) return undefined;
  if (asOf === before.asOf) return before;
  if (asOf < then.standing.context.asOf || asOf >= restsUntil(then.standing)) return undefined;
  const evaluation = { ...before, asOf };
  keepWorkings(evaluation, then);
  return evaluation;
}

function sameFacts(a: Facts, b: Facts): boolean {
  return (
    a.portfolio === b.portfolio &&
    a.checkIns === b.checkIns &&
    a.decisions === b.decisions &&
    a.recalibrations === b.recalibrations
  );
}

/** Readers ask again and again of the same standing. */
const known = new WeakMap<Standing, Instant>();

function restsUntil(standing: Standing): Instant {
  const until = known.get(standing) ?? firstMove(standing);
  known.set(standing, until);
  return until;
}

/** The first moment at which a rule may say something else; at the latest the next day, in whichever zone it begins. */
function firstMove({ context, reviews, steadyUntil, reviewAt }: Standing): Instant {
  const days = context.setUp.zones.map((zone) => nextDay(context.asOf, zone));
  return [days, reviews.pass.quietUntil, reviews.at, steadyUntil, reviewAt].reduce(earliestOf, context.until);
}

function earliestOf(first: Instant, moments: readonly Instant[]): Instant {
  return moments.reduce((least, at) => (at < least ? at : least), first);
}

function nextDay(asOf: Instant, zone: TimeZone): Instant {
  return startOfDay(addDays(localDate(asOf, zone), 1), zone);
}
