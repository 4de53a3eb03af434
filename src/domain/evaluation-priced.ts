import { finished, standingAt } from './evaluate.ts';
import { PRICED_DAYS, pricesIn } from './evaluation-prices.ts';
import { restingAt } from './evaluation-rest.ts';
import { workingsOf } from './evaluation-workings.ts';
import type { Facts } from './facts.ts';
import type { KpiId } from './portfolio.ts';
import { preparePricing } from './price-prepare.ts';
import { price } from './price.ts';
import type { PriceOf } from './roll-up.ts';
import type { Evaluation } from './status.ts';
import type { Instant } from './zoned-time.ts';

/**
 * The evaluation in which, among equally bad children, the dearest decides (SCREENS.md 10). A price is worked out only
 * where equally bad causes are left to choose among. `before`: as for `evaluate`.
 */
export function evaluatePriced(facts: Facts, asOf: Instant, before?: Evaluation): Evaluation {
  const then = before && workingsOf(before);
  const resting = before && then?.prices ? restingAt(before, facts, asOf) : undefined;
  if (resting) return resting;
  const standing = standingAt(facts, asOf, then?.standing);
  const prices = pricesIn(standing, then?.prices?.lastBook() ?? null);
  return finished({ standing, priceOf: prices.costOf, prices, earlier: then?.prices ? then : undefined });
}

/** What two more weeks on a KPI cost, minor units; each asked once. Null: no price. */
export function pricesOf({ portfolio }: Pick<Facts, 'portfolio'>, evaluation: Evaluation): PriceOf {
  const known = workingsOf(evaluation);
  if (known?.prices && known.standing.context.facts.portfolio === portfolio) return known.prices.costOf;
  const priceOf = asked.get(evaluation) ?? pricesAnew(portfolio, evaluation);
  asked.set(evaluation, priceOf);
  return priceOf;
}

/** Many recalibrations that open at one moment ask for the same prices. */
const asked = new WeakMap<Evaluation, PriceOf>();

function pricesAnew(portfolio: Parameters<typeof preparePricing>[0], evaluation: Evaluation): PriceOf {
  const network = preparePricing(portfolio, evaluation);
  const known = new Map<KpiId, number | null>();
  return (kpi) => {
    const cost = known.has(kpi) ? known.get(kpi) : price(network, kpi, PRICED_DAYS).cost;
    known.set(kpi, cost ?? null);
    return cost ?? null;
  };
}
