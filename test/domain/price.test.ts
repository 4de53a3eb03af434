import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayOf } from '../../src/domain/civil-date.ts';
import type { DelayProfile, Portfolio } from '../../src/domain/portfolio.ts';
import { roundHalfUp } from '../../src/domain/price-loss.ts';
import { preparePricing } from '../../src/domain/price-prepare.ts';
import { price } from '../../src/domain/price.ts';
import type { Price } from '../../src/domain/status.ts';
import { finishByPaths, lossByDays, objectiveByTree } from '../support/delay-oracle.ts';
import {
  day,
  dependency,
  initiative,
  keep,
  kpiState,
  lendingStory,
  objective,
  portfolioOf,
  reach,
} from '../support/network-builder.ts';
import { randomPortfolio } from '../support/random-network.ts';
import { type Situation, evaluationOf, randomSituation } from '../support/random-standing.ts';

const story = lendingStory();
const IN = { initiative: 'I' };

describe('the lending story', () => {
  it.skipIf(!story).each(story?.file.expectedPrice ?? [])('prices $days more days on $kpi', (expected) => {
    const found = price(preparePricing(story!.portfolio, null), expected.kpi, expected.days);
    const moves = Object.fromEntries(found.moves.map(({ id, to }) => [id, to]));
    const owners = expected.owners ?? found.owners;
    expect({ moves, cost: found.cost, owners: found.owners }).toEqual({
      moves: expected.moves,
      cost: expected.cost,
      owners,
    });
  });
});

/** One KPI due on day 20 under an objective due on day 30. */
function pricedUnder(
  delayProfile: DelayProfile,
  state?: Parameters<typeof kpiState>[1],
): (days: number) => Price {
  const portfolio = portfolioOf({
    objectives: [objective('O', 30, { delayProfile })],
    initiatives: [initiative('I', 'O')],
    kpis: [reach('A', [0, 20], IN)],
  });
  const kpis = new Map(state ? [['A', kpiState('A', state)]] : []);
  const evaluation = { asOf: 0, kpis, initiatives: new Map(), objectives: new Map(), reviewAt: null };
  const network = preparePricing(portfolio, evaluation);
  return (days) => price(network, 'A', days);
}

const LINEAR = { kind: 'linear', perWeek: 700 } as const;
const FIXED = { kind: 'fixed-date', date: day(44), loss: 9_500 } as const;

