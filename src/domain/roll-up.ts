import { groupBy } from './group-by.ts';
import type { Initiative, InitiativeId, KpiId, Objective, ObjectiveId } from './portfolio.ts';
import { type KpiState, type Reason, type RolledState, rankOf } from './status.ts';

export interface RollUpInput {
  readonly kpis: ReadonlyMap<KpiId, KpiState>;
  /** Which initiative each KPI carries. */
  readonly initiativeOf: ReadonlyMap<KpiId, InitiativeId>;
  readonly initiatives: readonly Initiative[];
  readonly objectives: readonly Objective[];
  /** Causes before dependants. */
  readonly order: readonly KpiId[];
  /** Direct predecessors; a cause decides before what depends on it. */
  readonly predecessorsOf: (kpi: KpiId) => readonly KpiId[];
  /** What a delay of this KPI costs; the dearest of equals decides. Null: no price. */
  readonly priceOf?: ((kpi: KpiId) => number | null) | undefined;
}

export interface RolledUp {
  readonly initiatives: ReadonlyMap<InitiativeId, RolledState>;
  readonly objectives: ReadonlyMap<ObjectiveId, RolledState>;
}

/** The worst child counts, never an average; the KPI that decides is named. DESIGN.md 3.5. */
export function rollUp(input: RollUpInput): RolledUp {
  const ofInitiative = groupBy(input.kpis.values(), ({ kpi }) => input.initiativeOf.get(kpi) ?? '');
  const ofObjective = kpisOfObjectives(input, ofInitiative);
  const decide = deciderOf(input);
  return {
    initiatives: new Map(
      input.initiatives.map(({ id }) => [id, rolled(id, ofInitiative.get(id) ?? [], decide)]),
    ),
    objectives: new Map(
      input.objectives.map(({ id }) => [id, rolled(id, ofObjective.get(id) ?? [], decide)]),
    ),
  };
}

type Decide = (worst: readonly KpiState[]) => KpiState | undefined;

/** Every KPI counts for its objective and for all above it. */
function kpisOfObjectives(
  { initiatives, objectives }: RollUpInput,
  ofInitiative: ReadonlyMap<InitiativeId, readonly KpiState[]>,
): ReadonlyMap<ObjectiveId, readonly KpiState[]> {
  const parentOf = new Map(objectives.map(({ id, parent }) => [id, parent]));
  const found = new Map<ObjectiveId, KpiState[]>();
  for (const { id, objective } of initiatives) {
    const seen = new Set<ObjectiveId>();
    for (
      let at: ObjectiveId | undefined = objective;
      at !== undefined && !seen.has(at);
      at = parentOf.get(at)
    ) {
      seen.add(at);
      const kpis = found.get(at) ?? [];
      for (const kpi of ofInitiative.get(id) ?? []) kpis.push(kpi);
      found.set(at, kpis);
    }
  }
  return found;
}

function rolled(id: string, kpis: readonly KpiState[], decide: Decide): RolledState {
  const counting = kpis.filter(({ counts }) => counts);
  const rank = Math.max(0, ...counting.map(({ status }) => rankOf(status)));
  const decider = rank > 0 ? decide(counting.filter(({ status }) => rankOf(status) === rank)) : undefined;
  return {
    id,
    // Made so by silence, a parent prints yellow.
    status: rank === 2 ? 'red' : rank === 1 ? 'yellow' : 'green',
    decidedBy: decider?.kpi ?? null,
    reasons: decider?.reasons ?? [calmReason(kpis, counting.length)],
    counts: countsOf(kpis),
  };
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

/** A cause before its dependants, then the dearest, then the one with less float, then the first in the network. */
function deciderOf({ order, predecessorsOf, priceOf }: RollUpInput): Decide {
  const position = new Map(order.map((kpi, at) => [kpi, at]));
  const price = (kpi: KpiId): number => priceOf?.(kpi) ?? -1;
  const place = (kpi: KpiId): number => position.get(kpi) ?? order.length;
  return (worst) =>
    causesAmong(worst, predecessorsOf)
      .toSorted(
        (a, b) =>
          price(b.kpi) - price(a.kpi) ||
          (a.float ?? Infinity) - (b.float ?? Infinity) ||
          place(a.kpi) - place(b.kpi),
      )
      .at(0);
}

/** Those of them that depend, near or far, on none of the others. */
function causesAmong(
  worst: readonly KpiState[],
  predecessorsOf: RollUpInput['predecessorsOf'],
): readonly KpiState[] {
  if (worst.length < 2) return worst;
  const among = new Set(worst.map(({ kpi }) => kpi));
  return worst.filter(({ kpi }) => !dependsOnAny(kpi, among, predecessorsOf));
}

function dependsOnAny(
  kpi: KpiId,
  others: ReadonlySet<KpiId>,
  predecessorsOf: RollUpInput['predecessorsOf'],
): boolean {
  const seen = new Set<KpiId>();
  const open = [...predecessorsOf(kpi)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (others.has(next)) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...predecessorsOf(next));
  }
  return false;
}
