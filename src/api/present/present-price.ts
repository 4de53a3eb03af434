import type { MoveView, PriceView } from '../../contract/price-view.ts';
import type { RichText } from '../../contract/primitives.ts';
import type { PriceRange } from '../../domain/monte-carlo.ts';
import { price } from '../../domain/price.ts';
import type { Move, Price } from '../../domain/status.ts';
import { dayMonth, money } from '../../domain/words/format.ts';
import { priceSentenceParts } from '../../domain/words/price-sentence.ts';
import { priceContext, shortPrice } from '../../domain/words/price-words.ts';
import { rangeSentence } from '../../domain/words/range-sentence.ts';
import { type IndexedView, personRef } from './view-index.ts';

/** The price with the range beside it, where three readings allow one: for the page of one KPI. */
export function presentPriceAndRange(
  view: IndexedView,
  { kpi, delay, range }: { readonly kpi: string; readonly delay: number; readonly range: PriceRange | null },
): PriceView {
  return { ...presentPrice(view, kpi, delay), range: range && rangeSentence(range, view.words) };
}

/** What `delay` more days on a KPI cost: sentence first, table after (DESIGN.md 3.7). */
export function presentPrice(view: IndexedView, kpi: string, delay: number): PriceView {
  const priced = price(view.pricing(), kpi, delay);
  const parts = sentenceParts(view, priced);
  return {
    kpi,
    days: priced.days,
    sentence: parts.map((part) => part.text).join(''),
    parts,
    context: priceContext(priced, view.words),
    range: null,
    short: shortPrice(priced, view.words),
    cost: priced.cost,
    moves: priced.moves.map((move) => presentMove(view, move)),
    owners: priced.owners.map((owner) => personRef(view.personOf(owner))),
    room: priced.room,
    used: priced.used,
    alreadyLost: priced.alreadyLost,
  };
}

/** The sentence in pieces: amounts strong, the KPI a link. */
export function sentenceParts(view: IndexedView, priced: Price): RichText {
  return priceSentenceParts(priced, { ...view.words, nameOf: view.nameOf, network: view.pricing() }).map(
    (part) => ({
      text: part.text,
      ...(part.strong ? { strong: true as const } : {}),
      ...(part.kpi === undefined ? {} : { kpi: part.kpi }),
    }),
  );
}

/** "Lending product earns revenue moves from 20 Apr to 4 May": the move that costs most, else the last. */
export function dearestMove(priced: Price): Move | undefined {
  const objectives = priced.moves.filter((move) => move.kind === 'objective');
  return objectives.toSorted((a, b) => (b.cost ?? -1) - (a.cost ?? -1) || (a.to < b.to ? 1 : -1))[0];
}

export function happens(view: IndexedView, priced: Price): string {
  const kpi = view.kpiOf(priced.kpi);
  if (kpi?.kind === 'keep' && kpi.breachPerWeek !== undefined) {
    return `${money(kpi.breachPerWeek, view.words)} for each week outside the band`;
  }
  const move = dearestMove(priced);
  if (!move) return 'No date moves';
  return `${view.nameOf(move.id)} moves from ${dayMonth(move.from, view.words)} to ${dayMonth(move.to, view.words)}`;
}

function presentMove(view: IndexedView, move: Move): MoveView {
  return {
    id: move.id,
    kind: move.kind,
    name: view.nameOf(move.id),
    owner: personRef(view.personOf(move.owner)),
    from: move.from,
    to: move.to,
    cost: move.cost,
  };
}
