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
  keep,
  kpiState,
  objective,
  portfolioOf,
  reach,
} from '../support/network-builder.ts';

const LINEAR = { kind: 'linear', perWeek: 700 } as const;
const IN = { initiative: 'I' };

/**
 * A (days 0 to 20) before B (20 to 30), beside C (0 to 20); due on day 30, under an objective without a price.
 * A stands at half on day 10.
 */
function network(
  delayProfile: DelayProfile = LINEAR,
  state: Partial<KpiState> = {},
  { on = 10, due = 30 } = {},
): PricingNetwork {
  const portfolio: Portfolio = portfolioOf({
    objectives: [objective('O', due, { delayProfile, parent: 'P' }), objective('P', 90)],
    initiatives: [initiative('I', 'O')],
    kpis: [reach('A', [0, 20], IN), reach('B', [20, 30], IN), reach('C', [0, 20], IN)],
    dependencies: [dependency('A', 'B')],
  });
  const lastReading = { checkIn: 'c', at: 0, date: day(10), value: 50 };
  const kpis = new Map([['A', kpiState('A', { lastReading, ...state })]]);
  const asOf = Date.parse(`${day(on)}T12:00:00Z`);
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

  it('never has a finish before the planned one, nor before today', () => {
    expect(range([9, 9, 9])?.finish).toEqual({ p50: day(20), p80: day(20) });
    expect(range([1, 1, 1], { on: network(LINEAR, {}, { on: 25 }) })?.finish).toEqual({
      p50: day(25),
      p80: day(25),
    });
  });

  it('costs only the days added where the finish is late anyway', () => {
    // At half pace A ends on day 30, B on day 40; 14 days more are two weeks at 700.
    expect(range([0.5, 0.5, 0.5])?.cost).toEqual({ p50: 1_400, p80: 1_400 });
  });

  it('costs nothing at P50 what is lost in a quarter of all worlds, and all of it at P80', () => {
    // The mean of three draws is 1, 0.8, 0.6 or 0.4 in 8, 12, 6 and 1 of 27 worlds: B ends on day 30, 33, 37 or 45,
    // 14 days later on day 44, 47, 51 or 59. Day 48 is passed in 7 of 27.
    const fixed = network({ kind: 'fixed-date', date: day(48), loss: 5 });
    expect(range([1, 1, 0.4], { on: fixed })?.cost).toEqual({ p50: 0, p80: 5 });
  });

  it('of one world is that world', () => {
    const found = priceRange(network(), 'A', 14, { seed: 7, runs: 1, paceSamples: { A: [0.5, 0.5, 0.5] } });
    expect(found).toMatchObject({
      cost: { p50: 1_400, p80: 1_400 },
      finish: { p50: day(30), p80: day(30) },
    });
  });

  it('tells how often a KPI is critical', () => {
    expect(range([1, 1, 1])?.criticality).toEqual({ A: 1, B: 1, C: 0 });
    const faster = range([1, 1, 1], { on: network({ kind: 'fixed-date', date: day(60), loss: 5 }) });
    expect(faster?.criticality).toEqual({ A: 0, B: 0, C: 0 });
    const aDayLeft = range([1, 1, 1], { on: network(LINEAR, {}, { due: 31 }) });
    expect(aDayLeft?.criticality).toEqual({ A: 0, B: 0, C: 0 });
  });

  it('has no cost where nothing has a price', () => {
    expect(range([1, 1, 1], { on: network({ kind: 'none' }) })?.cost).toBeNull();
  });

  it('does not exist before three samples, nor for an unread, reached or unknown KPI', () => {
    expect(range([1, 1, 1], { on: network(LINEAR, { lastReading: null }) })).toBeNull();
    expect(range([1, 1])).toBeNull();
    expect(range([1, 1, 1], { on: network(LINEAR, { reachedOn: day(9) }) })).toBeNull();
    expect(priceRange(network(), 'X', 14, { seed: 1, runs: 10, paceSamples: {} })).toBeNull();
    expect(priceRange(network(), 'A', 14, { seed: 1, runs: 0, paceSamples: { A: [1, 1, 1] } })).toBeNull();
  });
});

describe('pace samples', () => {
  const portfolio = portfolioOf({ kpis: [reach('A', [0, 20]), keep('N')] });
  const samples = (...readings: readonly (readonly [number, number])[]): unknown =>
    paceSamplesOf(portfolio, new Map([['A', readings.map(([on, value]) => ({ date: day(on), value }))]]));

  it('are earned days over elapsed days, reading by reading', () => {
    expect(samples([4, 20], [8, 30], [12, 70])).toEqual({ A: [1, 0.5, 2] });
  });

  it('are bounded where nothing moved or all came at once', () => {
    expect(samples([4, 0], [8, 0], [9, 0])).toEqual({ A: [0.05, 0.05, 0.05] });
  });

  it('are none of a KPI that keeps a band, nor of one without readings', () => {
    const readings = [4, 8, 12].map((on) => ({ date: day(on), value: 5 }));
    expect(paceSamplesOf(portfolio, new Map([['N', readings]]))).toEqual({});
  });

  it('are the last twelve: what was long ago says less about the rest', () => {
    // Two days at twice the plan (5 a day), then twelve at half of it.
    const fast = [1, 2].map((on) => [on, 10 * on] as const);
    const slow = Array.from({ length: 12 }, (_, n) => [3 + n, 20 + 2.5 * (n + 1)] as const);
    expect(samples(...fast, ...slow)).toEqual({ A: Array.from({ length: 12 }, () => 0.5) });
  });

  it('need three readings on different days', () => {
    expect(samples([4, 20], [8, 30])).toEqual({});
    expect(samples([4, 20], [4, 30], [8, 40])).toEqual({});
  });
});

describe('the random source', () => {
  it('is Mulberry32, so that a range told once can be told again by any version', () => {
    const random = randomFrom(1);
    // The reference implementation (Tommy Ettinger, public domain), seed 1.
    expect([random(), random(), random()]).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
  });

  it('is even over [0, 1)', () => {
    const random = randomFrom(1);
    const buckets = new Uint32Array(10);
    for (let i = 0; i < 10_000; i += 1) buckets[Math.floor(random() * 10)]! += 1;
    expect(Math.min(...buckets)).toBeGreaterThan(900);
    expect(Math.max(...buckets)).toBeLessThan(1_100);
  });
});