describe('a price', () => {
  it('is nothing yet while the room lasts', () => {
    expect(pricedUnder(LINEAR)(10)).toMatchObject({
      cost: 0,
      room: 10,
      used: 10,
      moves: [],
      owners: ['owner-A'],
    });
    expect(pricedUnder(LINEAR)(11)).toMatchObject({ cost: 100, room: 10, used: 10 });
  });

  it('names each move with its date without and with the delay', () => {
    expect(pricedUnder(LINEAR)(17).moves).toEqual([
      { id: 'O', kind: 'objective', owner: 'owner-O', from: day(30), to: day(37), cost: 700 },
    ]);
  });

  it('counts from where the forecast already is, and tells what that has lost', () => {
    const late = pricedUnder(LINEAR, { earliestFinish: day(37) });
    expect(late(7)).toMatchObject({ cost: 700, alreadyLost: 700, room: 0, used: 0 });
    expect(late(7).moves[0]).toMatchObject({ from: day(37), to: day(44) });
  });

  it('of a fixed date is free up to the date, then one sum', () => {
    const priced = pricedUnder(FIXED);
    expect([24, 25, 40].map((days) => priced(days).cost)).toEqual([0, 9_500, 9_500]);
    expect(priced(24).moves).toHaveLength(1);
  });

  it('of a fixed date that is lost already is nothing more', () => {
    expect(pricedUnder(FIXED, { earliestFinish: day(45) })(14)).toMatchObject({
      cost: 0,
      alreadyLost: 9_500,
    });
  });

  it('does not exist where no objective it leads to has a profile', () => {
    expect(pricedUnder({ kind: 'none' })(14)).toMatchObject({
      cost: null,
      room: 10,
      used: 10,
      alreadyLost: 0,
    });
    expect(pricedUnder({ kind: 'none' })(14).moves[0]?.cost).toBeNull();
  });

  it('adds the profiles of a parent and a child', () => {
    const portfolio = portfolioOf({
      objectives: [
        objective('P', 20, { delayProfile: LINEAR }),
        objective('O', 20, { parent: 'P', delayProfile: LINEAR }),
      ],
      initiatives: [initiative('I', 'O')],
      kpis: [reach('A', [0, 20], IN)],
    });
    expect(price(preparePricing(portfolio, null), 'A', 7).cost).toBe(1_400);
  });

  it('of a keep KPI is its weeks of breach', () => {
    const network = preparePricing(
      portfolioOf({ kpis: [keep('K', { breachPerWeek: 2_500_000 }), keep('N')] }),
      null,
    );
    expect(price(network, 'K', 14)).toMatchObject({ cost: 5_000_000, owners: ['owner-K'], moves: [] });
    expect(price(network, 'N', 14).cost).toBeNull();
  });

  it('passes no delay on through a KPI that is reached, nor through stopped work', () => {
    const portfolio = portfolioOf({
      objectives: [objective('O', 30, { delayProfile: LINEAR })],
      initiatives: [initiative('I', 'O')],
      kpis: [reach('A', [0, 20]), reach('B', [20, 30], IN)],
      dependencies: [dependency('A', 'B')],
    });
    const withB = (state: Parameters<typeof kpiState>[1]): Price => {
      const kpis = new Map([['B', kpiState('B', state)]]);
      const evaluation = { asOf: 0, kpis, initiatives: new Map(), objectives: new Map(), reviewAt: null };
      return price(preparePricing(portfolio, evaluation), 'A', 14);
    };
    const stopped = { code: 'stopped', status: 'green', facts: {}, readings: [] } as const;
    expect(withB({}).cost).toBe(1_400);
    expect(withB({ reachedOn: day(19) })).toMatchObject({ cost: null, moves: [] });
    expect(withB({ reasons: [stopped] })).toMatchObject({ cost: null, moves: [] });
  });

  it.each([Number.NaN, -3, Infinity, -Infinity, 1e300, 0.5])('never fails: %d days', (days) => {
    const found = pricedUnder(LINEAR)(days);
    expect(Number.isSafeInteger(found.cost)).toBe(true);
    expect(found.moves.every(({ to }) => /^\d{4}-\d\d-\d\d$/.test(to))).toBe(true);
  });

  it('of an unknown KPI does not exist', () => {
    expect(price(preparePricing(portfolioOf({}), null), 'X', 14)).toMatchObject({
      kpi: 'X',
      cost: null,
      owners: [],
    });
  });
});

