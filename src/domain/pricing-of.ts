import { dayOf } from './civil-date.ts';
import type { Portfolio } from './portfolio.ts';
import type { PricingNetwork } from './price-network.ts';
import { preparePricing } from './price-prepare.ts';
import type { Evaluation } from './status.ts';
import { localDate } from './zoned-time.ts';

interface LaidOut {
  readonly portfolio: Portfolio;
  readonly network: PricingNetwork;
}

/** Beside the states that prices rest on: laid out once for as long as they stand. */
const known = new WeakMap<Evaluation['kpis'], LaidOut>();

/** The network for prices as things stand; the same object until a state, the portfolio or the day is another one. */
export function pricingOf(portfolio: Portfolio, evaluation: Evaluation): PricingNetwork {
  const { kpis, asOf } = evaluation;
  const laid = known.get(kpis);
  const today = dayOf(localDate(asOf, portfolio.timeZone));
  if (laid?.portfolio === portfolio && laid.network.asOf === today) return laid.network;
  const network = preparePricing(portfolio, evaluation);
  known.set(kpis, { portfolio, network });
  return network;
}
