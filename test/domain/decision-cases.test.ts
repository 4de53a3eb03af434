import { describe, expect, it } from 'vitest';
import { reviewDecision } from '../../src/domain/decision-effect.ts';
import { checkDecision, recalibrationFor, whoMayDecide } from '../../src/domain/decision-rules.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { noFacts } from '../../src/domain/facts.ts';
import type { Recalibration, RecalibrationState } from '../../src/domain/recalibration.ts';
import type { Status } from '../../src/domain/status.ts';
import { momentFrom } from '../support/case-line.ts';
import { initiative, keep, kpiState, objective, portfolioOf, reach } from '../support/network-builder.ts';
import { decides, moment, person, play, reads } from '../support/play.ts';
import { table } from '../support/table.ts';

const cases = (name: string) => table(new URL(`./cases/decision-${name}.tsv`, import.meta.url));

/** A of ann, who lives in Auckland, and K of kim, under boss's O, under top's T. */
const portfolio = portfolioOf({
  people: [person('ann', { timeZone: 'Pacific/Auckland' })],
  objectives: [objective('T', 90, { owner: 'top' }), objective('O', 42, { owner: 'boss', parent: 'T' })],
  initiatives: [initiative('I', 'O'), initiative('J', 'T')],
  kpis: [
    reach('A', [0, 42], { initiative: 'I', owner: 'ann' }),
    reach('alone', [0, 42], { owner: 'ann' }),
    keep('K', { initiative: 'I', owner: 'kim' }),
  ],
});
const facts = noFacts(portfolio);

function decision(cause: string, on: number, more: Partial<Decision> = {}): Decision {
  const event = decides(cause, on, more);
  if (event.kind !== 'decision') throw new Error('no decision');
  return event.decision;
}

function standingFrom(token: string): Recalibration {
  const [, id = '', covers = '', state, until] =
    /^([\w~]+)\[([\w,]+)\](\w+?)(?:\.\.(\d+))?$/.exec(token) ?? [];
  return {
    id,
    cause: id.split('~')[0] ?? '',
    revision: Number(id.split('~')[2]),
    openedAt: moment(1),
    deadline: moment(4),
    decisionMaker: 'boss',
    required: [],
    optional: [],
    covers: covers.split(','),
    statusAtOpening: 'red',
    helpRequested: false,
    state: state as RecalibrationState,
    ...(until === undefined ? {} : { coveredUntil: momentFrom(`${until}@00:00`) }),
  };
}

function standings(cell = ''): readonly Recalibration[] {
  return cell.split(' ').map(standingFrom);
}

describe('a decision ends', () => {
  it.each(cases('ends'))(
    'where $stands stands, decided $decision: $ends ($why)',
    ({ stands, decision: on = '', ends }) => {
      const [cause = '', recalibration] = on.split(' ');
      const named = recalibration === undefined ? {} : { recalibration };
      const found = recalibrationFor(standings(stands), decision(cause, 12, named));
      expect(found?.id ?? '-').toBe(ends);
    },
  );

  it('nothing that is about another KPI, whoever decides', () => {
    const recalibrations = standings('A~1~1[A]open K~1~1[K]open');
    const checked = checkDecision(decision('A', 9, { recalibration: 'K~1~1' }), { ...facts, recalibrations });
    expect(checked).toEqual({ ok: false, error: { code: 'unknown-recalibration', field: 'recalibration' } });
  });
});

describe('a decision about the case it names', () => {
  it('is accepted while that is open', () => {
    const recalibrations = standings('A~1~1[A]open');
    const checked = checkDecision(decision('A', 9, { recalibration: 'A~1~1' }), { ...facts, recalibrations });
    expect(checked.ok).toBe(true);
  });
});

describe('a decision changes', () => {
  it.each(cases('fields'))(
    '$field of $kpi to $value: $outcome $why',
    ({ kpi = '', field = '', value = '', outcome }) => {
      const plan = { [field]: JSON.parse(value) as unknown } as NonNullable<Decision['plan']>;
      const checked = checkDecision(decision(kpi, 9, { plan }), facts);
      const refused =
        outcome === 'accepted' ? null : { code: 'broken-plan', field: `plan.${field}`, rule: outcome };
      expect(checked.ok ? null : checked.error).toEqual(refused);
    },
  );
});

describe('at the review date', () => {
  const today = evaluate(facts, moment(20));

  it.each(cases('reviews'))('$atDecision at the decision, $now now: worked $worked ($why)', (line) => {
    const colours = (line['now'] ?? '').split(' ') as Status[];
    const kpis = new Map(colours.map((status, at) => [`K${at}`, kpiState(`K${at}`, { status })]));
    const atDecision = line['atDecision'] as Status;
    const [one = standingFrom('')] = standings(`K0~1~1[${[...kpis.keys()].join()}]decided`);
    const review = reviewDecision({ ...one, statusAtDecision: atDecision }, { ...today, kpis });
    expect(review).toEqual({ atDecision, now: line['says'], worked: line['worked'] === 'yes' });
  });

  it('nothing is said about what was never decided', () => {
    const [one = standingFrom('')] = standings('A~1~1[A]released');
    expect(reviewDecision(one, today)).toBeNull();
  });
});

