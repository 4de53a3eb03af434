import { describe, expect, it } from 'vitest';
import { concessionSentences } from '../../src/domain/slot-search-words.ts';
import type { SlotConcession } from '../../src/domain/slot-search.ts';

describe('the words about a slot', () => {
  const NAMES: Readonly<Record<string, string>> = { a: 'Sam', b: 'Ruth', c: 'Dana' };

  it('say each thing that was given up', () => {
    const concessions: readonly SlotConcession[] = [
      { kind: 'optional-missing', people: ['c'] },
      { kind: 'tentative', people: ['b'] },
      { kind: 'shortened', minutes: 25, wanted: 45 },
      { kind: 'conflict', conflicts: [{ person: 'a', presence: 'busy' }] },
      { kind: 'unknown-calendar', people: ['d'] },
    ];
    expect(concessionSentences(concessions, (id) => NAMES[id] ?? 'Erika')).toEqual([
      'Dana is optional and not free then.',
      'Ruth has a tentative appointment then.',
      '25\u00a0minutes instead of 45: no longer slot was free before the deadline.',
      'Sam is busy then.',
      'No slot before the deadline suits everyone required; this one has the fewest conflicts.',
      'The calendar of Erika could not be read and counts as free.',
    ]);
  });

  it.each<[SlotConcession, readonly string[]]>([
    [
      { kind: 'optional-missing', people: ['a', 'b', 'c'] },
      ['Sam, Ruth and Dana are optional and not free then.'],
    ],
    [{ kind: 'optional-missing', people: ['c'] }, ['Dana is optional and not free then.']],
    [{ kind: 'tentative', people: ['a', 'b'] }, ['Sam and Ruth have a tentative appointment then.']],
    [
      { kind: 'unknown-calendar', people: ['a', 'b'] },
      ['The calendar of Sam and Ruth could not be read and counts as free.'],
    ],
    [
      {
        kind: 'conflict',
        conflicts: [
          { person: 'c', presence: 'off-hours' },
          { person: 'b', presence: 'oof' },
          { person: 'a', presence: 'off-hours' },
        ],
      },
      [
        'Ruth is out of office then.',
        'Dana and Sam are outside working hours then.',
        'No slot before the deadline suits everyone required; this one has the fewest conflicts.',
      ],
    ],
  ])('of %j are %j', (concession, sentences) => {
    expect(concessionSentences([concession], (id) => NAMES[id] ?? 'Erika')).toEqual(sentences);
  });

  it('are none when nothing was given up', () => {
    expect(concessionSentences([], String)).toEqual([]);
  });
});
