import { describe, expect, it } from 'vitest';
import { decidersOf } from '../../src/domain/people.ts';
import { initiative, objective, portfolioOf, reach } from '../support/network-builder.ts';
import { person } from '../support/play.ts';

/** A KPI of `ann` under objectives owned like this, nearest first. */
function deciders(owners: readonly string[], manager?: string): readonly string[] {
  const objectives = owners.map((owner, n) =>
    objective(`O${n}`, 42, { owner, ...(n + 1 < owners.length ? { parent: `O${n + 1}` } : {}) }),
  );
  const alone = owners.length === 0;
  return decidersOf(
    portfolioOf({
      people: [person('ann', manager === undefined ? {} : { manager })],
      objectives,
      initiatives: alone ? [] : [initiative('I', 'O0')],
      kpis: [reach('A', [0, 42], { owner: 'ann', ...(alone ? {} : { initiative: 'I' }) })],
    }),
    'A',
  );
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
    expect(deciders(owners, manager)).toEqual(expected);
  });
});
