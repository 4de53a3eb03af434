import { type CivilDate, type DayNumber, dateOf } from './civil-date.ts';
import { type PaceSamples, LEAST_SAMPLES, finishAtPace } from './monte-carlo-pace.ts';
import { type RandomSource, randomFrom } from './monte-carlo-random.ts';
import type { KpiId, MinorUnits } from './portfolio.ts';
import { costFreeUntil, lossAt, roundHalfUp } from './price-loss.ts';
import { type PriceFigures, figuresOf, nodeOf } from './price-figures.ts';
import type { PricedKpi, PricingNetwork } from './price-network.ts';
import { backwardPass, forwardPass, objectiveDates } from './price-pass.ts';
import { goalsAfter } from './price-spread.ts';

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
  const node = nodeOf(network, kpi);
  const count = Math.floor(runs);
  if (!isDrawn(network.kpis[node], paceSamples) || !(count > 0)) return null;
  const world = worldOf(network, paceSamples);
  const delay = Math.max(0, Math.floor(days) || 0);
  const random = randomFrom(seed);
  const tally = emptyTally(network, count);
  const own = new Float64Array(network.kpis.length);
  for (let run = 0; run < count; run += 1) {
    draw(world, own, random);
    record(tally, { world, node, delay, run, finish: forwardPass(world.figures, own) });
  }
  return rangeOf(network, node, tally);
}

/** The network with everything a run needs laid out once. */
interface World {
  readonly figures: PriceFigures;
  readonly objectives: PricingNetwork['objectives'];
  /** Where each KPI finishes that nothing is drawn for. */
  readonly fixed: Float64Array;
  readonly drawn: readonly Drawn[];
}

interface Drawn {
  readonly node: number;
  readonly samples: Float64Array;
  /** Never earlier than planned, nor before the day of asking. */
  readonly earliest: DayNumber;
  readonly readOn: DayNumber;
  readonly remaining: number;
}

function worldOf(network: PricingNetwork, paceSamples: PaceSamples): World {
  const { kpis, objectives, asOf } = network;
  const drawn = kpis.flatMap((kpi, node): Drawn[] => {
    if (!isDrawn(kpi, paceSamples)) return [];
    const { readOn, remaining, due } = kpi;
    const samples = Float64Array.from(samplesOf(kpi, paceSamples));
    return [{ node, samples, readOn, remaining, earliest: Math.max(due, asOf ?? due) }];
  });
  return {
    figures: figuresOf(network),
    objectives,
    drawn,
    fixed: Float64Array.from(kpis, ({ finish }) => finish),
  };
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

/** One world: a pace for every unfinished KPI with enough samples; what has none stays where it stands. */
function draw({ fixed, drawn }: World, own: Float64Array, random: RandomSource): void {
  own.set(fixed);
  for (const { node, samples, earliest, readOn, remaining } of drawn) {
    const finish = finishAtPace(readOn, remaining, meanOfDraws(samples, random));
    own[node] = finish > earliest ? finish : earliest;
  }
}

/** The pace of the rest is a mean of as many draws as there are samples (bootstrap). */
function meanOfDraws(samples: Float64Array, random: RandomSource): number {
  const count = samples.length;
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += samples[(random() * count) | 0] as number;
  return sum / count;
}

interface Run {
  readonly world: World;
  readonly node: number;
  readonly delay: number;
  readonly run: number;
  readonly finish: Float64Array;
}

function record({ costs, finishes, critical }: Tally, { world, node, delay, run, finish }: Run): void {
  const { figures, objectives } = world;
  const { links, settled } = figures;
  const before = objectiveDates(links, finish);
  const after = datesWithDelay(figures, finish, { node, delay });
  const free = new Float64Array(objectives.length);
  let lost = 0;
  for (const [goal, { profile, due }] of objectives.entries()) {
    const [then, now] = [before[goal] as number, after[goal] as number];
    free[goal] = costFreeUntil(profile, due, then);
    if (now !== then) lost += lossAt(profile, due, now) - lossAt(profile, due, then);
  }
  costs[run] = lost;
  finishes[run] = finish[node] as number;
  const latest = backwardPass(figures, free);
  for (let at = 0; at < latest.length; at += 1) {
    if (!settled[at] && (latest[at] as number) - (finish[at] as number) < 1)
      critical[at] = (critical[at] ?? 0) + 1;
  }
}

interface Delayed {
  readonly node: number;
  readonly delay: number;
}

function datesWithDelay(figures: PriceFigures, finish: Float64Array, { node, delay }: Delayed): Float64Array {
  const own = finish.slice();
  own[node] = (own[node] as number) + delay;
  return objectiveDates(figures.links, forwardPass(figures, own, node + 1));
}

function rangeOf(network: PricingNetwork, node: number, { costs, finishes, critical }: Tally): PriceRange {
  const { kpis, objectives } = network;
  const runs = costs.length;
  const reached = goalsAfter(figuresOf(network), node);
  const priced = reached.some((goal) => objectives[goal]?.profile.kind !== 'none');
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
