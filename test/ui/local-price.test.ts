import { expect, it } from 'vitest';
import type { PricingView } from '../../src/contract/tenant-view.ts';
import { dayOf } from '../../src/domain/civil-date.ts';
import type { PricedKpi, PricingNetwork } from '../../src/domain/price-network.ts';
import type { Reader } from '../../src/domain/words/format.ts';
import { localCosts, localPrice } from '../../src/ui/local-price.ts';

const READER: Reader = { locale: 'en-GB', timeZone: 'Europe/Berlin', currency: 'EUR', today: '2026-03-11' };
const DUE = dayOf('2026-04-13');
const LAUNCH = dayOf('2026-04-20');

function kpi(overrides: Partial<PricedKpi>): PricedKpi {
  return {
    id: 'C1',
    owner: 'sam',
    due: DUE,
    finish: DUE,
    remaining: 30,
    settled: false,
    objective: -1,
    after: [],
    room: 0,
    readOn: null,
    ...overrides,
  };
}

/** The audit before the launch gates before the launch: 60,000 euros a week. */
function pricing(perWeek: number | null): PricingView {
  const network: PricingNetwork = {
    asOf: dayOf('2026-03-11'),
    kpis: [
      kpi({}),
      kpi({
        id: 'L1',
        owner: 'dana',
        due: LAUNCH,
        finish: LAUNCH,
        remaining: 7,
        objective: 0,
        after: [{ from: 0, type: 'finish-to-start', lagDays: 0 }],
      }),
    ],
    objectives: [
      {
        id: 'O1',
        owner: 'erika',
        due: LAUNCH,
        date: LAUNCH,
        profile: perWeek === null ? { kind: 'none' } : { kind: 'linear', perWeek },
        parent: -1,
      },
    ],
    keeps: [],
  };
  const names = {
    C1: 'Audit evidence',
    L1: 'Launch gates',
    O1: 'Lending',
    sam: 'Sam',
    dana: 'Dana',
    erika: 'Erika',
  };
  return { asOf: '2026-03-11T08:00:00Z', currency: 'EUR', today: '2026-03-11', names, network };
}

it('prices two weeks on the audit at two weeks of the launch', () => {
  const view = localPrice(pricing(6_000_000), 'C1', 14)(READER);
  expect(view.cost).toBe(12_000_000);
  expect(view.short).toBe('€120,000');
  expect(view.sentence).toContain('€120,000');
  expect(view.moves.map(({ name, to, owner }) => [name, to, owner.name])).toEqual([
    ['Launch gates', '2026-05-04', 'Dana'],
    ['Lending', '2026-05-04', 'Erika'],
  ]);
});

it('says "no price" where nothing has a delay profile, and draws no curve', () => {
  expect(localPrice(pricing(null), 'C1', 14)(READER).short).toBe('no price');
  expect(localCosts(pricing(null), 'C1', 42)).toEqual([]);
});

it('never writes a price of zero', () => {
  const view = localPrice(pricing(6_000_000), 'C1', 0)(READER);
  expect(view.short).toBe('nothing yet');
  expect(view.sentence).not.toContain('€0');
});

it('gives a cost for every day of the slider, never falling', () => {
  const costs = localCosts(pricing(6_000_000), 'C1', 42);
  expect(costs).toHaveLength(43);
  expect(costs.every((cost, day) => cost >= (costs[day - 1] ?? 0))).toBe(true);
});
