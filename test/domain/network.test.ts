import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/civil-date.ts';
import { planNetwork } from '../../src/domain/network.ts';
import type { Objective, Portfolio, ReachKpi } from '../../src/domain/portfolio.ts';
import {
  day,
  dependency,
  initiative,
  keep,
  lendingStory,
  objective,
  portfolioOf,
  reach,
} from '../support/network-builder.ts';
import { randomPortfolio } from '../support/random-network.ts';

const LINEAR = { kind: 'linear', perWeek: 100 } as const;
const story = lendingStory();

/** One objective due on day 30, one initiative; KPIs join by `IN`. */
const IN = { initiative: 'I' };
function plan(parts: Partial<Portfolio>): ReturnType<typeof planNetwork> {
  return planNetwork(
    portfolioOf({ objectives: [objective('O', 30)], initiatives: [initiative('I', 'O')], ...parts }),
  );
}

describe('float', () => {
  it.skipIf(!story)('is what the lending story expects', () => {
    const network = planNetwork(story!.portfolio);
    expect(Object.fromEntries(network.float)).toEqual(story!.file.expectedNetwork.float);
    expect([...network.crossFunctional]).toEqual(story!.file.expectedNetwork.crossFunctional);
    expect(Object.fromEntries(network.room)).toEqual({ P1: 0, C1: 0, L1: 0 });
  });

  it('runs to the due date of the objective, not to the KPI’s own', () => {
    const network = plan({ kpis: [reach('A', [0, 20], IN)] });
    expect(network.float.get('A')).toBe(10);
    expect(network.latestFinish.get('A')).toBe(day(30));
  });

  it('is bound by a parent that is due before its child', () => {
    const objectives = [objective('O', 30, { parent: 'P' }), objective('P', 25)];
    expect(plan({ objectives, kpis: [reach('A', [0, 20], IN)] }).float.get('A')).toBe(5);
  });

  it.each([
    ['finish-to-start', 0, 5],
    ['finish-to-start', 3, 2],
    ['finish-to-start', -3, 8],
    ['finish-to-finish', 0, 10],
    ['finish-to-finish', 4, 6],
  ] as const)('through %s with a lag of %i days leaves %i days', (type, lagDays, float) => {
    const kpis = [reach('A', [0, 20], IN), reach('B', [20, 25], IN)];
    expect(plan({ kpis, dependencies: [dependency('A', 'B', { type, lagDays })] }).float.get('A')).toBe(
      float,
    );
  });

  it('is negative where the plan itself cannot work', () => {
    const kpis = [reach('A', [0, 28], IN), reach('B', [20, 30], IN)];
    expect(plan({ kpis, dependencies: [dependency('A', 'B')] }).float.get('A')).toBe(-8);
  });

  it('is 0 with room 0 for a KPI without an objective', () => {
    const network = plan({ kpis: [reach('A', [0, 20])] });
    expect([network.float.get('A'), network.room.get('A')]).toEqual([0, 0]);
  });

  it('of a predecessor is bound by the own due date of a KPI without an objective', () => {
    const kpis = [reach('A', [0, 10], IN), reach('B', [12, 22])];
    expect(plan({ kpis, dependencies: [dependency('A', 'B')] }).float.get('A')).toBe(2);
  });

  it('is no longer bound by a stopped initiative', () => {
    const initiatives = [initiative('I', 'O'), initiative('S', 'O')];
    const kpis = [reach('A', [0, 20], IN), reach('B', [20, 30], { initiative: 'S' })];
    const portfolio = portfolioOf({
      objectives: [objective('O', 30)],
      initiatives,
      kpis,
      dependencies: [dependency('A', 'B')],
    });
    expect(planNetwork(portfolio).float.get('A')).toBe(0);
    expect(planNetwork(portfolio, new Set(['S'])).float.get('A')).toBe(10);
    expect(planNetwork(portfolio, new Set(['S'])).successors.get('A')).toEqual([]);
  });

  it('equals what naming every path finds, on random networks', () => {
    fc.assert(
      fc.property(randomPortfolio, (portfolio) => {
        const { float } = planNetwork(portfolio);
        for (const kpi of portfolio.kpis)
          expect(float.get(kpi.id)).toBe(floatByPaths(portfolio, kpi as ReachKpi, dayOf(kpi.plan.due)) + 0);
      }),
    );
  });
});

/** The oracle: walks every path from a KPI and every objective above its end. */
function floatByPaths(portfolio: Portfolio, kpi: ReachKpi, finish: number): number {
  const above = objectivesAbove(portfolio, kpi);
  const ends =
    above.length > 0 ? above.map(({ due }) => dayOf(due) - finish) : [dayOf(kpi.plan.due) - finish];
  const onward = portfolio.dependencies
    .filter(({ from }) => from === kpi.id)
    .map(({ to, type, lagDays }) => {
      const next = portfolio.kpis.find(({ id }) => id === to) as ReachKpi;
      const takes = type === 'finish-to-start' ? dayOf(next.plan.due) - dayOf(next.plan.start) : 0;
      return floatByPaths(portfolio, next, finish + lagDays + takes);
    });
  return Math.min(...ends, ...onward);
}

