import { describe, expect, it } from 'vitest';
import type { Price } from '../../../src/domain/status.ts';
import { priceContext, shortPrice } from '../../../src/domain/words/price-words.ts';

const READER = { locale: 'en-GB', timeZone: 'Europe/Berlin', currency: 'EUR', today: '2026-03-11' };
const MOVE = {
  id: 'O',
  kind: 'objective',
  owner: 'o',
  from: '2026-04-20',
  to: '2026-05-04',
  cost: 0,
} as const;

function told(price: Partial<Price>): { short: string; context: string } {
  const whole = {
    kpi: 'A',
    days: 14,
    cost: 0,
    alreadyLost: 0,
    room: 18,
    used: 14,
    moves: [],
    owners: [],
    ...price,
  };
  const found = whole as unknown as Price;
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
  return { short: plain(shortPrice(found, READER)), context: plain(priceContext(found, READER)) };
}

const USES = 'This uses 14 of 18 days of float.';
const FROM_THE_FIRST = 'Every day costs from the first: no float is left.';

describe('the price in a cell and the line below its sentence', () => {
  it.each<[string, Partial<Price>, string, string]>([
    ['float carries the delay', {}, 'nothing yet', USES],
    ['the delay costs', { cost: 12_000_000, moves: [MOVE] }, '€120,000', USES],
    ['no float is left', { cost: 12_000_000, room: 0, moves: [MOVE] }, '€120,000', FROM_THE_FIRST],
    ['float is overdrawn', { cost: 12_000_000, room: -3, moves: [MOVE] }, '€120,000', FROM_THE_FIRST],
    ['no float is left, and nothing costs', { room: 0, moves: [MOVE] }, 'nothing yet', 'No float is left.'],
    ['no float is left, and nothing moves', { room: 0 }, 'nothing yet', ''],
    ['something is lost already', { cost: 0, alreadyLost: 5, moves: [MOVE] }, 'nothing more', ''],
    ['nothing has a price', { cost: null }, 'no price', ''],
    ['nothing has a price, but something moves', { cost: null, moves: [MOVE] }, 'no price', USES],
    [
      'nothing has a price, and no float is left',
      { cost: null, room: 0, moves: [MOVE] },
      'no price',
      FROM_THE_FIRST,
    ],
  ])('where %s', (_title, price, short, context) => {
    expect(told(price)).toEqual({ short, context });
  });
});
