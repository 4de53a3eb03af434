import { type EvaluationContext, contextOf } from './evaluation-context.ts';
import { type Workings, keepWorkings, workingsOf } from './evaluation-workings.ts';
import { restingAt } from './evaluation-rest.ts';
import type { Facts } from './facts.ts';
import { IndexedMap } from './indexed-map.ts';
import { type Standing, changedStates, earliestReview, standingOf } from './kpi-states.ts';
import type { KpiId } from './portfolio.ts';
import { reachPass } from './reach-pass.ts';
import { reviewsOf } from './review-at.ts';
import { type PriceOf, type RolledUp, rollUp } from './roll-up.ts';
import type { Branches } from './roll-up-tree.ts';
import type { Evaluation, KpiState } from './status.ts';
import type { Instant } from './zoned-time.ts';

export interface EvaluationOptions {
  /** Among equally bad children the dearest decides. */
  readonly priceOf?: PriceOf | undefined;
  /**
   * An earlier evaluation of these facts or of fewer: what still holds is taken over from it, as the same objects. The
   * result is the same without it; it only takes longer.
   */
  readonly before?: Evaluation | undefined;
}

/**
 * The status of everything at one moment, from what was accepted until then, `asOf` included. DESIGN.md 3.1 to 3.6.
 * Later facts in the lists are not looked at. Since when a status stands is known to whoever folds evaluations.
 */
export function evaluate(facts: Facts, asOf: Instant, options: EvaluationOptions = {}): Evaluation {
  const { priceOf, before } = options;
  const then = before && workingsOf(before);
  const isUnpriced = priceOf === undefined && then?.prices === null;
  const resting = before && isUnpriced ? restingAt(before, facts, asOf) : undefined;
  if (resting) return resting;
  const standing = standingAt(facts, asOf, then?.standing);
  return finished({ standing, priceOf, prices: null, earlier: isUnpriced ? then : undefined });
}

/** Every KPI's state at one moment; with an earlier standing only what has changed since is judged. */
export function standingAt(facts: Facts, asOf: Instant, earlier?: Standing): Standing {
  const context = contextOf(facts, asOf, earlier?.context);
  return standingIn(context, continued(context, earlier));
}

/** Every KPI judged in a context that is laid out; `before`: an earlier standing of which everything still holds. */
export function standingIn(context: EvaluationContext, before?: Standing): Standing {
  const pass = reachPass(context, context.asOf, before?.reviews.pass);
  const reviews = reviewsOf(context, pass, before?.reviews);
  return standingOf({ context, reviews, before });
}

/** What an earlier standing says still holds only on the same set-up, and forward in time. */
function continued(context: EvaluationContext, earlier?: Standing): Standing | undefined {
  if (!earlier || earlier.context.setUp !== context.setUp || earlier.context.asOf > context.asOf)
    return undefined;
  return earlier;
}

export interface Finishing {
  readonly standing: Standing;
  readonly priceOf: PriceOf | undefined;
  readonly prices: Workings['prices'];
  /** Workings of an earlier evaluation that weighed its children alike. */
  readonly earlier: Workings | undefined;
}

/** The roll-up over the states, and everything together. */
export function finished({ standing, priceOf, prices, earlier }: Finishing): Evaluation {
  const { context, states, buckets } = standing;
  const { tree, indexOf, placeOf } = context.setUp;
  const before = earlier?.standing.context.setUp === context.setUp ? earlier : undefined;
  const changed = before ? changedStates(before.standing.states, states) : [];
  const isRepriced = (kpi: KpiId): boolean => prices?.isStale(kpi) ?? false;
  const weighed = (branches: Branches, rolled: RolledUp | undefined): RolledUp =>
    rollUp(
      { branches, states, buckets, priceOf, placeOf, network: context.network },
      rolled && { rolled, changed, isRepriced },
    );
  const initiatives = weighed(tree.initiatives, before?.initiatives);
  const objectives = weighed(tree.objectives, before?.objectives);
  const evaluation = {
    asOf: context.asOf,
    kpis: new IndexedMap<KpiState>(indexOf, states),
    initiatives: new IndexedMap(tree.initiatives.indexOf, initiatives.states),
    objectives: new IndexedMap(tree.objectives.indexOf, objectives.states),
    reviewAt: earliestReview(standing),
  };
  keepWorkings(evaluation, { standing, initiatives, objectives, prices });
  return evaluation;
}

/** Silent for five working days or one cadence, whichever is shorter: it needs a recalibration. DESIGN.md 3.4. */
export function isLongSilent(
  state: Pick<KpiState, 'silentSince' | 'longSilentFrom'>,
  asOf: Instant,
): boolean {
  return state.silentSince !== null && state.longSilentFrom !== null && asOf >= state.longSilentFrom;
}
