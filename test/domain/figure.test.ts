import { describe, expect, it } from 'vitest';
import { exceeds, rounded, valuePlaces } from '../../src/domain/figure.ts';
import { table } from '../support/table.ts';

describe('a figure', () => {
  it.each(table(new URL('cases/figures.tsv', import.meta.url)))(
    '$figure is $rounded in $places places: $why',
    (line) => {
      expect(rounded(Number(line['figure']), Number(line['places']))).toBe(Number(line['rounded']));
    },
  );

  it.each([
    [2.104, 2.1, false],
    [2.106, 2.1, true],
    [2.1, 2.106, false],
    [-2.1, -2.2, true],
  ])('%d is more than %d: %s', (figure, limit, more) => {
    expect(exceeds(figure, limit)).toBe(more);
  });
});

describe('values of a KPI differ in', () => {
  it.each([
    [100, 2, 'whole figures: two decimals'],
    [-100, 2, 'on either side of zero'],
    [1, 2, 'from 1 on'],
    [0, 2, 'or without any scale'],
    [0.98, 3, 'a share: one more, so that 0.976 is not 0.98'],
    [0.05, 4, 'hundredths: two more'],
    [-0.05, 4, 'on either side of zero'],
    [0.1, 3, 'a tenth: one more'],
    [1e-30, 12, 'never more than twelve'],
  ])('of the scale %d: %i (%s)', (scale, places, _why) => {
    expect(valuePlaces(scale)).toBe(places);
  });
});
