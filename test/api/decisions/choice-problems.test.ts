import { expect, it } from 'vitest';
import { choiceProblems } from '../../../src/api/decisions/choice-problems.ts';
import type { DecisionChoice } from '../../../src/domain/decision.ts';
import { lendingPortfolio } from '../../support/lending.ts';

const REALLOCATE = {
  kind: 'reallocate',
  from: 'I-build',
  what: 'two people',
  fromDate: '2026-03-16',
} as const;

it.each<[string, DecisionChoice, readonly (readonly [string, string])[]]>([
  ['a stop that frees people of ours', { kind: 'stop', freed: ['dana', 'sam'] }, []],
  ['a stop that frees a stranger', { kind: 'stop', freed: ['dana', 'x'] }, [['freed[1]', 'unknown-person']]],
  ['a reallocation for a day', { ...REALLOCATE, untilDate: '2026-03-16' }, []],
  ['one from nowhere', { ...REALLOCATE, from: 'I-none' }, [['from', 'unknown-initiative']]],
  [
    'one that ends before it begins',
    { ...REALLOCATE, untilDate: '2026-03-15' },
    [['untilDate', 'ends-before-it-begins']],
  ],
  ['a pivot', { kind: 'pivot' }, []],
])('judges %s', (_, choice, expected) => {
  const decision = { id: 'D', at: 0, cause: 'C1', by: 'ruth', reason: 'r', reviewDate: '2026-04-01', choice };
  expect(choiceProblems(lendingPortfolio(), decision).map(({ at, rule }) => [at, rule])).toEqual(expected);
});
