import type { NetworkPlan } from './network.ts';
import type { KpiId } from './portfolio.ts';
import type { Branches } from './roll-up-tree.ts';
import { type KpiState, type Reason, type RolledState, rankOf } from './status.ts';

/** What a delay of a KPI costs, minor units; null: no price. */
export type PriceOf = (kpi: KpiId) => number | null;

export interface RollUpInput {
  readonly branches: Branches;
  /** By position in the portfolio. */
  readonly states: readonly KpiState[];
  /** Where each is counted, `bucketOf`. */
  readonly buckets: Uint8Array;
  readonly network: NetworkPlan;
  /** Each KPI's place in the network; -1 for none. */
  readonly placeOf: Int32Array;
  /** What a delay of this KPI costs; the dearest of equals decides. */
  readonly priceOf?: PriceOf | undefined;
}

export interface RolledUp {
  readonly states: readonly RolledState[];
  /** The equally bad causes of each, where a price had to choose among them; else empty. */
  readonly tied: readonly (readonly KpiId[])[];
}

/** What may be taken over from an earlier roll-up of the same branches. */
export interface EarlierRollUp {
  readonly rolled: RolledUp;
  /** The KPIs that are not what they were. */
  readonly changed: readonly number[];
  /** True where a price may be another one now. */
  readonly isRepriced: (kpi: KpiId) => boolean;
}

/** The worst child counts, never an average; the KPI that decides is named. DESIGN.md 3.5. */
export function rollUp(input: RollUpInput, before?: EarlierRollUp): RolledUp {
  const { branches } = input;
  if (!before) {
    const all = branches.ids.map((_, at) => rolled(input, at));
    return { states: all.map(({ state }) => state), tied: all.map(({ tied }) => tied) };
  }
  const [states, tied] = [[...before.rolled.states], [...before.rolled.tied]];
  for (const at of toRenew(branches, before)) {
    const [now, then] = [rolled(input, at), states[at]];
    states[at] = then && saysSame(then, now.state) ? then : now.state;
    tied[at] = now.tied;
  }
  return { states, tied };
}

function toRenew(
  branches: Branches,
  { changed, rolled: before, isRepriced }: EarlierRollUp,
): ReadonlySet<number> {
  const found = new Set(changed.flatMap((kpi) => branches.above[kpi] ?? []));
  before.tied.forEach((kpis, at) => {
    if (kpis.some(isRepriced)) found.add(at);
  });
  return found;
}

/** The counts say the colour, and all there is to say where nothing decides. */
function saysSame(a: RolledState, b: RolledState): boolean {
  const buckets = Object.keys(a.counts) as (keyof RolledState['counts'])[];
  return (
    a.decidedBy === b.decidedBy &&
    (a.decidedBy === null || a.reasons === b.reasons) &&
    buckets.every((bucket) => a.counts[bucket] === b.counts[bucket])
  );
}

interface Rolled {
  readonly state: RolledState;
  readonly tied: readonly KpiId[];
}

function rolled(input: RollUpInput, at: number): Rolled {
  const { branches, states, buckets } = input;
  const kpis = branches.kpis[at] ?? [];
  const { rank, worst, counts } = weighed(kpis, buckets);
  const causes = causesAmong(worst, input);
  const decider = deciding(causes, input);
  const state: RolledState = {
    id: branches.ids[at] ?? '',
    // Made so by silence, a parent prints yellow.
    status: rank === 2 ? 'red' : rank === 1 ? 'yellow' : 'green',
    decidedBy: decider?.kpi ?? null,
    reasons: decider?.reasons ?? [calmReason(counts, kpis.length)],
    counts,
  };
  const isTied = causes.length > 1 && input.priceOf !== undefined;
  return { state, tied: isTied ? causes.map((cause) => states[cause]?.kpi ?? '') : NOT_TIED };
}

const NOT_TIED: readonly KpiId[] = [];

type Counts = RolledState['counts'];

interface Weighed {
  readonly rank: number;
  /** The positions of the worst that count; none where all is green. */
  readonly worst: readonly number[];
  readonly counts: Counts;
}

