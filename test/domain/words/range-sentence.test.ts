import { describe, expect, it } from 'vitest';
import type { PriceRange } from '../../../src/domain/monte-carlo.ts';
import { rangeSentence } from '../../../src/domain/words/range-sentence.ts';

const READER = { locale: 'en-GB', timeZone: 'UTC', currency: 'EUR', today: '2026-03-11' };

function range(cost: PriceRange['cost']): PriceRange {
  return { runs: 1000, cost, finish: { p50: '2026-04-13', p80: '2026-04-20' }, criticality: {} };
}

describe('the range beside a price', () => {
  it.each([
    [0, 0, 'At the pace so far it costs nothing in four of five cases.'],
    [0, 9_500_000, 'an even chance that it costs nothing, four in five that it costs €95,000 or less.'],
    [6_000_000, 9_500_000, 'an even chance of €60,000 or less, four in five of €95,000 or less.'],
    [6_000_000, 6_000_000, 'At the pace so far it costs €60,000 or less in four of five cases.'],
  ])('from %i to %i cents', (p50, p80, words) => {
    expect(rangeSentence(range({ p50, p80 }), READER)).toContain(words);
  });

  it('is not told where nothing has a price', () => {
    expect(rangeSentence(range(null), READER)).toBeNull();
  });
});
