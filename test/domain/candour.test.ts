import { describe, expect, it } from 'vitest';
import { objectionScores, redatedToGreen, warningNotices } from '../../src/domain/candour.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { CheckIn } from '../../src/domain/check-in.ts';
import { type Facts, factsFrom } from '../../src/domain/facts.ts';
import type { TimelineEvent } from '../../src/domain/timeline.ts';
import { day, initiative, objective, portfolioOf, reach } from '../support/network-builder.ts';
import { moment, reads } from '../support/play.ts';

const portfolio = portfolioOf({
  objectives: [objective('O', 42, { owner: 'boss' })],
  initiatives: [initiative('I', 'O')],
  kpis: [reach('A', [0, 42], { initiative: 'I', owner: 'ann' })],
});

function factsOf(...events: readonly TimelineEvent[]): Facts {
  const checkIns = events.flatMap((event): readonly CheckIn[] =>
    event.kind === 'check-in' ? [event.checkIn] : [],
  );
  return factsFrom({ portfolio, checkIns, decisions: [], recalibrations: [] });
}

function value(on: number, slip: number): number {
  return ((on - slip) / 42) * 100;
}

const warning = { earlyWarning: { slipDays: 10, because: 'the audit' } };
const objection = { objection: { claim: 'the count lags', byDate: '2026-03-20' } };

describe('an early warning', () => {
  const query = { from: moment(0, 0), until: moment(20) };

  it('is credited with the days until the numbers show it', () => {
    const facts = factsOf(
      reads('A', 4, value(4, 0), warning),
      reads('A', 11, value(11, 1)),
      reads('A', 18, value(18, 6)),
    );
    expect(warningNotices({ facts, ...query })).toMatchObject([
      { kpi: 'A', noticeDays: 14, offGreenAt: moment(18) },
    ]);
  });

  it('stays open while they do not', () => {
    const facts = factsOf(
      reads('A', 4, value(4, 0), warning),
      reads('A', 11, value(11, 1)),
      reads('A', 18, value(18, 0)),
    );
    expect(warningNotices({ facts, ...query })).toMatchObject([{ noticeDays: null, offGreenAt: null }]);
  });

  it('is credited with what its own KPI shows, whatever others show', () => {
    const more = reach('B', [0, 42], { initiative: 'I', owner: 'ben' });
    const early = factsOf(
      reads('B', 3, value(3, 3)),
      reads('A', 4, value(4, 0), warning),
      reads('A', 11, value(11, 1)),
      reads('B', 11, value(11, 9), { at: moment(11, 11) }),
      reads('A', 18, value(18, 6)),
    );
    const facts = { ...early, portfolio: { ...portfolio, kpis: [...portfolio.kpis, more] } };
    expect(warningNotices({ facts, ...query })).toMatchObject([{ kpi: 'A', offGreenAt: moment(18) }]);
  });

  it('is looked at as things stood then', () => {
    const facts = factsOf(
      reads('A', 4, value(4, 0), warning),
      reads('A', 11, value(11, 1)),
      reads('A', 18, value(18, 6)),
    );
    const [early, then] = [moment(18) - 1, moment(18)].map((until) =>
      warningNotices({ facts, from: query.from, until }),
    );
    expect(early).toMatchObject([{ offGreenAt: null }]);
    expect(then).toMatchObject([{ offGreenAt: moment(18) }]);
  });

  it('gives no notice where the numbers were first', () => {
    const facts = factsOf(reads('A', 4, value(4, 4)), reads('A', 11, value(11, 9), warning));
    expect(warningNotices({ facts, ...query })).toMatchObject([{ noticeDays: 0, offGreenAt: moment(4) }]);
  });
});

describe('an objection', () => {
  const objected = reads('A', 11, value(11, 5), objection);
  it.each<[string, readonly TimelineEvent[], boolean | null]>([
    ['waits for the next two readings', [reads('A', 14, value(14, 0))], null],
    [
      'holds where both find the KPI green',
      [reads('A', 14, value(14, 0)), reads('A', 18, value(18, 1))],
      true,
    ],
    [
      'counts a reading and its correction once',
      [
        reads('A', 14, value(14, 0)),
        reads('A', 14, value(14, 1), { id: 'corrected', at: moment(15), supersedes: 'A@14' }),
      ],
      null,
    ],
    ['does not where one does not', [reads('A', 14, value(14, 0)), reads('A', 18, value(18, 9))], false],
  ])('%s', (_, later, held) => {
    expect(objectionScores(factsOf(objected, ...later))).toMatchObject([{ kpi: 'A', held }]);
  });
});

describe('an objection against green', () => {
  it.each([
    [9, true],
    [1, false],
  ])('held where the next two readings are %d days behind: %s', (late, held) => {
    const worse = { objection: { claim: 'worse than it looks', byDate: day(20) } };
    const facts = factsOf(
      reads('A', 11, value(11, 0), worse),
      reads('A', 14, value(14, late)),
      reads('A', 18, value(18, late)),
    );
    expect(objectionScores(facts)).toMatchObject([{ held }]);
  });
});

describe('a new date', () => {
  it('that turns a KPI green is told', () => {
    const facts = factsOf(reads('A', 11, value(11, 5)));
    const later = {
      ...facts,
      portfolio: { ...portfolio, kpis: [reach('A', [0, 90], { initiative: 'I', owner: 'ann' })] },
    };
    expect(redatedToGreen(evaluate(facts, moment(12)), evaluate(later, moment(12)))).toEqual(['A']);
    expect(redatedToGreen(evaluate(later, moment(12)), evaluate(later, moment(12)))).toEqual([]);
  });
});
