import { describe, expect, it } from 'vitest';
import type { Price } from '../../../src/domain/status.ts';
import { priceSentence } from '../../../src/domain/words/price-sentence.ts';

const READER = { locale: 'en-GB', timeZone: 'Europe/Berlin', currency: 'EUR', today: '2026-03-11' };

function words(found: Price): string {
  return priceSentence(found, { ...READER, nameOf: (id) => id }).replaceAll('\u00a0', ' ');
}

describe('a price without its network', () => {
  it.each<[string, Partial<Price>, string]>([
    ['no delay, something lost', { days: 0, alreadyLost: 900 }, 'On forecast alone €9 are already lost.'],
    ['no delay, no float', { days: 0 }, 'Without more delay nothing is lost; no float is left.'],
    [
      'no delay, one day of float',
      { days: 0, room: 1 },
      'Without more delay nothing is lost: 1 day of float remains.',
    ],
    ['a delay that costs nothing', { days: 7 }, 'One more week costs nothing.'],
    [
      'a delay in the float',
      { days: 3, room: 4 },
      'Three more days cost nothing yet: 4 days of float remain.',
    ],
    [
      'another cost without a move',
      { days: 7, alreadyLost: 900, cost: 300 },
      'On forecast alone €9 are already lost. One more week costs another €3.',
    ],
    ['eleven days', { days: 11, cost: 300 }, '11 more days on A cost €3.'],
  ])('alone tells %s', (_title, more, sentence) => {
    const found = {
      kpi: 'A',
      days: 14,
      cost: 0,
      moves: [],
      owners: [],
      room: 0,
      used: 0,
      alreadyLost: 0,
      ...more,
    };
    expect(words(found)).toBe(sentence);
  });

  it('names the dearest move, of equals the last, and never one without a cost', () => {
    const move = (id: string, cost: number | null, kind: 'objective' | 'kpi' = 'objective') => ({ id, kind, owner: 'o', from: '2026-04-30', to: '2026-05-14', cost }); // prettier-ignore
    const named = (...moves: ReturnType<typeof move>[]): string => words({ kpi: 'A', days: 14, cost: 300, moves, owners: [], room: 0, used: 0, alreadyLost: 0 }).split(': ')[1] ?? 'none'; // prettier-ignore
    expect(named(move('O', 300), move('P', 200))).toBe('O moves from 30 Apr to 14 May.');
    expect(named(move('O', 200), move('P', 300))).toBe('P moves from 30 Apr to 14 May.');
    expect(named(move('O', 300), move('P', 300))).toBe('P moves from 30 Apr to 14 May.');
    expect(named(move('O', 0), move('P', null))).toBe('O moves from 30 Apr to 14 May.');
    expect(named(move('O', 1), move('K', 300, 'kpi'))).toBe('O moves from 30 Apr to 14 May.');
    expect(named(move('K', 300, 'kpi'))).toBe('none');
  });
});