describe('who may decide', () => {
  it.each<[string | undefined, readonly string[], string]>([
    [undefined, ['boss', 'top'], 'the owners of the objectives above the KPI'],
    ['top', ['top', 'boss'], 'each once, the one who is asked first'],
    [
      'eve',
      ['eve', 'boss', 'top'],
      'who was asked may still decide, though somebody else owns the objective now',
    ],
  ])('asked %s: %j (%s)', (decisionMaker, expected, _why) => {
    const [one = standingFrom('')] = standings('A~1~1[A]open');
    const open = decisionMaker === undefined ? undefined : { ...one, decisionMaker };
    expect(whoMayDecide(facts, 'A', open)).toEqual(expected);
  });

  it('is told to whoever may not', () => {
    const checked = checkDecision(decision('A', 9, { by: 'kim' }), facts);
    expect(checked).toEqual({
      ok: false,
      error: { code: 'no-authority', field: 'by', deciders: ['boss', 'top'] },
    });
  });
});

describe('a decision is made', () => {
  // Day 9, 12:00 in Berlin, is 11 March; in Auckland, twelve hours ahead, it is 12 March 00:00.
  it.each<[string, string, Partial<Decision>, string]>([
    [
      'A',
      'with a review on the owner’s own today',
      { reviewDate: '2026-03-12' },
      'review-not-ahead 2026-03-12',
    ],
    ['A', 'with a review on the owner’s own tomorrow', { reviewDate: '2026-03-13' }, 'accepted'],
    ['K', 'in Berlin the same day is tomorrow', { reviewDate: '2026-03-12' }, 'accepted'],
    ['K', 'to hold until today', { choice: { kind: 'hold', commitDate: '2026-03-11' } }, 'accepted'],
    [
      'A',
      'to hold until yesterday',
      { choice: { kind: 'hold', commitDate: '2026-03-11' } },
      'commit-date-passed 2026-03-12',
    ],
    ['A', 'to stop its initiative', { choice: { kind: 'stop' } }, 'accepted'],
    [
      'alone',
      'to stop the initiative it names',
      { by: 'ann', choice: { kind: 'stop', initiative: 'I' } },
      'accepted',
    ],
    [
      'A',
      'to give people elsewhere, with a new plan',
      { choice: { kind: 'reallocate' }, plan: { due: '2026-05-04' } },
      'accepted',
    ],
    ['A', 'to hold, with a new plan', { plan: { due: '2026-05-04' } }, 'accepted'],
  ])('%s %s: %j is %s', (cause, _why, more, expected) => {
    const checked = checkDecision(decision(cause, 9, more), facts);
    const told = checked.ok
      ? 'accepted'
      : `${checked.error.code} ${'today' in checked.error ? checked.error.today : ''}`;
    expect(told.trim()).toBe(expected);
  });

  it.each<[string, Partial<Decision>]>([
    ['not-a-time at', { at: Number.NaN }],
    ['not-a-date reviewDate', { reviewDate: '2026-13-01' }],
    ['not-a-date commitDate', { choice: { kind: 'hold', commitDate: '2026-04-31' } }],
    ['not-a-date fromDate', { choice: { kind: 'reallocate', fromDate: '2026-04-31' } }],
    ['not-a-date untilDate', { choice: { kind: 'reallocate', untilDate: '2026-04-31' } }],
    ['unknown-initiative initiative', { choice: { kind: 'stop', initiative: 'Y' } }],
    ['unknown-initiative from', { choice: { kind: 'reallocate', from: 'Y' } }],
    ['accepted', { choice: { kind: 'stop', initiative: 'J' } }],
    ['accepted', { choice: { kind: 'reallocate', from: 'J', fromDate: '2026-04-30' } }],
  ])('is %s: %j', (expected, more) => {
    const checked = checkDecision(decision('A', 9, more), facts);
    expect(checked.ok ? 'accepted' : `${checked.error.code} ${checked.error.field}`).toBe(expected);
  });

  it('and covers until its review date begins where the owner lives, against the status before it', () => {
    // 5 days behind is red (more than 2 x 2.1); by a plan of 91 days the same 7.14 is the value of day 6.5: 1.5 behind.
    const pivot = decides('A', 9, {
      choice: { kind: 'pivot' },
      plan: { due: '2026-06-01' },
      reviewDate: '2026-03-20',
    });
    const { facts: after } = play(portfolio, [reads('A', 8, (3 / 42) * 100), pivot], moment(9, 13));
    expect(after.recalibrations).toMatchObject([
      { state: 'decided', statusAtDecision: 'red', coveredUntil: Date.UTC(2026, 2, 19, 11) },
    ]);
  });

  it('and without a plan leaves every plan as it was', () => {
    const { facts: after } = play(portfolio, [reads('A', 8, (3 / 42) * 100), decides('A', 9)], moment(9, 13));
    expect(after.portfolio).toEqual(portfolio);
  });

  it('and a new band is a new revision, by whom and why; what else belongs to the KPI stays', () => {
    const decided = decides('K', 9, {
      choice: { kind: 'pivot' },
      plan: { upper: 12 },
      reason: 'the new tool',
    });
    const { facts: after } = play(portfolio, [reads('K', 8, 11), decided], moment(9, 13));
    const [before] = [portfolio.kpis[2]];
    expect(after.portfolio.kpis[2]).toEqual({
      ...before,
      plan: { ...before?.plan, upper: 12 },
      revisions: [
        ...(before?.revisions ?? []),
        {
          revision: 2,
          at: moment(9, 12),
          by: 'boss',
          reason: 'the new tool',
          plan: { ...before?.plan, upper: 12 },
        },
      ],
    });
    expect(after.portfolio.kpis[0]).toEqual(portfolio.kpis[0]);
  });
});
