import { describe, expect, it } from 'vitest';
import { preparePricing } from '../../src/domain/price-prepare.ts';
import { price } from '../../src/domain/price.ts';
import { lendingStory } from '../support/network-builder.ts';

const story = lendingStory();
describe('the lending story', () => {
  it.skipIf(!story).each(story?.file.expectedPrice ?? [])('prices $days more days on $kpi', (expected) => {
    const found = price(preparePricing(story!.portfolio, null), expected.kpi, expected.days);
    expect(Object.fromEntries(found.moves.map(({ id, to }) => [id, to]))).toEqual(expected.moves);
    expect(found.cost).toBe(expected.cost);
    if (expected.owners) expect(found.owners).toEqual(expected.owners);
  });
});