function weighed(kpis: readonly number[], buckets: Uint8Array): Weighed {
  const counted = new Int32Array(BUCKETS.length);
  let [rank, worst]: [number, number[]] = [0, []];
  for (const at of kpis) {
    const bucket = buckets[at] as number;
    counted[bucket] = (counted[bucket] as number) + 1;
    const own = RANKS[bucket] as number;
    if (own === 0 || own < rank) continue;
    if (own > rank) [rank, worst] = [own, []];
    worst.push(at);
  }
  const counts = Object.fromEntries(BUCKETS.map((bucket, at) => [bucket, counted[at]])) as unknown as Counts;
  return { rank, worst, counts };
}

/** Where nothing counts, it says so: everything stopped, or nothing started. */
function calmReason({ stopped, 'not-started': idle }: Counts, kpis: number): Reason {
  const counting = kpis - stopped - idle;
  const code = counting > 0 ? 'on-plan' : kpis > 0 && stopped === kpis ? 'stopped' : 'not-started';
  return { code, status: 'green', facts: { counting, kpis }, readings: [] };
}

const BUCKETS = ['green', 'yellow', 'red', 'silent', 'not-started', 'stopped'] as const;
/** What counts for nothing ranks like green. */
const RANKS = BUCKETS.map((bucket) =>
  bucket === 'not-started' || bucket === 'stopped' ? 0 : rankOf(bucket),
);

/** Where a KPI is counted, as a number: large portfolios are counted often. */
export function bucketOf({ counts, status, reasons }: KpiState): number {
  if (counts) return BUCKETS.indexOf(status);
  return BUCKETS.indexOf(reasons[0]?.code === 'stopped' ? 'stopped' : 'not-started');
}

/** Those of them that depend, near or far, on none of the others. One look at what lies between them. */
function causesAmong(worst: readonly number[], { placeOf, network }: RollUpInput): readonly number[] {
  if (worst.length < 2) return worst;
  let [first, last] = [Infinity, -1];
  for (const at of worst) {
    const place = placeOf[at] as number;
    if (place < 0) continue;
    first = Math.min(first, place);
    last = Math.max(last, place);
  }
  const depends = dependent({ worst, placeOf, first, last }, network);
  return worst.filter((at) => (placeOf[at] as number) < 0 || !depends[(placeOf[at] as number) - first]);
}

interface Between {
  readonly worst: readonly number[];
  readonly placeOf: Int32Array;
  readonly first: number;
  readonly last: number;
}

/** 1 for every place, counted from `first`, that comes after one of the worst. */
function dependent({ worst, placeOf, first, last }: Between, { after }: NetworkPlan): Uint8Array {
  const leads = new Uint8Array(Math.max(0, last - first + 1));
  const depends = new Uint8Array(leads.length);
  for (const at of worst) if ((placeOf[at] as number) >= 0) leads[(placeOf[at] as number) - first] = 1;
  for (let place = first; place < last; place += 1) {
    if (!leads[place - first]) continue;
    const end = after.first[place + 1] as number;
    for (let edge = after.first[place] as number; edge < end; edge += 1) {
      const next = after.at[edge] as number;
      if (next > last) continue;
      leads[next - first] = 1;
      depends[next - first] = 1;
    }
  }
  return depends;
}

/** The dearest of the causes, then the one with less float, then the first in the network. */
function deciding(
  causes: readonly number[],
  { states, placeOf, priceOf }: RollUpInput,
): KpiState | undefined {
  let best: Candidate | undefined;
  for (const at of causes) {
    const state = states[at] as KpiState;
    const price = causes.length > 1 ? (priceOf?.(state.kpi) ?? -1) : -1;
    const candidate = { state, price, float: state.float ?? Infinity, place: placeOf[at] as number };
    if (!best || isBefore(candidate, best)) best = candidate;
  }
  return best?.state;
}

interface Candidate {
  readonly state: KpiState;
  readonly price: number;
  readonly float: number;
  readonly place: number;
}

function isBefore(a: Candidate, b: Candidate): boolean {
  if (a.price !== b.price) return a.price > b.price;
  return a.float === b.float ? a.place < b.place : a.float < b.float;
}
