import { describe, expect, it } from 'vitest';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { decideBy } from '../../src/domain/recalibration-escalation.ts';
import { type Recalibration, isOpen } from '../../src/domain/recalibration.ts';
import type { TimelineState } from '../../src/domain/timeline.ts';
import { dependency, initiative, objective, portfolioOf, reach } from '../support/network-builder.ts';
import { decides, happens, moment, play, reads, waiting } from '../support/play.ts';

/** A (6 weeks) before B (4 weeks, no float); both of objective O, owned by boss, under T, owned by top. */
function chain(more: Partial<Portfolio> = {}): Portfolio {
  return portfolioOf({
    objectives: [objective('T', 90, { owner: 'top' }), objective('O', 70, { owner: 'boss', parent: 'T' })],
    initiatives: [initiative('I', 'O'), initiative('J', 'O', 'Operations')],
    kpis: [
      reach('A', [0, 42], { initiative: 'I', owner: 'ann', cadence: { every: 'month', on: 31 } }),
      reach('B', [42, 70], {
        initiative: 'J',
        owner: 'ben',
        cadence: { every: 'month', on: 31 },
        toleranceDays: 1,
      }),
    ],
    dependencies: [dependency('A', 'B')],
    ...more,
  });
}

/** A's value when it is so many days behind on a day. */
function behind(on: number, slip: number): number {
  return ((on - slip) / 42) * 100;
}

function openOnes({ facts }: TimelineState): readonly Recalibration[] {
  return facts.recalibrations.filter(isOpen);
}

describe('one meeting per cause', () => {
  it('names the predecessor that drives a delay, even a green one, and asks the joined owner to come', () => {
    const state = play(chain(), [reads('A', 11, behind(11, 2))], moment(12));
    expect(state.evaluation.kpis.get('A')?.status).toBe('green');
    expect(openOnes(state)).toMatchObject([
      {
        cause: 'A',
        covers: ['B'],
        required: ['ann', 'boss', 'ben'],
        optional: ['top'],
        decisionMaker: 'boss',
      },
    ]);
  });

  it('is released as it stood once the cause has reached its target, and what it drove is its own cause', () => {
    const events = [reads('A', 11, behind(11, 2)), reads('A', 46, 100)];
    const { facts } = play(chain(), events, moment(46));
    expect(facts.recalibrations.filter(({ revision }) => revision === 1)).toMatchObject([
      { cause: 'A', covers: ['B'] },
      { cause: 'B', covers: ['B'], state: 'open' },
    ]);
    expect(facts.recalibrations.findLast(({ cause }) => cause === 'A')).toMatchObject({
      covers: ['B'],
      state: 'released',
    });
  });

  it('lets the cause join its own recalibration first in line when it leaves green itself', () => {
    const state = play(chain(), [reads('A', 11, behind(11, 2)), reads('A', 14, behind(14, 5))], moment(15));
    expect(openOnes(state)).toMatchObject([{ cause: 'A', covers: ['A', 'B'] }]);
  });

  it('opens one recalibration for a cause and what it drives, when both leave green at once', () => {
    const state = play(chain(), [reads('A', 11, behind(11, 5))], moment(12));
    expect(openOnes(state)).toMatchObject([{ cause: 'A', revision: 1, covers: ['A', 'B'] }]);
  });

  it('makes the downstream KPI its own cause once the predecessor has reached its target', () => {
    const state = play(chain(), [reads('A', 40, behind(40, 1)), reads('A', 46, 100)], moment(46, 12));
    expect(openOnes(state)).toMatchObject([{ cause: 'B', covers: ['B'], decisionMaker: 'boss' }]);
  });

  it('opens another one for a joined KPI as soon as it has a reason of its own', () => {
    const state = play(
      chain(),
      [reads('A', 11, behind(11, 5)), reads('B', 12, 0, waiting('the permit', 13))],
      moment(20),
    );
    expect(openOnes(state)).toMatchObject([
      { cause: 'A', covers: ['A'] },
      { cause: 'B', covers: ['B'] },
    ]);
  });

  it('answers waits for one third-party thing with one recalibration, also after the first owner has it', () => {
    const apart = chain({ dependencies: [] });
    const events = [
      reads('A', 0, 0, waiting('The Export', 0)),
      reads('B', 0, 0, { ...waiting('the  export', 1), at: moment(0, 11) }),
    ];
    const both = play(apart, events, moment(4));
    expect(openOnes(both)).toMatchObject([
      { cause: 'A', openedAt: moment(2, 0), covers: ['A', 'B'], required: ['ann', 'boss', 'ben'] },
    ]);
    const later = play(apart, [...events, reads('A', 4, 10, { waitOver: true })], moment(4, 11));
    expect(later.evaluation.kpis.get('A')?.status).toBe('green');
    expect(openOnes(later)).toMatchObject([{ cause: 'A', covers: ['A', 'B'] }]);
  });

  it('does not join waits for other people of the same house', () => {
    const inHouse = { what: 'the export', kind: 'internal', since: '2026-03-02', expectedBy: '2026-03-04' };
    const state = play(
      chain({ dependencies: [] }),
      [reads('A', 1, 2, { waitingOn: inHouse }), reads('B', 1, 0, { waitingOn: inHouse, at: moment(1, 11) })],
      moment(7),
    );
    expect(openOnes(state).map(({ cause }) => cause)).toEqual(['A', 'B']);
  });
});

