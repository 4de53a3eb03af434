import type { PriceView } from '../contract/price-view.ts';
import type { PersonRef } from '../contract/primitives.ts';
import type { PricingView } from '../contract/tenant-view.ts';
import { price } from '../domain/price.ts';
import type { PricingNetwork } from '../domain/price-network.ts';
import type { Reader } from '../domain/words/format.ts';
import { type PriceContext, priceSentenceParts } from '../domain/words/price-sentence.ts';
import { priceContext, shortPrice } from '../domain/words/price-words.ts';

/** Prices a delay from the loaded network, so that the slider answers at once. DESIGN.md 3.7, SCREENS.md 6. */
export function localPrice(pricing: PricingView, kpi: string, delay: number): (reader: Reader) => PriceView {
  const network = pricing.network as PricingNetwork;
  const priced = price(network, kpi, delay);
  return (reader) => {
    const nameOf = (id: string): string => pricing.names[id] ?? id;
    const context: PriceContext = { ...reader, nameOf, network };
    const parts = priceSentenceParts(priced, context).map(({ text, strong }) =>
      strong ? { text, strong } : { text },
    );
    const owner = (id: string): PersonRef => ({ id, name: nameOf(id) });
    return {
      kpi,
      parts,
      sentence: parts.map(({ text }) => text).join(''),
      days: priced.days,
      range: null,
      context: priceContext(priced, reader),
      short: shortPrice(priced, reader),
      cost: priced.cost,
      moves: priced.moves.map((move) => ({ ...move, name: nameOf(move.id), owner: owner(move.owner) })),
      owners: priced.owners.map(owner),
      room: priced.room,
      used: priced.used,
      alreadyLost: priced.alreadyLost,
    };
  };
}

/** Minor units for 0 to `most` days; empty where there is no price. */
export function localCosts(pricing: PricingView, kpi: string, most: number): readonly number[] {
  const network = pricing.network as PricingNetwork;
  const costs = Array.from({ length: most + 1 }, (_, day) => price(network, kpi, day).cost);
  return costs.every((cost) => cost === null) ? [] : costs.map((cost) => cost ?? 0);
}
