import { describe, expect, it } from 'vitest';
import { paceSamplesOf } from '../../src/domain/monte-carlo-pace.ts';
import { randomFrom } from '../../src/domain/monte-carlo-random.ts';
import { type PriceRange, priceRange } from '../../src/domain/monte-carlo.ts';
import type { DelayProfile, Portfolio } from '../../src/domain/portfolio.ts';
import { preparePricing } from '../../src/domain/price-prepare.ts';
import type { PricingNetwork } from '../../src/domain/price-network.ts';
import { price } from '../../src/domain/price.ts';
import type { KpiState } from '../../src/domain/status.ts';
import {
  day,
  dependency,
  initiative,
  kpiState,
  objective,
  portfolioOf,
  reach,
} from '../support/network-builder.ts';

const LINEAR = { kind: 'linear', perWeek: 700 } as const;
const IN = { initiative: 'I' };

/** A (days 0 to 20) before B (20 to 30), beside C (0 to 20); due on day 30. A stands at half on day 10. */
function network(delayProfile: DelayProfile = LINEAR, state: Partial<KpiState> = {}): PricingNetwork {
  const portfolio: Portfolio = portfolioOf({
    objectives: [objective('O', 30, { delayProfile })],
    initiatives: [initiative('I', 'O')],
    kpis: [reach('A', [0, 20], IN), reach('B', [20, 30], IN), reach('C', [0, 20], IN)],
    dependencies: [dependency('A', 'B')],
  });
  const lastReading = { checkIn: 'c', at: 0, date: day(10), value: 50 };
  const kpis = new Map([['A', kpiState('A', { lastReading, ...state })]]);
  const asOf = Date.parse(`${day(10)}T12:00:00Z`);
  return preparePricing(portfolio, {
    asOf,
    kpis,
    initiatives: new Map(),
    objectives: new Map(),
    reviewAt: null,
  });
}

function range(
  samples: readonly number[],
  more: { seed?: number; days?: number; on?: PricingNetwork } = {},
): PriceRange | null {
  const { seed = 7, days = 14, on = network() } = more;
  return priceRange(on, 'A', days, { seed, runs: 400, paceSamples: { A: samples } });
}

describe('the range of a price', () => {
  it('is the price itself when the pace never varied', () => {
    const cost = price(network(), 'A', 14).cost;
    expect(range([1, 1, 1])).toMatchObject({
      cost: { p50: cost, p80: cost },
      finish: { p50: day(20), p80: day(20) },
    });
  });

  it('follows from its seed', () => {
    expect(range([0.4, 0.9, 1.3])).toEqual(range([0.4, 0.9, 1.3]));
    const other = randomFrom(8);
    expect([randomFrom(7)(), randomFrom(7)()]).not.toContain(other());
  });

  it('spreads: P80 is not before P50, and half pace doubles the rest', () => {
    const found = range([0.4, 0.9, 1.3]);
    expect(found!.finish.p80 > found!.finish.p50).toBe(true);
    expect(range([0.5, 0.5, 0.5])?.finish).toEqual({ p50: day(30), p80: day(30) });
  });

  it('tells how often a KPI is critical', () => {
    expect(range([1, 1, 1])?.criticality).toEqual({ A: 1, B: 1, C: 0 });
    const faster = range([1, 1, 1], { on: network({ kind: 'fixed-date', date: day(60), loss: 5 }) });
    expect(faster?.criticality).toEqual({ A: 0, B: 0, C: 0 });
  });

  it('has no cost where nothing has a price', () => {
    expect(range([1, 1, 1], { on: network({ kind: 'none' }) })?.cost).toBeNull();
  });

  it('does not exist before three samples, nor for a reached or unknown KPI', () => {
    expect(range([1, 1])).toBeNull();
    expect(range([1, 1, 1], { on: network(LINEAR, { reachedOn: day(9) }) })).toBeNull();
    expect(priceRange(network(), 'X', 14, { seed: 1, runs: 10, paceSamples: {} })).toBeNull();
    expect(priceRange(network(), 'A', 14, { seed: 1, runs: 0, paceSamples: { A: [1, 1, 1] } })).toBeNull();
  });
});

describe('pace samples', () => {
  const portfolio = portfolioOf({ kpis: [reach('A', [0, 20])] });
  const samples = (...readings: readonly (readonly [number, number])[]): unknown =>
    paceSamplesOf(portfolio, new Map([['A', readings.map(([on, value]) => ({ date: day(on), value }))]]));

  it('are earned days over elapsed days, reading by reading', () => {
    expect(samples([4, 20], [8, 30], [12, 70])).toEqual({ A: [1, 0.5, 2] });
  });

  it('are bounded where nothing moved or all came at once', () => {
    expect(samples([4, 0], [8, 0], [9, 0])).toEqual({ A: [0.05, 0.05, 0.05] });
  });

  it('need three readings on different days', () => {
    expect(samples([4, 20], [8, 30])).toEqual({});
    expect(samples([4, 20], [4, 30], [8, 40])).toEqual({});
  });
});

describe('the random source', () => {
  it('is even over [0, 1)', () => {
    const random = randomFrom(1);
    const buckets = new Uint32Array(10);
    for (let i = 0; i < 10_000; i += 1) buckets[Math.floor(random() * 10)]! += 1;
    expect(Math.min(...buckets)).toBeGreaterThan(900);
    expect(Math.max(...buckets)).toBeLessThan(1_100);
  });
});
