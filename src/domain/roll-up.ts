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
  readonly network: NetworkPlan;
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

function saysSame(a: RolledState, b: RolledState): boolean {
  const buckets = Object.keys(a.counts) as (keyof RolledState['counts'])[];
  return (
    a.status === b.status &&
    a.decidedBy === b.decidedBy &&
    (a.reasons === b.reasons || isSameCalm(a, b)) &&
    buckets.every((bucket) => a.counts[bucket] === b.counts[bucket])
  );
}

/** Where nothing decides, the counts say the rest. */
function isSameCalm(a: RolledState, b: RolledState): boolean {
  return a.decidedBy === null && b.decidedBy === null && a.reasons[0]?.code === b.reasons[0]?.code;
}

function rolled(
  input: RollUpInput,
  at: number,
): { readonly state: RolledState; readonly tied: readonly KpiId[] } {
  const { branches, states } = input;
  const kpis = (branches.kpis[at] ?? []).flatMap((kpi) => states[kpi] ?? []);
  const { rank, worst, counting } = worstOf(kpis);
  const causes = causesAmong(rank > 0 ? worst : [], input.network);
  const decider = deciding(causes, input);
  const state: RolledState = {
    id: branches.ids[at] ?? '',
    // Made so by silence, a parent prints yellow.
    status: rank === 2 ? 'red' : rank === 1 ? 'yellow' : 'green',
    decidedBy: decider?.kpi ?? null,
    reasons: decider?.reasons ?? [calmReason(kpis, counting)],
    counts: countsOf(kpis),
  };
  return { state, tied: causes.length > 1 && input.priceOf ? causes.map(({ kpi }) => kpi) : [] };
}

interface Worst {
  readonly rank: number;
  readonly worst: readonly KpiState[];
  /** How many count at all. */
  readonly counting: number;
}

function worstOf(kpis: readonly KpiState[]): Worst {
  let [rank, counting] = [0, 0];
  let worst: KpiState[] = [];
  for (const kpi of kpis) {
    if (!kpi.counts) continue;
    counting += 1;
    const own = rankOf(kpi.status);
    if (own > rank) [rank, worst] = [own, []];
    if (own === rank && rank > 0) worst.push(kpi);
  }
  return { rank, worst, counting };
}

/** Where nothing counts, it says so: everything stopped, or nothing started. */
function calmReason(kpis: readonly KpiState[], counting: number): Reason {
  const stopped = kpis.length > 0 && kpis.every((kpi) => bucketOf(kpi) === 'stopped');
  const code = counting > 0 ? 'on-plan' : stopped ? 'stopped' : 'not-started';
  return { code, status: 'green', facts: { counting, kpis: kpis.length }, readings: [] };
}

function countsOf(kpis: readonly KpiState[]): RolledState['counts'] {
  const counts = { green: 0, yellow: 0, red: 0, silent: 0, 'not-started': 0, stopped: 0 };
  for (const kpi of kpis) counts[bucketOf(kpi)] += 1;
  return counts;
}

function bucketOf({ counts, status, reasons }: KpiState): keyof RolledState['counts'] {
  if (counts) return status;
  return reasons[0]?.code === 'stopped' ? 'stopped' : 'not-started';
}

/** Those of them that depend, near or far, on none of the others. One look at what lies between them. */
function causesAmong(worst: readonly KpiState[], { placeOf, placesAfter }: NetworkPlan): readonly KpiState[] {
  if (worst.length < 2) return worst;
  const places = worst.map(({ kpi }) => placeOf.get(kpi) ?? -1);
  const inNetwork = places.filter((place) => place >= 0);
  const first = inNetwork.reduce((a, b) => Math.min(a, b), Infinity);
  const last = inNetwork.reduce((a, b) => Math.max(a, b), -1);
  const leads = new Uint8Array(Math.max(0, last - first + 1));
  const depends = new Uint8Array(leads.length);
  for (const place of inNetwork) leads[place - first] = 1;
  for (let place = first; place < last; place += 1) {
    if (!leads[place - first]) continue;
    for (const next of placesAfter[place] ?? []) {
      if (next <= last) leads[next - first] = depends[next - first] = 1;
    }
  }
  return worst.filter((_, at) => !depends[(places[at] ?? -1) - first]);
}

/** The dearest of the causes, then the one with less float, then the first in the network. */
function deciding(causes: readonly KpiState[], { network, priceOf }: RollUpInput): KpiState | undefined {
  if (causes.length < 2) return causes[0];
  const place = (kpi: KpiId): number => network.placeOf.get(kpi) ?? network.order.length;
  const weighed = causes.map((state) => ({
    state,
    price: priceOf?.(state.kpi) ?? -1,
    float: state.float ?? Infinity,
    place: place(state.kpi),
  }));
  return weighed.reduce((a, b) => (isBefore(b, a) ? b : a)).state;
}

interface Weighed {
  readonly price: number;
  readonly float: number;
  readonly place: number;
}

function isBefore(a: Weighed, b: Weighed): boolean {
  if (a.price !== b.price) return a.price > b.price;
  return a.float === b.float ? a.place < b.place : a.float < b.float;
}
