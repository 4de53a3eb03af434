import type { PriceRange } from '../monte-carlo.ts';
import { type Reader, money } from './format.ts';

/**
 * The range beside a price in one sentence: what it costs with an even chance, and in four cases of five. Null where
 * nothing has a price. DESIGN.md 3.7.
 */
export function rangeSentence({ cost }: PriceRange, reader: Reader): string | null {
  if (cost === null) return null;
  const { p50, p80 } = cost;
  if (p80 <= 0) return 'At the pace so far it costs nothing in four of five cases.';
  if (p50 <= 0) {
    return `At the pace so far: an even chance that it costs nothing, four in five that it costs ${money(p80, reader)} or less.`;
  }
  if (p50 === p80) return `At the pace so far it costs ${money(p80, reader)} or less in four of five cases.`;
  return `At the pace so far: an even chance of ${money(p50, reader)} or less, four in five of ${money(p80, reader)} or less.`;
}
