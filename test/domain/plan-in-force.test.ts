import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/domain/decision.ts';
import { withPlanInForce } from '../../src/domain/plan-in-force.ts';
import type { ReachKpi, ReachPlan } from '../../src/domain/portfolio.ts';
import { day, reach } from '../support/network-builder.ts';

const FIRST: ReachPlan = { baseline: 0, target: 100, start: day(0), due: day(40), points: [] };

/** A KPI whose plan was revised to these dues at these moments, the latest revision also standing as its plan. */
function revised(...revisions: readonly { readonly at: number; readonly due: number }[]): ReachKpi {
  const all = [FIRST, ...revisions.map(({ due }) => ({ ...FIRST, due: day(due) }))];
  return reach('K', [0, 40], {
    plan: all.at(-1) ?? FIRST,
    revisions: all.map((plan, n) => ({ revision: n + 1, at: revisions[n - 1]?.at ?? 0, plan })),
  });
}

function decided(at: number, plan?: Partial<ReachPlan>): Decision {
  const base = { id: `d${at}`, cause: 'K', by: 'boss', reason: 'because', reviewDate: day(50) };
  return { ...base, at, choice: { kind: 'pivot' }, ...(plan ? { plan } : {}) };
}

const LATER = revised({ at: 10, due: 60 });

describe('the plan in force', () => {
  it.each<[string, ReachKpi, readonly Decision[], number, Partial<ReachPlan>]>([
    ['is the first one before any revision', LATER, [], 9, { due: day(40) }],
    ['is a revision from its moment on', LATER, [], 10, { due: day(60) }],
    ['is what a decision changed', revised(), [decided(5, { due: day(50) })], 9, { due: day(50) }],
    [
      'keeps what a decision did not name',
      revised(),
      [decided(5, { target: 90 })],
      9,
      { due: day(40), target: 90 },
    ],
    ['is untouched by a decision without plan', revised(), [decided(5)], 9, FIRST],
    [
      'is the last word: a revision after a decision',
      LATER,
      [decided(5, { due: day(50) })],
      20,
      { due: day(60) },
    ],
    [
      'is the last word: a decision after a revision',
      LATER,
      [decided(15, { due: day(50) })],
      20,
      { due: day(50) },
    ],
    [
      'is the last word of several, in the order of time',
      revised({ at: 20, due: 70 }, { at: 10, due: 60 }),
      [],
      30,
      { due: day(70) },
    ],
  ])('%s', (_, kpi, decisions, asOf, plan) => {
    expect(withPlanInForce(kpi, decisions, asOf).plan).toMatchObject(plan);
  });

  it('changes nothing else of the KPI, and nothing at all where it stands already', () => {
    expect(withPlanInForce(LATER, [], 9)).toEqual({ ...LATER, plan: FIRST });
    const unchanged = revised();
    expect(withPlanInForce(unchanged, [], 9)).toBe(unchanged);
    expect(withPlanInForce(unchanged, [decided(5)], 9)).toBe(unchanged);
  });

  it('is the plan as it stands where no revision was kept', () => {
    const bare = { ...revised(), revisions: [] };
    expect(withPlanInForce(bare, [], 9).plan).toEqual(FIRST);
  });
});
