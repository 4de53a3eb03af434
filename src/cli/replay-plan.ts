import { evaluate } from '../domain/evaluate.ts';
import { noFacts } from '../domain/facts.ts';
import { planNetwork } from '../domain/network.ts';
import type { KpiId } from '../domain/portfolio.ts';
import { preparePricing } from '../domain/price-prepare.ts';
import { price } from '../domain/price.ts';
import type { Price } from '../domain/status.ts';
import type { NetworkFigures } from '../domain/story/compare-plan.ts';
import { firstStart } from '../domain/story/story-moments.ts';
import type { Story } from '../domain/story/story.ts';

/** Float, room and tolerance of the plan as the file sets it up, before anybody reported. */
export function networkFigures({ portfolio }: Story): NetworkFigures {
  const { float, room, crossFunctional } = planNetwork(portfolio);
  const states = [...evaluate(noFacts(portfolio), firstStart(portfolio)).kpis.values()];
  const tolerance = new Map(states.map((state) => [state.kpi, state.tolerance]));
  return { float, room, tolerance, crossFunctional: [...crossFunctional] };
}

export interface PriceAnswer<Q> {
  readonly asked: Q;
  readonly given: Price;
}

/** Prices on the plan alone: what a delay costs when everything else goes as planned. */
export function pricesAsked<Q extends { readonly kpi: KpiId; readonly days: number }>(
  { portfolio }: Story,
  asked: readonly Q[],
): readonly PriceAnswer<Q>[] {
  const network = preparePricing(portfolio, null);
  return asked.map((one) => ({ asked: one, given: price(network, one.kpi, one.days) }));
}