describe('on random networks a price', () => {
  const situations = fc.record({ situation: randomSituation, at: fc.nat(), days: fc.nat(40) });
  const found = ({
    situation,
    at,
    days,
  }: {
    situation: Situation;
    at: number;
    days: number;
  }): [string, Price] => {
    const { kpis } = situation.portfolio;
    const id = kpis[at % kpis.length]?.id ?? '';
    const sent = JSON.stringify(preparePricing(situation.portfolio, evaluationOf(situation)));
    return [id, price(JSON.parse(sent) as ReturnType<typeof preparePricing>, id, days)];
  };

  it('equals what naming every path finds', () => {
    fc.assert(
      fc.property(situations, (drawn) => {
        const [id, { cost, moves }] = found(drawn);
        const expected = priceByPaths(drawn.situation, id, drawn.days);
        expect(Object.fromEntries(moves.map((move) => [move.id, move.to]))).toEqual(expected.moves);
        expect(Math.abs((cost ?? 0) - expected.cost)).toBeLessThanOrEqual(expected.exact ? 0 : 1);
      }),
      { numRuns: 300 },
    );
  });

  it('never falls as days are added, and costs nothing while room lasts', () => {
    fc.assert(
      fc.property(situations, (drawn) => {
        const { cost, room } = found(drawn)[1];
        expect(found({ ...drawn, days: drawn.days + 1 })[1].cost ?? 0).toBeGreaterThanOrEqual(cost ?? 0);
        expect(found({ ...drawn, days: Math.max(0, room) })[1].cost ?? 0).toBe(0);
      }),
    );
  });

  it('never falls when a dependency is added that the plan can keep', () => {
    const drawn = fc.record({ portfolio: randomPortfolio, at: fc.nat(), days: fc.nat(40), extra: fc.nat() });
    fc.assert(
      fc.property(drawn, ({ portfolio, at, days, extra }) => {
        const kept = portfolio.dependencies.filter((edge) => canKeep(portfolio, edge));
        const fewer = { ...portfolio, dependencies: kept.filter((_, i) => i !== extra % kept.length) };
        const id = portfolio.kpis[at % portfolio.kpis.length]?.id ?? '';
        const before = price(preparePricing(fewer, null), id, days).cost ?? 0;
        const after = price(preparePricing({ ...portfolio, dependencies: kept }, null), id, days).cost ?? 0;
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

function canKeep(
  portfolio: Portfolio,
  { from, to, type, lagDays }: Portfolio['dependencies'][number],
): boolean {
  const [before, after] = [from, to].map((id) => portfolio.kpis.find((kpi) => kpi.id === id)?.plan);
  const bound = type === 'finish-to-start' ? after?.start : after?.due;
  return dayOf(before?.due ?? '') + lagDays <= dayOf(bound ?? '');
}

function priceByPaths(
  situation: Situation,
  id: string,
  days: number,
): { moves: object; cost: number; exact: boolean } {
  const { portfolio } = situation;
  const moves: Record<string, string> = {};
  const finish = (kpi: string, extra: number): number =>
    finishByPaths(portfolio, kpi, { ...situation, delayed: { id, days: extra } });
  for (const kpi of portfolio.kpis) {
    const to = finish(kpi.id, days);
    if (kpi.id !== id && to > finish(kpi.id, 0)) moves[kpi.id] = dateOf(to);
  }
  let cost = 0;
  for (const { id: goal, due, delayProfile } of portfolio.objectives) {
    const [from, to] = [0, days].map((extra) =>
      objectiveByTree(portfolio, goal, (kpi) => finish(kpi, extra)),
    ) as [number, number];
    if (to > from) moves[goal] = dateOf(to);
    cost += lossByDays(delayProfile, dayOf(due), to) - lossByDays(delayProfile, dayOf(due), from);
  }
  return {
    moves,
    cost: roundHalfUp(cost),
    exact: portfolio.objectives.every((one) => one.delayProfile.kind !== 'fading'),
  };
}

describe('ten thousand KPIs', () => {
  it('are priced within a step of the slider', () => {
    const kpis = Array.from({ length: 10_000 }, (_, i) =>
      reach(`K${i}`, [i % 300, (i % 300) + 10], { initiative: `I${i % 100}` }),
    );
    const edges = kpis.flatMap(({ id }, i) =>
      i % 300 < 290 && i + 10 < 10_000 ? [dependency(id, `K${i + 10}`)] : [],
    );
    const goals = Array.from({ length: 100 }, (_, i) =>
      objective(`O${i}`, 310, { delayProfile: LINEAR, ...(i > 0 && { parent: `O${Math.floor(i / 10)}` }) }),
    );
    const initiatives = goals.map(({ id }, i) => initiative(`I${i}`, id));
    const network = preparePricing(
      portfolioOf({ objectives: goals, initiatives, kpis, dependencies: edges }),
      null,
    );
    const durations = Array.from({ length: 43 }, (_, days) => {
      const begun = performance.now();
      price(network, 'K0', days);
      return performance.now() - begun;
    }).sort((a, b) => a - b);
    expect(price(network, 'K0', 42).moves.length).toBeGreaterThan(20);
    expect(durations[21]).toBeLessThan(16);
  });
});
