import { describe, expect, it } from 'vitest';
import { decisionRequest } from '../../src/contract/recalibration-view.ts';
import {
  type DecisionDraft,
  emptyDraft,
  missingIn,
  requestOf,
} from '../../src/tab/screens/decision-draft.ts';
import { DECISION_VIEW } from '../../sandbox/page/gallery/recalibrations.ts';

function draft(overrides: Partial<DecisionDraft>): DecisionDraft {
  return { ...emptyDraft(DECISION_VIEW), reason: 'The export will not come.', ...overrides };
}

describe('the decision form', () => {
  it('preselects nothing but a review date', () => {
    expect(Object.keys(missingIn(emptyDraft(DECISION_VIEW), DECISION_VIEW))).toEqual(['kind', 'reason']);
  });

  it.each([
    ['reallocate', {}, ['from', 'what', 'fromDate']],
    [
      'reallocate',
      { from: 'I-build', what: '2 people', fromDate: '2026-03-16', untilDate: '2026-03-15' },
      ['untilDate'],
    ],
    ['hold', {}, ['commitDate']],
    ['pivot', { due: '', target: 'many' }, ['due', 'target']],
    ['stop', {}, []],
    ['stop', { reason: '  ' }, ['reason']],
    ['stop', { reviewDate: '' }, ['reviewDate']],
    ['stop', { reviewDate: '2026-03-01' }, ['reviewDate']],
  ] as const)('names what is missing for %s %o', (kind, overrides, missing) => {
    expect(Object.keys(missingIn(draft({ kind, ...overrides }), DECISION_VIEW))).toEqual(missing);
  });

  it.each([
    draft({ kind: 'stop' }),
    draft({ kind: 'hold', commitDate: '2026-04-01' }),
    draft({ kind: 'pivot', due: '2026-05-01', target: '100' }),
    draft({
      kind: 'reallocate',
      from: 'I-build',
      what: '2 people',
      fromDate: '2026-03-16',
      untilDate: '2026-03-27',
    }),
    draft({ kind: 'reallocate', from: 'I-build', what: '2 people', fromDate: '2026-03-16', plan: 'revise' }),
  ])('sends what the contract takes for $kind', (complete) => {
    expect(decisionRequest.safeParse(requestOf(complete, DECISION_VIEW)).success).toBe(true);
  });

  it('sends a plan only where the plan changes', () => {
    const hold = draft({ kind: 'hold', commitDate: '2026-04-01', plan: 'revise', due: '2026-05-01' });
    expect(requestOf(hold, DECISION_VIEW)).not.toHaveProperty('plan');
    const pivot = draft({ kind: 'pivot', due: '2026-05-01', target: '100' });
    expect(requestOf(pivot, DECISION_VIEW)).toMatchObject({ plan: { due: '2026-05-01', target: 100 } });
  });

  it('sends nothing while something is missing', () => {
    expect(requestOf(draft({ kind: '' }), DECISION_VIEW)).toBeNull();
  });
});
