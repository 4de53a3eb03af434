import { describe, expect, it } from 'vitest';
import { keepPlanFault, reachPlanFault } from '../../src/domain/plan-rules.ts';
import type { KeepPlan, ReachPlan } from '../../src/domain/portfolio.ts';

const REACH: ReachPlan = { baseline: 0, target: 10, start: '2026-03-02', due: '2026-04-13', points: [] };
const at = (date: string, value: number) => ({ date, value });

describe('the refusal of a plan', () => {
  it.each<[string, Partial<ReachPlan>, string, string]>([
    ['a target that is no number', { target: Number.NaN }, 'not-a-number', 'target'],
    ['an endless baseline', { baseline: -Infinity }, 'not-a-number', 'baseline'],
    ['a start that does not exist', { start: '2026-02-30' }, 'not-a-date', 'start'],
    ['an empty due date', { due: '' }, 'not-a-date', 'due'],
    ['a due date on the start', { due: '2026-03-02' }, 'due-before-start', 'due'],
    ['a target on the baseline', { target: 0 }, 'leads-nowhere', 'target'],
    ['a point without a number', { points: [at('2026-03-10', Number.NaN)] }, 'not-a-number', 'points[0]'],
    ['a point without a date', { points: [at('soon', 1)] }, 'not-a-date', 'points[0]'],
    ['a point after due', { points: [at('2026-04-14', 1)] }, 'point-outside', 'points[0]'],
    [
      'points of one day',
      { points: [at('2026-03-10', 1), at('2026-03-10', 2)] },
      'points-out-of-order',
      'points[1]',
    ],
    [
      'points that fall',
      { points: [at('2026-03-10', 5), at('2026-03-11', 4)] },
      'runs-backwards',
      'points[1]',
    ],
    ['a point past the target', { points: [at('2026-03-10', 11)] }, 'past-target', 'points[0]'],
  ])('has a code and a field for %s', (_, change, code, field) => {
    expect(reachPlanFault({ ...REACH, ...change })).toMatchObject({
      code,
      field,
      rule: expect.stringMatching(/\w+ \w+/u),
    });
  });

  it.each<[string, Partial<KeepPlan>, string, string]>([
    ['no limit', {}, 'no-limit', 'upper'],
    ['a limit that is no number', { lower: Number.NaN }, 'not-a-number', 'lower'],
    ['limits the wrong way round', { lower: 5, upper: 4 }, 'limits-out-of-order', 'upper'],
    ['a due date that does not exist', { upper: 4, due: '2026-13-01' }, 'not-a-date', 'due'],
  ])('of a band has a code and a field for %s', (_, change, code, field) => {
    const plan = { start: REACH.start, due: REACH.due, ...change };
    expect(keepPlanFault(plan)).toMatchObject({ code, field });
  });

  it('is not made of a sound plan', () => {
    expect(reachPlanFault({ ...REACH, points: [at('2026-03-10', 2)] })).toBeNull();
    expect(keepPlanFault({ upper: 5, start: REACH.start, due: REACH.due })).toBeNull();
  });
});
