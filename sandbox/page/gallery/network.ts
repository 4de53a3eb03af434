import type { PricingView } from '../../../src/contract/tenant-view.ts';
import type { PricedKpi, PricingNetwork } from '../../../src/domain/price-network.ts';
import { dayOf } from '../../../src/domain/civil-date.ts';
import { DAY_TEN } from './statuses.ts';

function kpi(id: string, due: string, after: readonly number[] = []): PricedKpi {
  return {
    id,
    owner: id,
    due: dayOf(due),
    finish: dayOf(due),
    remaining: 7,
    settled: false,
    objective: -1,
    after: after.map((from) => ({ from, type: 'finish-to-start', lagDays: 0 })),
    room: 0,
    readOn: null,
  };
}

const NETWORK: PricingNetwork = {
  asOf: dayOf('2026-03-11'),
  kpis: [
    kpi('C1', '2026-04-13'),
    kpi('P1', '2026-04-13'),
    kpi('L1', '2026-04-20', [0, 1]),
    kpi('B1', '2026-04-24'),
    kpi('M1', '2026-04-17', [3]),
  ],
  objectives: [],
  keeps: [],
};

export const PRICING: PricingView = {
  asOf: DAY_TEN,
  currency: 'EUR',
  today: '2026-03-11',
  names: {},
  network: NETWORK,
};
