import { describe, expect, it } from 'vitest';
import { checkDecision } from '../../src/domain/decision-rules.ts';
import { reviewDecision } from '../../src/domain/decision-effect.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { initiative, keep, objective, portfolioOf, reach } from '../support/network-builder.ts';
import { decides, moment, person, play, reads } from '../support/play.ts';
import { noFacts } from '../../src/domain/facts.ts';

const portfolio = portfolioOf({
  people: [person('ann', { manager: 'mia' })],
  objectives: [
    objective('T', 90, { owner: 'top' }),
    objective('M', 80, { owner: 'ann', parent: 'T' }),
    objective('O', 42, { owner: 'boss', parent: 'M' }),
  ],
  initiatives: [initiative('I', 'O')],
  kpis: [
    reach('A', [0, 42], { initiative: 'I', owner: 'ann' }),
    reach('alone', [0, 42], { owner: 'ann' }),
    keep('K', { initiative: 'I', owner: 'kim' }),
  ],
});
const facts = noFacts(portfolio);

function outcome(more: Partial<Decision>): string {
  const event = decides(more.cause ?? 'A', 9, more);
  if (event.kind !== 'decision') throw new Error('no decision');
  const checked = checkDecision(event.decision, facts);
  return checked.ok ? 'accepted' : `${checked.error.code} ${checked.error.field}`;
}

describe('a decision is', () => {
  it.each<[string, Partial<Decision>, string]>([
    ['accepted from the owner of the sub-objective', { by: 'boss' }, 'accepted'],
    ['accepted from an owner further up', { by: 'top' }, 'accepted'],
    [
      'refused from the KPI’s owner, even where they own an objective above',
      { by: 'ann' },
      'no-authority by',
    ],
    ['refused from anybody else', { by: 'kim' }, 'no-authority by'],
    [
      'accepted from the owner’s manager where there is no objective',
      { cause: 'alone', by: 'mia' },
      'accepted',
    ],
    ['refused without a reason', { reason: '  ' }, 'no-reason reason'],
    ['refused with a review today', { reviewDate: '2026-03-11' }, 'review-not-ahead reviewDate'],
    ['accepted with a review tomorrow', { reviewDate: '2026-03-12' }, 'accepted'],
    ['refused as hold without a date', { choice: { kind: 'hold' } }, 'no-commit-date commitDate'],
    [
      'refused as hold with a date gone by',
      { choice: { kind: 'hold', commitDate: '2026-03-10' } },
      'commit-date-passed commitDate',
    ],
    ['refused as pivot without a plan', { choice: { kind: 'pivot' } }, 'no-plan plan'],
    ['accepted as pivot with one', { choice: { kind: 'pivot' }, plan: { due: '2026-05-04' } }, 'accepted'],
    ['accepted as reallocate without a plan', { choice: { kind: 'reallocate' } }, 'accepted'],
    [
      'refused with a plan that ends before it starts',
      { plan: { due: '2026-03-01' } },
      'broken-plan plan.due',
    ],
    [
      'refused with a plan that runs backwards',
      {
        plan: {
          points: [
            { date: '2026-03-09', value: 20 },
            { date: '2026-03-16', value: 10 },
          ],
        },
      },
      'broken-plan plan.points[1]',
    ],
    ['refused with a field of another kind of plan', { plan: { upper: 3 } }, 'broken-plan plan.upper'],
    ['accepted with a new band for a keep KPI', { cause: 'K', plan: { upper: 12 } }, 'accepted'],
    [
      'refused as stop where there is no initiative',
      { cause: 'alone', by: 'mia', choice: { kind: 'stop' } },
      'nothing-to-stop kind',
    ],
    ['refused on an unknown KPI', { cause: 'X' }, 'unknown-kpi cause'],
    [
      'refused on a recalibration that is not open',
      { recalibration: 'A~1~1' },
      'unknown-recalibration recalibration',
    ],
  ])('%s', (_, more, expected) => {
    expect(outcome(more)).toBe(expected);
  });
});

describe('at the review date a decision', () => {
  const decided = [reads('A', 8, (4 / 42) * 100), decides('A', 9)];
  it.each<[string, number, boolean]>([
    ['has worked where everything is green', 33, true],
    ['has not worked where the colour is the same', 24, false],
  ])('%s', (_, value, worked) => {
    const state = play(portfolio, [...decided, reads('A', 14, value)], moment(14, 11));
    const [one] = state.facts.recalibrations;
    expect(one && reviewDecision(one, state.evaluation)).toMatchObject({ atDecision: 'yellow', worked });
  });
});
