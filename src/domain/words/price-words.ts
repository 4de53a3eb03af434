import type { Price } from '../status.ts';
import { type Reader, days, figure, money } from './format.ts';

/** What stands in a cell: an amount, `nothing yet`, `nothing more` or `no price`; never €0 (SCREENS.md 8, rule 5). */
export function shortPrice({ cost, alreadyLost }: Price, reader: Reader): string {
  if (cost === null) return 'no price';
  if (cost > 0) return money(cost, reader);
  return alreadyLost > 0 ? 'nothing more' : 'nothing yet';
}

/** The one line under the price sentence: how much float the delay uses. What is lost already the sentence says. */
export function priceContext({ alreadyLost, room, used, cost, moves }: Price, reader: Reader): string {
  if (alreadyLost > 0 || (moves.length === 0 && (cost === null || room <= 0))) return '';
  if (room <= 0)
    return cost === 0 ? 'No float is left.' : 'Every day costs from the first: no float is left.';
  return `This uses ${figure(used, reader)} of ${days(room, reader)} of float.`;
}