describe('an open recalibration', () => {
  it('is released when everything is green again before a decision', () => {
    const state = play(
      chain(),
      [reads('A', 11, behind(11, 5)), reads('A', 14, behind(14, 0))],
      moment(14, 11),
    );
    expect(state.facts.recalibrations).toMatchObject([{ state: 'released', closedAt: moment(14) }]);
  });

  it('stays when its owner keeps it', () => {
    const kept = happens({ kind: 'kept', at: moment(12), id: 'A~1~1', by: 'ann' });
    const state = play(chain(), [reads('A', 11, behind(11, 5)), kept, reads('A', 14, 90)], moment(14, 11));
    expect(openOnes(state)).toMatchObject([{ cause: 'A', keptBy: 'ann' }]);
  });

  it('goes one level up one working day after its meeting, and back to the deadline where there is none', () => {
    const opened = play(chain(), [reads('A', 8, behind(8, 5))], moment(8, 11));
    const [one] = openOnes(opened) as [Recalibration];
    expect(one.deadline).toBe(moment(11, 17));
    expect(decideBy(chain(), one)).toBe(moment(14, 17));
    const meeting = { start: moment(9, 9), end: moment(9, 10), eventId: 'e', attempt: 1, concessions: [] };
    const booked = happens({ kind: 'booked', at: moment(8, 12), id: one.id, meeting });
    const state = play(chain(), [reads('A', 8, behind(8, 5)), booked], moment(10, 10));
    expect(state.facts.recalibrations).toMatchObject([
      { id: 'A~1~1', state: 'superseded', closedAt: moment(10, 10) },
      {
        id: 'A~1~2',
        revision: 2,
        openedAt: moment(10, 10),
        decisionMaker: 'top',
        required: ['ann', 'top', 'ben'],
      },
    ]);
  });

  it('is repeated at the root three times, weekly, and then stands as an alarm', () => {
    const state = play(chain(), [reads('A', 8, behind(8, 5))], moment(60));
    const revisions = state.facts.recalibrations.filter(({ cause }) => cause === 'A');
    expect(revisions.map(({ decisionMaker }) => decisionMaker)).toEqual(['boss', 'top', 'top', 'top', 'top']);
    expect(revisions.map(({ openedAt }) => openedAt)).toEqual([
      moment(8),
      ...[14, 21, 28, 35].map((on) => moment(on, 17)),
    ]);
    expect(revisions.map(({ state: stands }) => stands)).toEqual([
      'superseded',
      'superseded',
      'superseded',
      'superseded',
      'alarm',
    ]);
  });

  it('is met again a week later at the root, however early in the week the last meeting was', () => {
    const meet = (id: string, on: number): ReturnType<typeof happens> => {
      const meeting = { start: moment(on, 9), end: moment(on, 10), eventId: id, attempt: 1, concessions: [] };
      return happens({ kind: 'booked', at: moment(on, 8), id, meeting });
    };
    const events = [reads('A', 8, behind(8, 5)), meet('A~1~1', 9), meet('A~1~2', 11)];
    const repeated = openOnes(play(chain(), events, moment(14, 11)));
    expect(repeated).toMatchObject([
      { id: 'A~1~3', openedAt: moment(14, 10), notBefore: moment(18, 9), deadline: moment(18, 17) },
    ]);
  });

  it('asks for help, and does not speak of a problem, where the owner warned', () => {
    const warned = reads('A', 4, behind(4, 0), { earlyWarning: { slipDays: 10, because: 'the audit' } });
    const state = play(chain(), [warned], moment(5));
    expect(openOnes(state)).toMatchObject([{ cause: 'A', helpRequested: true }]);
  });

  it('has at most eight required people, the dearest of the others first', () => {
    const names = Array.from({ length: 10 }, (_, i) => `D${i}`);
    const crowd = chain({
      objectives: [
        ...chain().objectives,
        ...names.map((name, i) =>
          objective(`O${name}`, 70, {
            owner: `chief-${name}`,
            delayProfile: { kind: 'linear', perWeek: 100 * (i + 1) },
          }),
        ),
      ],
      initiatives: [...chain().initiatives, ...names.map((name) => initiative(`I${name}`, `O${name}`))],
      kpis: [
        ...chain().kpis,
        ...names.map((name) => reach(name, [42, 70], { initiative: `I${name}`, owner: name })),
      ],
      dependencies: names.map((name) => dependency('A', name)),
    });
    const [one] = openOnes(play(crowd, [reads('A', 8, behind(8, 5))], moment(8, 11))) as [Recalibration];
    expect(one.required).toEqual(['ann', 'boss', 'D9', 'D8', 'D7', 'D6', 'D5', 'D4']);
    expect(one.optional).toEqual(expect.arrayContaining(['D3', 'D2', 'D1', 'D0', 'top', 'chief-D0']));
  });
});

