import { describe, expect, it } from 'vitest';
import { dateOf, dayOf } from '../../src/domain/civil-date.ts';
import { figuresOf } from '../../src/domain/price-figures.ts';
import type { PricingNetwork } from '../../src/domain/price-network.ts';
import { leadingTo } from '../../src/domain/price-pass.ts';
import { preparePricing } from '../../src/domain/price-prepare.ts';
import { price } from '../../src/domain/price.ts';
import {
  DAY_ZERO,
  day,
  dependency,
  initiative,
  kpiState,
  objective,
  portfolioOf,
  reach,
} from '../support/network-builder.ts';
import { table } from '../support/table.ts';

const UNDER = (objectiveId: string) => ({ initiative: `I-${objectiveId}` });
const WEEKLY = (perWeek: number) => ({ delayProfile: { kind: 'linear', perWeek } as const });

/**
 * R (due on day 50, 700 a week) over P (44) over O2 (30) and over N, M, O1 (44 each). Q (60) over O3 (25, 1400 a week).
 * A ends on day 10, three days before which B may begin (10 to 20), then C (20 to 30), all for O2.
 * F (0 to 44, for O1) ends at least 34 days after A. D (0 to 20, for O3) ends at least ten days after E (0 to 5).
 */
const PORTFOLIO = portfolioOf({
  objectives: [
    objective('R', 50, WEEKLY(700)),
    objective('Q', 60),
    objective('P', 44, { parent: 'R' }),
    objective('O3', 25, { parent: 'Q', ...WEEKLY(1400) }),
    objective('N', 44, { parent: 'P' }),
    objective('O2', 30, { parent: 'P' }),
    objective('M', 44, { parent: 'N' }),
    objective('O1', 44, { parent: 'M' }),
  ],
  initiatives: ['O1', 'O2', 'O3'].map((id) => initiative(`I-${id}`, id)),
  kpis: [
    reach('C', [20, 30], UNDER('O2')),
    reach('B', [10, 20], UNDER('O2')),
    reach('A', [0, 10], UNDER('O2')),
    reach('F', [0, 44], UNDER('O1')),
    reach('D', [0, 20], UNDER('O3')),
    reach('E', [0, 5]),
  ],
  dependencies: [
    dependency('A', 'B', { lagDays: -3 }),
    dependency('B', 'C'),
    dependency('A', 'F', { type: 'finish-to-finish', lagDays: 34 }),
    dependency('E', 'D', { type: 'finish-to-finish', lagDays: 10 }),
  ],
});

describe('a delay', () => {
  const network = preparePricing(PORTFOLIO, null);

  it.each(table(new URL('cases/price-paths.tsv', import.meta.url)))(
    'of $days days on $kpi moves $moves, costs $cost: $why',
    (line) => {
      const found = price(network, line['kpi'] ?? '', Number(line['days']));
      const moves = found.moves.map(({ id, to }) => `${id}:${dayOf(to) - dayOf(DAY_ZERO)}`);
      expect([moves.join(' ') || '-', found.cost, found.room, found.used]).toEqual([
        line['moves'],
        Number(line['cost']),
        Number(line['room']),
        Math.min(Number(line['room']), Number(line['days'])),
      ]);
    },
  );

  it('tells of each move what it is, whose, from when to when, and names every owner once', () => {
    const { moves, owners } = price(network, 'E', 17);
    expect(moves).toEqual([
      { id: 'D', kind: 'kpi', owner: 'owner-D', from: day(20), to: day(32), cost: null },
      { id: 'O3', kind: 'objective', owner: 'owner-O3', from: day(25), to: day(32), cost: 1_400 },
    ]);
    expect(owners).toEqual(['owner-E', 'owner-D', 'owner-O3']);
  });

  it('on a KPI that was reached late starts from the day it was reached', () => {
    const late = standing({ B: { reachedOn: day(24), earliestFinish: day(24) } });
    expect(late.kpis.map(({ id, finish }) => `${id}:${dateOf(finish)}`)).toContain(`C:${day(34)}`);
    expect(price(late, 'A', 6).moves.map(({ id }) => id)).toEqual(['F', 'O1', 'M', 'N', 'P']);
  });
});

describe('the KPIs that lead to', () => {
  it.each<[string, string, string]>([
    ['O1', 'A F', 'its own and what comes before'],
    ['M', 'A F', 'those of the objective below it'],
    ['O2', 'A B C', 'not those of its sister'],
    ['R', 'A B C F', 'all below it'],
    ['Q', 'D E', 'with the one that stands alone before'],
    ['O1 Q', 'A D E F', 'two objectives'],
    ['', '', 'none'],
  ])('%s are %s: %s', (goals, kpis) => {
    expect(leading(preparePricing(PORTFOLIO, null), goals)).toBe(kpis);
  });

  it('an objective through a KPI that was reached are not those before it', () => {
    expect(leading(standing({ F: { reachedOn: day(44) } }), 'O1')).toBe('F');
  });
});

function leading(network: PricingNetwork, goals: string): string {
  const marked = Uint8Array.from(network.objectives, ({ id }) => (goals.split(' ').includes(id) ? 1 : 0));
  const leads = leadingTo(figuresOf(network), marked);
  return network.kpis
    .filter((_, node) => leads[node])
    .map(({ id }) => id)
    .toSorted()
    .join(' ');
}

function standing(states: Readonly<Record<string, Parameters<typeof kpiState>[1]>>): PricingNetwork {
  const kpis = new Map(Object.entries(states).map(([id, state]) => [id, kpiState(id, state)]));
  const none = { initiatives: new Map(), objectives: new Map(), reviewAt: null };
  return preparePricing(PORTFOLIO, { asOf: 0, kpis, ...none });
}
