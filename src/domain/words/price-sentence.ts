import type { CivilDate } from '../civil-date.ts';
import type { KpiId, MinorUnits } from '../portfolio.ts';
import type { PricingNetwork } from '../price-network.ts';
import type { Price } from '../status.ts';
import { type Reader, countWord, dayMonth, days, money } from './format.ts';
import { type PriceFacts, priceFacts, weekBeyondRoom } from './price-facts.ts';

/** A piece of a sentence; the pieces joined are the sentence. */
export interface SentencePart {
  readonly kind: 'text' | 'amount' | 'date' | 'name';
  readonly text: string;
  /** Amounts, dates and the KPI's name are bold (SCREENS.md 3, 8). */
  readonly strong: boolean;
  /** Where the piece leads to. */
  readonly kpi?: KpiId;
}

export interface PriceContext extends Reader {
  /** The name of a KPI or objective by id. */
  readonly nameOf: (id: string) => string;
  /** The network the price was taken from: due dates, fixed dates, keep KPIs. Without it the sentence tells less. */
  readonly network?: PricingNetwork;
}

/** What a delay costs in one or two sentences, in the words of SCREENS.md 8, examples 11 to 18. */
export function priceSentence(price: Price, context: PriceContext): string {
  return priceSentenceParts(price, context)
    .map((part) => part.text)
    .join('');
}

/** The same in pieces, so that a screen can set what is bold and what is a link. Names come as they were typed. */
export function priceSentenceParts(price: Price, context: PriceContext): readonly SentencePart[] {
  const facts = priceFacts(price, context.network);
  if (facts.breachPerWeek !== undefined) return breach(price, facts.breachPerWeek, context);
  if (price.cost === null) return noPrice(price, facts, context);
  if (price.cost === 0) return costsNothing(price, context);
  return price.alreadyLost > 0 ? costsAnother(price, facts, context) : costs(price, facts, context);
}

function breach({ kpi }: Price, perWeek: MinorUnits | null, context: PriceContext): readonly SentencePart[] {
  if (perWeek === null)
    return [text('No price: '), kpiName(kpi, context), text(' has no cost of a week outside the band.')];
  if (perWeek === 0) return [text('A week outside the band costs nothing.')];
  return [text('Every week outside the band costs '), amount(perWeek, context), text('.')];
}

function noPrice({ kpi }: Price, { objective }: PriceFacts, context: PriceContext): readonly SentencePart[] {
  const name = objective === null ? kpiName(kpi, context) : plainName(objective, context);
  return [text('No price: '), name, text(' has no delay profile.')];
}

/** The slider stands at 0. */
function withoutDelay({ room, alreadyLost }: Price, context: PriceContext): readonly SentencePart[] {
  if (alreadyLost > 0)
    return [text('On forecast alone '), amount(alreadyLost, context), text(' are already lost.')];
  if (room <= 0) return [text('Without more delay nothing is lost; no float is left.')];
  return [text(`Without more delay nothing is lost: ${floatLeft(room, context)}.`)];
}

function floatLeft(room: number, context: PriceContext): string {
  return `${days(room, context)} of float ${room === 1 ? 'remains' : 'remain'}`;
}

function costsNothing(price: Price, context: PriceContext): readonly SentencePart[] {
  if (price.days === 0) return withoutDelay(price, context);
  const delay = delayOf(price.days);
  if (price.alreadyLost > 0) {
    const lost = amount(price.alreadyLost, context);
    const more = `${delay.words.toLowerCase()} ${delay.verb} nothing more.`;
    return [text('The '), lost, text(` are already lost on forecast; ${more}`)];
  }
  if (price.room <= 0) return [text(`${delay.words} ${delay.verb} nothing.`)];
  const week = price.days === DEFAULT_DAYS ? null : laterCost(price, context);
  if (week === null) {
    return [text(`${delay.words} ${delay.verb} nothing yet: ${floatLeft(price.room, context)}.`)];
  }
  const start = `${delay.words} ${delay.verb} nothing yet. From the ${ordinal(price.room + 1)} day, each week costs `;
  return [text(start), amount(week, context), text('.')];
}

function laterCost({ kpi, room }: Price, { network }: PriceContext): MinorUnits | null {
  return network ? weekBeyondRoom(network, kpi, room) : null;
}

function costs(price: Price, facts: PriceFacts, context: PriceContext): readonly SentencePart[] {
  const { dearest, fixedDate } = facts;
  const delay = delayOf(price.days);
  const cost = amount(price.cost ?? 0, context);
  if (dearest && fixedDate) {
    const name = plainName(dearest.id, context);
    const ends = [name, text(' ends on '), date(dearest.to, context)];
    const after = [text(', after the fixed date on '), date(fixedDate, context), text('.')];
    return [text(`${delay.words} ${delay.verb} `), cost, text(': '), ...ends, ...after];
  }
  const start = [text(`${delay.words} on `), kpiName(price.kpi, context), text(` ${delay.verb} `), cost];
  if (!dearest) return [...start, text('.')];
  const moves = [plainName(dearest.id, context), text(' moves from '), date(dearest.from, context)];
  return [...start, text(': '), ...moves, text(' to '), date(dearest.to, context), text('.')];
}

function costsAnother(price: Price, facts: PriceFacts, context: PriceContext): readonly SentencePart[] {
  const delay = delayOf(price.days);
  const lost = amount(price.alreadyLost, context);
  const another = [
    text(`${delay.words} ${delay.verb} another `),
    amount(price.cost ?? 0, context),
    text('.'),
  ];
  const { dearest, due } = facts;
  if (!dearest) return [text('On forecast alone '), lost, text(' are already lost. '), ...another];
  const comes = [plainName(dearest.id, context), text(' already comes on '), date(dearest.from, context)];
  const late = due === null ? 0 : Math.round((Date.parse(dearest.from) - Date.parse(due)) / 86_400_000);
  const lateness = late > 0 ? `, ${days(late, context)} late: ` : ': ';
  return [text('On forecast alone '), ...comes, text(lateness), lost, text('. '), ...another];
}

const DEFAULT_DAYS = 14;

interface DelayWords {
  readonly words: string;
  readonly verb: 'cost' | 'costs';
}

/** `Two more weeks`, `Ten more days`, `One more day`; weeks where they are whole. */
function delayOf(count: number): DelayWords {
  const [number, unit] = count > 0 && count % 7 === 0 ? [count / 7, 'week'] : [count, 'day'];
  const verb = number === 1 ? 'costs' : 'cost';
  return { words: `${countWord(number)} more ${unit}${number === 1 ? '' : 's'}`, verb };
}

function ordinal(count: number): string {
  const teen = count % 100 >= 11 && count % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${ending}`;
}

function text(words: string): SentencePart {
  return { kind: 'text', text: words, strong: false };
}

function date(day: CivilDate, context: PriceContext): SentencePart {
  return { kind: 'date', text: dayMonth(day, context), strong: true };
}

function kpiName(kpi: KpiId, { nameOf }: PriceContext): SentencePart {
  return { kind: 'name', text: nameOf(kpi), strong: true, kpi };
}

function plainName(id: string, { nameOf }: PriceContext): SentencePart {
  return { kind: 'name', text: nameOf(id), strong: false };
}

/** Never €0: what rounds to nothing is less than one. */
function amount(minor: MinorUnits, context: PriceContext): SentencePart {
  const nothing = money(0, context);
  const shown = money(minor, context);
  const one = [1, 10, 100, 1000].map((unit) => money(unit, context)).find((unit) => unit !== nothing);
  return { kind: 'amount', text: shown === nothing ? `less than ${one ?? shown}` : shown, strong: true };
}