describe('a decision', () => {
  const slipped = reads('A', 8, behind(8, 5));

  it('covers its KPIs until the review date, and then another one opens', () => {
    const state = play(chain(), [slipped, decides('A', 9, { reviewDate: '2026-03-20' })], moment(18, 0));
    expect(state.facts.recalibrations).toMatchObject([
      { state: 'decided', decisionId: 'd-A-9', coveredUntil: moment(18, 0), closedAt: moment(9, 12) },
      { id: 'A~2~1', state: 'open', openedAt: moment(18, 0), covers: ['A', 'B'] },
    ]);
  });

  it('can be made once more while the first still covers', () => {
    const again = decides('A', 12, { id: 'again', reviewDate: '2026-04-20' });
    const state = play(
      chain(),
      [slipped, decides('A', 9, { reviewDate: '2026-03-20' }), again],
      moment(24, 0),
    );
    expect(state.facts.recalibrations).toMatchObject([
      { state: 'decided', decisionId: 'again', coveredUntil: moment(49, 0), closedAt: moment(9, 12) },
    ]);
  });

  it('covers slip that grows by less than five days, and not a day more', () => {
    const decided = [slipped, decides('A', 9, { reviewDate: '2026-04-20' })];
    const less = play(chain(), [...decided, reads('A', 14, behind(14, 9.98))], moment(14, 11));
    expect(openOnes(less)).toEqual([]);
    const more = play(chain(), [...decided, reads('A', 14, behind(14, 10))], moment(14, 11));
    expect(openOnes(more)).toMatchObject([{ id: 'A~2~1', cause: 'A' }]);
  });

  it('lets what the cause drives join its cover, so that the cause meets once', () => {
    const gap = chain({
      kpis: chain().kpis.map((kpi) => (kpi.id === 'B' ? { ...kpi, toleranceDays: 6 } : kpi)),
    });
    const state = play(
      gap,
      [slipped, decides('A', 9, { reviewDate: '2026-04-20' }), reads('A', 14, behind(14, 8))],
      moment(14, 11),
    );
    expect(state.evaluation.kpis.get('B')?.status).toBe('yellow');
    expect(state.facts.recalibrations).toMatchObject([{ state: 'decided', covers: ['A', 'B'] }]);
  });

  it('does not cover a cause that was green then and is not any more', () => {
    const state = play(
      chain(),
      [
        reads('A', 11, behind(11, 2)),
        decides('A', 12, { reviewDate: '2026-04-20' }),
        reads('A', 14, behind(14, 4)),
      ],
      moment(14, 11),
    );
    expect(state.facts.recalibrations).toMatchObject([
      { state: 'decided', covers: ['B'] },
      { id: 'A~2~1', cause: 'A', state: 'open', covers: ['A'] },
    ]);
  });

  it('that stops the initiative ends its recalibrations and what it drove', () => {
    const state = play(chain(), [slipped, decides('A', 9, { choice: { kind: 'stop' } })], moment(30));
    expect(openOnes(state)).toEqual([]);
    expect(state.evaluation.kpis.get('B')?.status).toBe('green');
  });

  it('that pivots puts a new revision of the plan in force and keeps the old one', () => {
    const pivot = decides('A', 9, { choice: { kind: 'pivot' }, plan: { due: '2026-05-11' } });
    const { facts, evaluation } = play(chain(), [slipped, pivot], moment(9, 13));
    expect(facts.portfolio.kpis[0]).toMatchObject({
      plan: { due: '2026-05-11' },
      revisions: [{ plan: { due: '2026-04-13' } }, { revision: 2, by: 'boss', plan: { due: '2026-05-11' } }],
    });
    expect(evaluation.kpis.get('B')).toMatchObject({ status: 'yellow' });
  });
});
