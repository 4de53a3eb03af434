import type { Explanation } from '../../explain/explanation.ts';
import type { MoveStep, PriceSteps } from '../../explain/price-steps.ts';
import type { DelayProfile } from '../../portfolio.ts';
import { assertNever } from '../../result.ts';
import { daysBetween } from '../../civil-date.ts';
import { NBSP, figure, listing, money } from '../format.ts';
import { priceSentence } from '../price-sentence.ts';
import { type ExplainContext, day, exactDays } from './explain-context.ts';

/** What two more weeks cost, date by date. */
export function priceLines({ price }: Explanation, context: ExplainContext): readonly string[] {
  const { own, moves, network } = price;
  const start = priceSentence(price.price, { ...context, network });
  if (!own) return [start];
  const { days, room, used } = price.price;
  return [
    start,
    `Its finish moves by ${exactDays(days, context)}, from ${day(own.from, context)} to ${day(own.to, context)}; that uses ${figure(used, context)} of ${exactDays(room, context)} of room.`,
    ...moves.map((move) => moveLine(move, context)),
    ...(moves.length === 0 ? ['No other date moves.'] : []),
    ownersLine(price, context),
  ];
}

function ownersLine({ price: { owners } }: PriceSteps, context: ExplainContext): string {
  return `Owners hit: ${listing(owners.map(context.personName))}.`;
}

function moveLine(step: MoveStep, context: ExplainContext): string {
  const { move, profile } = step;
  const dates = `${context.nameOf(move.id)}: ${day(move.from, context)} to ${day(move.to, context)}`;
  const cost =
    profile && move.cost !== null
      ? `; ${profileWords(step, profile, context)} = ${money(move.cost, context)}`
      : '';
  return `${dates}${driverWords(step, context)}${cost}.`;
}

function driverWords({ by, lagDays, remaining, move }: MoveStep, context: ExplainContext): string {
  if (by === null) return '';
  if (move.kind === 'objective') return `, when ${context.nameOf(by)} ends`;
  const lag = lagDays === 0 ? '' : ` + lag ${exactDays(lagDays, context)}`;
  return `, after ${context.nameOf(by)}${lag} + ${exactDays(remaining, context)} still to do`;
}

function profileWords({ move, due }: MoveStep, profile: DelayProfile, context: ExplainContext): string {
  const extra = daysBetween(move.from, move.to);
  const late = due === null ? 0 : Math.max(0, daysBetween(due, move.from));
  switch (profile.kind) {
    case 'linear':
      return `${exactDays(extra, context)} × ${money(profile.perWeek, context)} a week ÷ 7`;
    case 'fixed-date':
      return `once ${day(profile.date, context)} has passed ${money(profile.loss, context)}`;
    case 'fading':
      return fadingWords({ peak: profile.peak, lost: profile.lostPerWeek }, { late, extra }, context);
    case 'none':
      return 'no delay profile';
    default:
      return assertNever(profile);
  }
}

/** Each week late loses a share of what is left: the peak times what was left before, less what is left then. */
function fadingWords(
  { peak, lost }: { peak: number; lost: number },
  { late, extra }: { late: number; extra: number },
  context: ExplainContext,
): string {
  const left = (days: number): string =>
    `(1 − ${figure(lost * 100, context)}${NBSP}%)^(${figure(days, context)} ÷ 7)`;
  return `${money(peak, context)} × (${left(late)} − ${left(late + extra)})`;
}
