import { type PriceOf, evaluateWithPrices } from './evaluate.ts';
import type { Facts } from './facts.ts';
import type { KpiId, Portfolio } from './portfolio.ts';
import { preparePricing } from './price-prepare.ts';
import { price } from './price.ts';
import type { Evaluation } from './status.ts';
import type { Instant } from './zoned-time.ts';

/** The default a price is asked for: two more weeks. SCREENS.md 8. */
export const PRICED_DAYS = 14;

/**
 * The evaluation in which, among equally bad children, the dearest decides (SCREENS.md 10). Prices need the statuses
 * and the deciding child needs prices, so the children are weighed twice where more than one KPI has left green.
 */
export function evaluatePriced(facts: Facts, asOf: Instant): Evaluation {
  return evaluateWithPrices(facts, asOf, (unpriced) => {
    const offGreen = [...unpriced.kpis.values()].filter(({ status }) => status !== 'green');
    return offGreen.length < 2 ? null : pricesOf(facts, unpriced);
  });
}

/** What two more weeks on a KPI cost, minor units; each asked once. Null: no price. */
export function pricesOf({ portfolio }: Pick<Facts, 'portfolio'>, evaluation: Evaluation): PriceOf {
  const known = asked.get(evaluation);
  if (known?.portfolio === portfolio) return known.priceOf;
  const priceOf = pricesIn(portfolio, evaluation);
  asked.set(evaluation, { portfolio, priceOf });
  return priceOf;
}

/** Many recalibrations that open at one moment ask for the same prices. */
const asked = new WeakMap<Evaluation, { readonly portfolio: Portfolio; readonly priceOf: PriceOf }>();

function pricesIn(portfolio: Portfolio, evaluation: Evaluation): PriceOf {
  const network = preparePricing(portfolio, evaluation);
  const known = new Map<KpiId, number | null>();
  return (kpi) => {
    const cost = known.has(kpi) ? known.get(kpi) : price(network, kpi, PRICED_DAYS).cost;
    known.set(kpi, cost ?? null);
    return cost ?? null;
  };
}
