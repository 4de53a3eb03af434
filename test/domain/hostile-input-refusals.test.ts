import { describe, expect, it } from 'vitest';
import { refusedBecause } from '../../src/api/check-ins/refusal-sentence.ts';
import { refusedDecision } from '../../src/api/decisions/refused-decision.ts';
import { logOf } from '../../src/domain/check-in-log.ts';
import { type CheckInRefusal, checkCheckIn, refusalWords } from '../../src/domain/check-in-rules.ts';
import type { CheckIn } from '../../src/domain/check-in.ts';
import { type DecisionRefusal, checkDecision } from '../../src/domain/decision-rules.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { noFacts } from '../../src/domain/facts.ts';
import { type PlanFault, keepPlanFault, reachPlanFault } from '../../src/domain/plan-rules.ts';
import type { KeepPlan, ReachPlan } from '../../src/domain/portfolio.ts';
import { decisionRefusalWords } from '../../src/domain/story/refusal-words.ts';
import { day, initiative, objective, portfolioOf, reach } from '../support/network-builder.ts';
import { moment, person } from '../support/play.ts';

/** What provokes each code, and the field it names. A code without a line here does not compile. */
type Provoked<Code extends string, Input> = Readonly<
  Record<Code, readonly (readonly [field: string, input: Partial<Input>])[]>
>;

const PORTFOLIO = portfolioOf({
  people: [person('owner-A'), person('boss')],
  objectives: [objective('O', 50, { owner: 'boss' })],
  initiatives: [initiative('I', 'O')],
  kpis: [reach('A', [0, 30], { initiative: 'I' }), reach('alone', [0, 30], { owner: 'owner-A' })],
});
const WAIT = { what: 'the export', kind: 'internal', since: day(1), expectedBy: day(9) };

const CHECK_INS: Provoked<CheckInRefusal['code'], CheckIn> = {
  'unknown-kpi': [['kpi', { kpi: 'X' }]],
  'not-a-time': [
    ['at', { at: NaN }],
    ['at', { at: Infinity }],
    ['at', { at: Date.UTC(1899, 0, 1) }],
    ['at', { at: 8.64e15 }],
  ],
  'not-a-number': [
    ['value', { value: NaN }],
    ['value', { value: -Infinity }],
  ],
  'too-large': [['value', { value: -1.1e15 }]],
  'not-a-date': [
    ['date', { date: '2026-02-30' }],
    ['date', { date: '' }],
    ['waitingOn.since', { waitingOn: { ...WAIT, since: 'then' } }],
    ['waitingOn.expectedBy', { waitingOn: { ...WAIT, expectedBy: '+10000-01-01' } }],
    ['objection.byDate', { objection: { claim: 'no', byDate: '1899-12-31' } }],
  ],
  'days-out-of-range': [
    ['earlyWarning.slipDays', { earlyWarning: { slipDays: NaN, because: 'b' } }],
    ['earlyWarning.slipDays', { earlyWarning: { slipDays: -1, because: 'b' } }],
    ['earlyWarning.slipDays', { earlyWarning: { slipDays: 36_501, because: 'b' } }],
  ],
  'future-reading': [['date', { date: day(11) }]],
  'before-last-reading': [['date', { date: day(4) }]],
  'supersedes-nothing': [['supersedes', { supersedes: 'new' }]],
};

const DECISIONS: Provoked<DecisionRefusal['code'], Decision> = {
  'unknown-kpi': [['cause', { cause: 'X' }]],
  'unknown-recalibration': [['recalibration', { recalibration: 'R' }]],
  'not-a-time': [['at', { at: NaN }]],
  'not-a-date': [
    ['reviewDate', { reviewDate: 'soon' }],
    ['commitDate', { choice: { kind: 'hold', commitDate: '2026-13-01' } }],
    ['fromDate', { choice: { kind: 'reallocate', fromDate: '' } }],
    ['untilDate', { choice: { kind: 'reallocate', untilDate: '10000-01-01' } }],
  ],
  'unknown-initiative': [
    ['initiative', { choice: { kind: 'stop', initiative: 'X' } }],
    ['from', { choice: { kind: 'reallocate', from: '__proto__' } }],
  ],
  'no-authority': [['by', { by: 'owner-A' }]],
  'no-reason': [['reason', { reason: ' ' }]],
  'review-not-ahead': [['reviewDate', { reviewDate: day(10) }]],
  'no-commit-date': [['commitDate', { choice: { kind: 'hold' } }]],
  'commit-date-passed': [['commitDate', { choice: { kind: 'hold', commitDate: day(9) } }]],
  'nothing-to-stop': [['kind', { cause: 'alone', by: 'boss', choice: { kind: 'stop' } }]],
  'no-plan': [['plan', { choice: { kind: 'pivot' } }]],
  'broken-plan': [
    ['plan.due', { plan: { due: 'later' } }],
    ['plan.target', { plan: { target: NaN } }],
    ['plan.upper', { plan: { upper: 1 } }],
  ],
};