function objectivesAbove(portfolio: Portfolio, kpi: ReachKpi): readonly Objective[] {
  const find = (id: string | undefined): Objective | undefined =>
    portfolio.objectives.find((one) => one.id === id);
  const path: Objective[] = [];
  const first = portfolio.initiatives.find(({ id }) => id === kpi.initiative)?.objective;
  for (let up = find(first); up; up = find(up.parent)) path.push(up);
  return path;
}

describe('room', () => {
  it('equals float where nothing is priced', () => {
    expect(plan({ kpis: [reach('A', [0, 20], IN)] }).room.get('A')).toBe(10);
  });

  it('runs to the priced parent, beyond the unpriced child', () => {
    const objectives = [objective('O', 25, { parent: 'P' }), objective('P', 40, { delayProfile: LINEAR })];
    const network = plan({ objectives, kpis: [reach('A', [0, 20], IN)] });
    expect([network.float.get('A'), network.room.get('A')]).toEqual([5, 20]);
  });

  it('lasts up to and including a fixed date after due', () => {
    const fixed = { kind: 'fixed-date', date: day(44), loss: 1 } as const;
    const network = plan({
      objectives: [objective('O', 30, { delayProfile: fixed })],
      kpis: [reach('A', [0, 20], IN)],
    });
    expect([network.float.get('A'), network.room.get('A')]).toEqual([10, 24]);
  });

  it('of a KPI without an objective is 0, whatever it precedes', () => {
    const objectives = [objective('O', 40, { delayProfile: LINEAR })];
    const kpis = [reach('A', [0, 10]), reach('B', [12, 22], IN)];
    const network = plan({ objectives, kpis, dependencies: [dependency('A', 'B')] });
    expect([network.float.get('A'), network.room.get('A')]).toEqual([0, 0]);
  });

  it('is never less than float', () => {
    fc.assert(
      fc.property(randomPortfolio, (portfolio) => {
        const { float, room } = planNetwork(portfolio);
        for (const [kpi, days] of float) expect(room.get(kpi)).toBeGreaterThanOrEqual(days);
      }),
    );
  });
});

describe('order and edges', () => {
  it('puts every KPI after its predecessors, else in portfolio order', () => {
    const kpis = ['D', 'C', 'B', 'A'].map((id) => reach(id, [0, 10], IN));
    expect(plan({ kpis, dependencies: [dependency('A', 'C')] }).order).toEqual(['D', 'A', 'C', 'B']);
  });

  it('drops edges that touch unknown or kept KPIs', () => {
    const kpis = [reach('A', [0, 10], IN), keep('K', IN)];
    const network = plan({
      kpis,
      dependencies: [dependency('K', 'A'), dependency('X', 'A'), dependency('A', 'Y')],
    });
    expect([network.order, network.predecessors.get('A'), network.float.has('K')]).toEqual([
      ['A'],
      [],
      false,
    ]);
  });

  it('cuts a circle open instead of hanging', () => {
    const kpis = [reach('A', [0, 10], IN), reach('B', [0, 10], IN)];
    const network = plan({ kpis, dependencies: [dependency('A', 'B'), dependency('B', 'A')] });
    expect(network.order).toHaveLength(2);
    expect([...network.predecessors.values()].flat()).toHaveLength(1);
  });

  it('survives a circle of objectives', () => {
    const objectives = [objective('O', 30, { parent: 'P' }), objective('P', 25, { parent: 'O' })];
    expect(plan({ objectives, kpis: [reach('A', [0, 20], IN)] }).float.get('A')).toBe(5);
  });

  it('plans a chain of 10,000 KPIs without deep recursion', () => {
    const kpis = Array.from({ length: 10_000 }, (_, i) =>
      reach(`K${i}`, [i % 25, (i % 25) + 1], IN),
    ).toReversed();
    const dependencies = Array.from({ length: 9_999 }, (_, i) => dependency(`K${i}`, `K${i + 1}`));
    const network = plan({ kpis, dependencies });
    expect(network.order[0]).toBe('K0');
    expect(network.order).toHaveLength(10_000);
  });
});

describe('the neighbours of each place', () => {
  it('are those it comes after and those that follow it', () => {
    const kpis = ['D', 'C', 'B', 'A'].map((id) => reach(id, [0, 10], IN));
    const edges = [dependency('A', 'C'), dependency('A', 'B'), dependency('D', 'C')];
    const { order, placeOf, before, after } = plan({ kpis, dependencies: edges });
    const named = ({ first, at }: typeof before, id: string): string => {
      const place = placeOf.get(id) ?? -1;
      return Array.from(at.slice(first[place], first[place + 1]), (one) => order[one]).join('');
    };
    expect(order.join('')).toBe('DACB');
    expect(['A', 'B', 'C', 'D'].map((id) => named(before, id))).toEqual(['', 'A', 'AD', '']);
    expect(['A', 'B', 'C', 'D'].map((id) => named(after, id))).toEqual(['CB', '', '', 'C']);
  });
});
