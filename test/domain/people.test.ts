import { describe, expect, it } from 'vitest';
import { deciderAt, decidersOf } from '../../src/domain/people.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { initiative, objective, portfolioOf, reach } from '../support/network-builder.ts';
import { person } from '../support/play.ts';

/** A KPI of `ann` under objectives owned like this, nearest first. */
function under(owners: readonly string[], manager?: string): Portfolio {
  const objectives = owners.map((owner, n) =>
    objective(`O${n}`, 42, { owner, ...(n + 1 < owners.length ? { parent: `O${n + 1}` } : {}) }),
  );
  const alone = owners.length === 0;
  return portfolioOf({
    people: [person('ann', manager === undefined ? {} : { manager })],
    objectives,
    initiatives: alone ? [] : [initiative('I', 'O0')],
    kpis: [reach('A', [0, 42], { owner: 'ann', ...(alone ? {} : { initiative: 'I' }) })],
  });
}

describe('who decides, level by level', () => {
  it.each<[readonly string[], string | undefined, readonly string[], string]>([
    [['boss', 'top'], undefined, ['boss', 'top'], 'the owners of the objective and those above'],
    [
      ['ann', 'top'],
      undefined,
      ['top'],
      'the next different owner up where the KPI owner owns the objective',
    ],
    [['boss', 'boss', 'top'], undefined, ['boss', 'top'], 'one level where neighbours have the same owner'],
    [['boss', 'vp', 'boss'], undefined, ['boss', 'vp', 'boss'], 'the first one again at the root'],
    [[], 'mia', ['mia'], 'without an objective the manager from the directory'],
    [['ann'], undefined, ['ann'], 'the owner where nobody else is above'],
  ])('%j, manager %s: %j: %s', (owners, manager, expected, _why) => {
    expect(decidersOf(under(owners, manager), 'A')).toEqual(expected);
  });

  it('asks each level in turn, also one that owns two of them, and the root for ever', () => {
    const asked = [1, 2, 3, 4].map((revision) => deciderAt(under(['boss', 'vp', 'boss']), 'A', revision));
    expect(asked).toEqual(['boss', 'vp', 'boss', 'boss']);
  });
});