const at = (date: string, value: number) => ({ date, value });
const PLANS: Provoked<PlanFault['code'], ReachPlan & KeepPlan> = {
  'not-a-number': [
    ['baseline', { baseline: NaN }],
    ['lower', { lower: Infinity }],
  ],
  'too-large': [
    ['target', { target: 1e308 }],
    ['upper', { upper: -2e15 }],
  ],
  'not-a-date': [
    ['start', { start: '0000-00-00' }],
    ['points[0]', { points: [at('', 1)] }],
  ],
  'due-before-start': [['due', { due: day(0) }]],
  'too-long': [['due', { due: '9999-12-31' }]],
  'leads-nowhere': [['target', { target: -0 }]],
  'point-outside': [['points[0]', { points: [at(day(31), 1)] }]],
  'points-out-of-order': [['points[1]', { points: [at(day(5), 1), at(day(5), 2)] }]],
  'runs-backwards': [['points[0]', { points: [at(day(5), -1)] }]],
  'past-target': [['points[0]', { points: [at(day(5), 101)] }]],
  'no-limit': [['upper', { upper: undefined } as object]],
  'limits-out-of-order': [['upper', { lower: 5, upper: 4 }]],
};

function linesOf<Input>(provoked: Provoked<string, Input>) {
  return Object.entries(provoked).flatMap(([code, lines]) =>
    lines.map(([field, input]) => ({ code, field, input })),
  );
}

/** Several words, nothing that was not filled in. */
const SENTENCE = /^(?!.*(undefined|NaN|\[object|null)).*\w+ \w+/u;

describe('every refusal of a check-in has code, field and sentence:', () => {
  const before = { id: 'old', kpi: 'A', at: moment(5), date: day(5), value: 1 };
  const sound: CheckIn = { id: 'new', kpi: 'A', at: moment(10), date: day(10), value: 2 };
  const check = (more: Partial<CheckIn>) =>
    checkCheckIn({ portfolio: PORTFOLIO, checkIns: logOf([before]) }, { ...sound, ...more });

  it.each(linesOf(CHECK_INS))('$code at $field', ({ code, field, input }) => {
    const checked = check(input);
    if (checked.ok) throw new Error('accepted');
    expect(checked.error).toMatchObject({ code, field });
    expect(refusalWords(checked.error)).toMatch(SENTENCE);
    expect(refusedBecause(checked.error)).toMatch(/^[A-Z].*\.$/u);
  });

  it('none of a sound one', () => expect(check({}).ok).toBe(true));
});

describe('every refusal of a decision has code, field and sentence:', () => {
  const sound: Decision = {
    id: 'd',
    at: moment(10),
    cause: 'A',
    by: 'boss',
    reason: 'because',
    reviewDate: day(20),
    choice: { kind: 'hold', commitDate: day(12) },
  };
  const managed = { ...PORTFOLIO, people: [person('owner-A', { manager: 'boss' }), person('boss')] };
  const check = (more: Partial<Decision>) => checkDecision({ ...sound, ...more }, noFacts(managed));

  it.each(linesOf(DECISIONS))('$code at $field', ({ code, field, input }) => {
    const checked = check(input);
    if (checked.ok) throw new Error('accepted');
    expect(checked.error).toMatchObject({ code, field });
    expect(decisionRefusalWords(checked.error)).toMatch(SENTENCE);
    const [told] = refusedDecision(checked.error).errors ?? [];
    expect(told).toMatchObject({ at: field, rule: code, message: expect.stringMatching(/^[A-Z].*\.$/u) });
  });

  it('none of a sound one', () => expect(check({}).ok).toBe(true));
});

describe('every refusal of a plan has code, field and sentence:', () => {
  const sound: ReachPlan = { baseline: 0, target: 100, start: day(0), due: day(30), points: [] };
  const LIMITS = new Set(['lower', 'upper', 'hardLower', 'hardUpper']);
  const check = (more: Partial<ReachPlan & KeepPlan>) =>
    Object.keys(more).some((name) => LIMITS.has(name))
      ? keepPlanFault({ start: day(0), due: day(30), ...more })
      : reachPlanFault({ ...sound, ...more });

  it.each(linesOf(PLANS))('$code at $field', ({ code, field, input }) => {
    const fault = check(input);
    expect(fault).toMatchObject({ code, field });
    expect(fault?.rule).toMatch(SENTENCE);
  });

  it('none of a sound one', () => expect([check({}), check({ upper: 5 })]).toEqual([null, null]));
});
