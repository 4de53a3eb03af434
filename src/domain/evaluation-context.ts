import { checkInsOf, reportedSince } from './check-in-log.ts';
import type { Decision } from './decision.ts';
import { type SetUp, decisionsBy, setUpOf } from './evaluation-set-up.ts';
import type { Facts } from './facts.ts';
import { IndexedMap } from './indexed-map.ts';
import { type KpiRecord, recordOf } from './kpi-record.ts';
import type { NetworkPlan } from './network.ts';
import type { PlanTime } from './plan-time.ts';
import type { Kpi, KpiId, Portfolio } from './portfolio.ts';
import { type StoppedWork, stopOf } from './stopped-work.ts';
import type { Instant } from './zoned-time.ts';

/** Everything the rules share at one moment. */
export interface EvaluationContext {
  readonly asOf: Instant;
  readonly facts: Facts;
  readonly setUp: SetUp;
  /** KPIs with the plan in force. */
  readonly portfolio: Portfolio;
  readonly time: PlanTime;
  readonly network: NetworkPlan;
  readonly stopped: StoppedWork;
  /** Of the KPIs that run; undefined for stopped ones. */
  readonly records: IndexedMap<KpiRecord | undefined>;
  readonly decided: DecidedMoments;
  /** The first moment of a check-in that the facts hold and that lies ahead. */
  readonly unknown: Instant;
  /** From this moment on the facts at hand say something else: then, or when the set-up changes by itself. */
  readonly until: Instant;
}

/** When recalibrations that answer for a KPI were decided, ascending. */
type DecidedMoments = ReadonlyMap<KpiId, readonly Instant[]>;

const NEVER_DECIDED: readonly Instant[] = [];

/**
 * The facts as known at a moment. With an earlier context, what it worked out is taken over where it rests on the same
 * facts: docs/decisions/evaluation.md.
 */
export function contextOf(facts: Facts, asOf: Instant, before?: EvaluationContext): EvaluationContext {
  const continues = before !== undefined && before.asOf <= asOf && asOf < before.until;
  const setUp =
    continues && sameSetUp(before.facts, facts) ? before.setUp : setUpOf(facts, asOf, before?.setUp);
  const decided = decidedMoments(facts, asOf, continues ? before : undefined);
  const { portfolio, time, network, stopped } = setUp;
  const known = { asOf, facts, setUp, decided, portfolio, time, network, stopped };
  const list = continues ? renewed(known, before) : allRecords(known);
  const records = new IndexedMap(setUp.indexOf, list);
  // What was unknown before is unknown still: `asOf` has not come that far.
  const newest = continues ? reportedSince(before.facts.checkIns, facts.checkIns) : setUp.indexOf.keys();
  const unknown = Math.min(continues ? before.unknown : Infinity, firstUnknown(facts, asOf, newest));
  return { ...known, records, unknown, until: Math.min(setUp.until, unknown) };
}

type Known = Omit<EvaluationContext, 'records' | 'unknown' | 'until'>;
type Records = readonly (KpiRecord | undefined)[];

function sameSetUp(a: Facts, b: Facts): boolean {
  return a.portfolio === b.portfolio && a.decisions === b.decisions;
}

function allRecords(known: Known): Records {
  return known.portfolio.kpis.map((kpi, index) => record(known, kpi, index));
}

/** Only those that reported or were decided on, unless the set-up changed; then all that rest on something else. */
function renewed(known: Known, before: EvaluationContext): Records {
  const { facts, setUp, decided } = known;
  const reported = new Set(reportedSince(before.facts.checkIns, facts.checkIns));
  if (setUp !== before.setUp) {
    return setUp.portfolio.kpis.map((kpi, index) => {
      const then = reported.has(kpi.id) ? undefined : before.records.get(kpi.id);
      return then && restsOnSame(then, known, { kpi, index }) ? then : record(known, kpi, index);
    });
  }
  const touched = [...reported, ...decided.keys(), ...before.decided.keys()];
  if (touched.length === 0) return before.records.list;
  const list = [...before.records.list];
  for (const id of touched) {
    const index = setUp.indexOf.get(id);
    const kpi = index === undefined ? undefined : setUp.portfolio.kpis[index];
    if (index === undefined || !kpi) continue;
    const then = list[index];
    const same = then?.decidedAt === decidedOn(known, id) && !reported.has(id);
    if (!same) list[index] = record(known, kpi, index);
  }
  return list;
}

interface Place {
  readonly kpi: Kpi;
  readonly index: number;
}

function restsOnSame(then: KpiRecord, known: Known, { kpi, index }: Place): boolean {
  return (
    then.kpi === kpi &&
    then.decidedAt === decidedOn(known, kpi.id) &&
    then.days === known.setUp.days[index] &&
    stopOf(kpi, known.stopped) === undefined
  );
}

function record(known: Known, kpi: Kpi, index: number): KpiRecord | undefined {
  const { asOf, facts, setUp, stopped } = known;
  const days = setUp.days[index];
  if (!days || stopOf(kpi, stopped)) return undefined;
  const checkIns = checkInsOf(facts.checkIns, kpi.id);
  return recordOf({ kpi, asOf, days, checkIns, decidedAt: decidedOn(known, kpi.id) });
}

function decidedOn({ decided }: Known, kpi: KpiId): readonly Instant[] {
  return decided.get(kpi) ?? NEVER_DECIDED;
}

/** A decision is one on its cause and on every KPI its recalibration answers for. */
function decidedMoments(facts: Facts, asOf: Instant, before?: EvaluationContext): DecidedMoments {
  const same =
    before?.facts.decisions === facts.decisions && before.facts.recalibrations === facts.recalibrations;
  if (before && same) return before.decided;
  const decisions = decisionsBy(facts, asOf);
  if (decisions.length === 0) return NOTHING_DECIDED;
  const found = momentsOf(facts, decisions);
  for (const [kpi, moments] of found) {
    const then = before?.decided.get(kpi);
    if (then && String(then) === String(moments)) found.set(kpi, then);
  }
  return found;
}

const NOTHING_DECIDED: DecidedMoments = new Map();

function momentsOf(facts: Facts, decisions: readonly Decision[]): Map<KpiId, readonly Instant[]> {
  const moments = new Map<KpiId, readonly Instant[]>();
  const named = new Map(facts.recalibrations.map((one) => [one.id, one.covers]));
  const ended = new Map(facts.recalibrations.map((one) => [one.decisionId, one.covers]));
  for (const { id, at, cause, recalibration } of decisions) {
    const joined = named.get(recalibration ?? '') ?? ended.get(id) ?? [];
    for (const kpi of new Set([cause, ...joined])) moments.set(kpi, [...(moments.get(kpi) ?? []), at]);
  }
  return moments;
}

/** The first check-in, of some KPIs, that is accepted later than this moment. */
function firstUnknown({ checkIns }: Facts, asOf: Instant, kpis: Iterable<KpiId>): Instant {
  let first = Infinity;
  for (const kpi of kpis) {
    for (const { at } of checkInsOf(checkIns, kpi)) if (at > asOf && at < first) first = at;
  }
  return first;
}
