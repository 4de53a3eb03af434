import type { TreeRow } from '../../contract/portfolio-view.ts';
import { pricesOf } from '../../domain/evaluation-priced.ts';
import type { Kpi } from '../../domain/portfolio.ts';
import { money } from '../../domain/words/format.ts';
import { shortPrice } from '../../domain/words/price-words.ts';
import type { IndexedView } from './view-index.ts';

export const NO_PRICE: TreeRow['price'] = { cost: null, short: 'no price' };

/** What two more weeks cost, minor units, as the evaluation found it: only what a change can have moved is priced. */
export function costOf({ facts, evaluation }: IndexedView, kpi: string): number | null {
  return pricesOf(facts, evaluation)(kpi);
}

/** The cell of a list. The whole price is worked out only where nothing more may be lost. */
export function shortPriceOf(view: IndexedView, kpi: string): TreeRow['price'] {
  const cost = costOf(view, kpi);
  if (cost === null) return NO_PRICE;
  if (cost > 0) return { cost, short: money(cost, view.words) };
  return { cost, short: shortPrice(view.priceOf(kpi), view.words) };
}

/** The first of the dearest; null where there is none. */
export function dearest(kpis: readonly Kpi[], cost: (kpi: Kpi) => number | null): string | null {
  let [found, most]: [string | null, number] = [null, -Infinity];
  for (const kpi of kpis) {
    const costs = cost(kpi) ?? -1;
    if (costs > most) [found, most] = [kpi.id, costs];
  }
  return found;
}
