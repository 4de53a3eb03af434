import { type CivilDate, dateOf } from './civil-date.ts';
import { type PaceSamples, LEAST_SAMPLES, finishAtPace } from './monte-carlo-pace.ts';
import { type RandomSource, randomFrom } from './monte-carlo-random.ts';
import type { KpiId, MinorUnits } from './portfolio.ts';
import { costFreeUntil, lossAt, roundHalfUp } from './price-loss.ts';
import type { PricedKpi, PricingNetwork } from './price-network.ts';
import { backwardPass, forwardPass, objectiveDates, reachedFrom } from './price-pass.ts';

export interface RangeOptions {
  readonly seed: number;
  readonly runs: number;
  readonly paceSamples: PaceSamples;
}

/** The spread of a price and of a finish over the paces seen so far. P50: as likely below as above. */
export interface PriceRange {
  readonly runs: number;
  /** Null where nothing it leads to has a price. */
  readonly cost: { readonly p50: MinorUnits; readonly p80: MinorUnits } | null;
  /** The KPI's own finish without the delay. */
  readonly finish: { readonly p50: CivilDate; readonly p80: CivilDate };
  /** Share of runs in which one more day on a KPI costs: the criticality index, for every KPI of the network. */
  readonly criticality: Readonly<Record<KpiId, number>>;
}

/**
 * The range beside a price (DESIGN.md 3.7): each run draws a pace for every unfinished KPI with enough samples, lets
 * the rest of its plan follow at that pace, and prices the delay in that world. Null for a KPI that has fewer than
 * three pace samples, is reached or unknown. The same seed gives the same range. Never throws.
 */
export function priceRange(
  network: PricingNetwork,
  kpi: KpiId,
  days: number,
  { seed, runs, paceSamples }: RangeOptions,
): PriceRange | null {
  const node = network.kpis.findIndex(({ id }) => id === kpi);
  const count = Math.floor(runs);
  if (!isDrawn(network.kpis[node], paceSamples) || !(count > 0)) return null;
  const delay = Math.max(0, Math.floor(days) || 0);
  const random = randomFrom(seed);
  const tally = emptyTally(network, count);
  for (let run = 0; run < count; run += 1) {
    const own = drawnFinishes(network, paceSamples, random);
    record(tally, { network, node, delay, run, finish: forwardPass(network.kpis, own) });
  }
  return rangeOf(network, node, tally);
}

interface Tally {
  readonly costs: Float64Array;
  readonly finishes: Float64Array;
  readonly critical: Uint32Array;
}

function emptyTally({ kpis }: PricingNetwork, runs: number): Tally {
  return {
    costs: new Float64Array(runs),
    finishes: new Float64Array(runs),
    critical: new Uint32Array(kpis.length),
  };
}

function isDrawn(
  kpi: PricedKpi | undefined,
  paceSamples: PaceSamples,
): kpi is PricedKpi & { readOn: number } {
  return (
    kpi !== undefined &&
    !kpi.settled &&
    kpi.readOn !== null &&
    samplesOf(kpi, paceSamples).length >= LEAST_SAMPLES
  );
}

function samplesOf({ id }: PricedKpi, paceSamples: PaceSamples): readonly number[] {
  return Object.hasOwn(paceSamples, id) ? (paceSamples[id] ?? []) : [];
}

/** Never earlier than planned, nor before the day of asking; what has no samples stays where it stands. */
function drawnFinishes(
  { kpis, asOf }: PricingNetwork,
  paceSamples: PaceSamples,
  random: RandomSource,
): Float64Array {
  return Float64Array.from(kpis, (kpi) => {
    if (!isDrawn(kpi, paceSamples)) return kpi.finish;
    const pace = meanOfDraws(samplesOf(kpi, paceSamples), random);
    return Math.max(kpi.due, asOf ?? kpi.due, finishAtPace(kpi.readOn, kpi.remaining, pace));
  });
}

/** The pace of the rest is a mean of as many draws as there are samples (bootstrap). */
function meanOfDraws(samples: readonly number[], random: RandomSource): number {
  let sum = 0;
  for (let i = 0; i < samples.length; i += 1) sum += samples[Math.floor(random() * samples.length)] ?? 1;
  return sum / samples.length;
}

interface Run {
  readonly network: PricingNetwork;
  readonly node: number;
  readonly delay: number;
  readonly run: number;
  readonly finish: Float64Array;
}

function record({ costs, finishes, critical }: Tally, { network, node, delay, run, finish }: Run): void {
  const { kpis, objectives } = network;
  const own = Float64Array.from(finish);
  own[node] = (own[node] ?? 0) + delay;
  const before = objectiveDates(kpis, objectives, finish);
  const after = objectiveDates(kpis, objectives, forwardPass(kpis, own, node + 1));
  objectives.forEach(({ profile, due }, goal) => {
    const lost = lossAt(profile, due, after[goal] ?? due) - lossAt(profile, due, before[goal] ?? due);
    costs[run] = (costs[run] ?? 0) + lost;
  });
  finishes[run] = finish[node] ?? 0;
  const free = objectives.map(({ profile, due }, goal) => costFreeUntil(profile, due, before[goal] ?? due));
  backwardPass(kpis, objectives, Float64Array.from(free)).forEach((latest, at) => {
    if (!kpis[at]?.settled && latest - (finish[at] ?? 0) < 1) critical[at] = (critical[at] ?? 0) + 1;
  });
}

function rangeOf(
  { kpis, objectives }: PricingNetwork,
  node: number,
  { costs, finishes, critical }: Tally,
): PriceRange {
  const runs = costs.length;
  const reached = reachedFrom(kpis, objectives, node).goals;
  const priced = objectives.some(({ profile }, goal) => reached[goal] && profile.kind !== 'none');
  const [cost, finish] = [costs.sort(), finishes.sort()];
  return {
    runs,
    cost: priced
      ? { p50: roundHalfUp(percentile(cost, 0.5)), p80: roundHalfUp(percentile(cost, 0.8)) }
      : null,
    finish: { p50: dateOf(percentile(finish, 0.5)), p80: dateOf(percentile(finish, 0.8)) },
    criticality: Object.fromEntries(kpis.map(({ id }, at) => [id, (critical[at] ?? 0) / runs])),
  };
}

/** Nearest rank: the least figure that so large a share does not exceed. */
function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
