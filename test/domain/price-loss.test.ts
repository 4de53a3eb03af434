import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/civil-date.ts';
import type { DelayProfile } from '../../src/domain/portfolio.ts';
import { costFreeUntil, lossAt, roundHalfUp } from '../../src/domain/price-loss.ts';

const table = readFileSync(new URL('price-loss.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([profile = '', due = '', date = '', loss = '', why = '']) => {
    return { profile, due, date, loss: Number(loss), why };
  });

function profileOf(text: string): DelayProfile {
  const [kind, a = '', b = ''] = text.split(' ');
  if (kind === 'linear') return { kind, perWeek: Number(a) };
  if (kind === 'fixed-date') return { kind, date: a, loss: Number(b) };
  if (kind === 'fading') return { kind, peak: Number(a), lostPerWeek: Number(b) };
  return { kind: 'none' };
}

describe('the loss of a delay profile', () => {
  it.each(table)('$profile, due $due, ending $date: $loss ($why)', ({ profile, due, date, loss }) => {
    expect(roundHalfUp(lossAt(profileOf(profile), dayOf(due), dayOf(date)))).toBe(loss);
  });
});

it('a profile that prices nothing loses nothing, however late', () => {
  expect(lossAt({ kind: 'none' }, 10, 100)).toBe(0);
});

describe('the last day without further cost', () => {
  it.each([
    ['none', 20, Infinity],
    ['linear 1', 5, 10],
    ['linear 1', 20, 20],
    ['fading 1 0.5', 20, 20],
    ['fixed-date 1970-01-16 9', 5, 15],
    ['fixed-date 1970-01-16 9', 15, 15],
    ['fixed-date 1970-01-16 9', 16, Infinity],
  ])('of %s, due on day 10 and ending on day %i, is %d', (profile, date, last) => {
    expect(costFreeUntil(profileOf(profile), 10, date)).toBe(last);
  });
});
