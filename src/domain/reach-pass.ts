import { type CivilDate } from './civil-date.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { type Judgement } from './judgement.ts';
import type { KpiRecord } from './kpi-record.ts';
import { type Imposed, type Progress, earliestFinish, imposed } from './network-finish.ts';
import { ownMoments } from './own-moments.ts';
import type { Dependency, KpiId, ReachKpi } from './portfolio.ts';
import { type Push, type ReachProgress, progressOf } from './reach-progress.ts';
import { judgeReach, networkProgress } from './reach-state.ts';
import { type Instant, localDate } from './zoned-time.ts';

const FORECAST_READINGS = 2;

/** A reach KPI at one moment, as its predecessors leave it. */
export interface ReachStand {
  readonly record: KpiRecord<ReachKpi>;
  readonly finish: CivilDate;
  readonly imposed: Push;
  /** What the forward pass asks of it. */
  readonly done: Progress;
  /** Until this moment its own facts say nothing new. */
  readonly steadyUntil: Instant;
  /** Worked out when asked for: later passes mostly need the finish alone. */
  readonly progress: ReachProgress;
  readonly judgement: Judgement;
}

/** The forward pass at one moment; each KPI is looked at once, after its predecessors. DESIGN.md 3.6. */
export interface ReachPass {
  readonly at: Instant;
  standOf(id: KpiId): ReachStand | null;
}

/** A pass over the same facts at an earlier moment, and from when on each finish may move with time alone. */
export interface EarlierPass {
  readonly pass: ReachPass;
  readonly restless: ReadonlyMap<KpiId, Instant>;
}

/**
 * A pass over the facts known at the context's moment, as they look at `at`, then or later. With an earlier pass over
 * the same facts, what has not moved since is taken from it.
 */
export function reachPass(context: EvaluationContext, at: Instant, earlier?: EarlierPass): ReachPass {
  const stands = new Map<KpiId, ReachStand | null>();
  const finishes = new Map<KpiId, CivilDate>();
  const isStill = (id: KpiId): boolean =>
    earlier !== undefined && (earlier.restless.get(id) ?? Infinity) > at;
  const stand = (id: KpiId): void => {
    const [record, before] = [reachRecord(context, id), earlier?.pass.standOf(id)];
    const found =
      before && isStill(id)
        ? standLater(before, at)
        : record && standFrom({ context, record, finishes, at, before });
    stands.set(id, found);
    if (found) finishes.set(id, found.finish);
  };
  const standOf = (id: KpiId): ReachStand | null => {
    if (!stands.has(id)) for (const next of unvisited(id, context, { stands, isStill })) stand(next);
    return stands.get(id) ?? null;
  };
  return { at, standOf };
}

function reachRecord({ records }: EvaluationContext, id: KpiId): KpiRecord<ReachKpi> | null {
  const record = records.get(id);
  return record?.kpi.kind === 'reach' ? (record as KpiRecord<ReachKpi>) : null;
}

interface Visited {
  readonly stands: ReadonlyMap<KpiId, unknown>;
  /** Its predecessors do not move either. */
  readonly isStill: (id: KpiId) => boolean;
}

/** A KPI and its predecessors not yet looked at, each after its own; no recursion: chains may be long. */
function unvisited(
  id: KpiId,
  { network }: EvaluationContext,
  { stands, isStill }: Visited,
): readonly KpiId[] {
  const before = (kpi: KpiId): readonly Dependency[] =>
    isStill(kpi) ? [] : (network.predecessors.get(kpi) ?? []);
  if (before(id).every(({ from }) => stands.has(from))) return [id];
  const found: KpiId[] = [];
  const entered = new Set<KpiId>();
  const stack: { id: KpiId; ready: boolean }[] = [{ id, ready: false }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.ready) found.push(top.id);
    else if (!entered.has(top.id)) {
      entered.add(top.id);
      stack.push({ id: top.id, ready: true });
      for (const { from } of before(top.id)) if (!stands.has(from)) stack.push({ id: from, ready: false });
    }
  }
  return found;
}

/** Nothing pushes it further than before; only its own moments may have passed. */
function standLater(before: ReachStand, at: Instant): ReachStand {
  if (at < before.steadyUntil) return before;
  const { record, finish, imposed: pushed, done, steadyUntil } = before;
  const judgement = once(() => judgeReach(record, before.progress, at));
  return lazyStand(
    { record, finish, imposed: pushed, done, steadyUntil },
    { progress: () => before.progress, judgement },
  );
}

interface StandInput {
  readonly context: EvaluationContext;
  readonly record: KpiRecord<ReachKpi>;
  readonly finishes: ReadonlyMap<KpiId, CivilDate>;
  readonly at: Instant;
  readonly before: ReachStand | null | undefined;
}

function standFrom({ context, record, finishes, at, before }: StandInput): ReachStand {
  const { kpi, days, readings } = record;
  const pushed = pushOn(kpi, context, finishes);
  const same = before && sameImposed(before.imposed, pushed) ? before : null;
  const progress = once(() => same?.progress ?? progressUnder(pushed, record, context, before?.progress));
  // Of what the forward pass asks only the forecast depends on the push, and it needs two readings.
  const kept = same ?? (readings.length < FORECAST_READINGS ? before : null);
  const done = kept?.done ?? networkProgress(progress());
  const finish = earliestFinish({
    kpi,
    imposed: pushed,
    progress: done,
    asOfDate: localDate(at, days.timeZone),
  });
  const steadyUntil = before?.steadyUntil ?? ownMoments(record, context.asOf)[0] ?? Infinity;
  const judgement = once(() =>
    same && at < steadyUntil ? same.judgement : judgeReach(record, progress(), at),
  );
  return lazyStand({ record, finish, imposed: pushed, done, steadyUntil }, { progress, judgement });
}

type Lazy = { readonly [P in 'progress' | 'judgement']: () => ReachStand[P] };

function lazyStand(known: Omit<ReachStand, keyof Lazy>, { progress, judgement }: Lazy): ReachStand {
  return {
    ...known,
    get progress() {
      return progress();
    },
    get judgement() {
      return judgement();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function pushOn(
  kpi: ReachKpi,
  { network }: EvaluationContext,
  finishes: ReadonlyMap<KpiId, CivilDate>,
): Push {
  const push = imposed(kpi, network.predecessors.get(kpi.id) ?? [], finishes);
  return { ...push, drivenFinish: finishes.get(push.drivenBy ?? '') ?? null };
}

function progressUnder(
  pushed: Push,
  { kpi, readings }: KpiRecord<ReachKpi>,
  { network, time }: EvaluationContext,
  before?: ReachProgress,
): ReachProgress {
  return progressOf({
    kpi,
    readings,
    time,
    imposed: pushed,
    float: network.float.get(kpi.id) ?? 0,
    room: network.room.get(kpi.id) ?? 0,
    ...(before ? { planned: before.planned } : {}),
  });
}

/** True when predecessors impose the same. */
export function sameImposed(a: Imposed, b: Imposed): boolean {
  return a.startDelay === b.startDelay && a.finishDelay === b.finishDelay && a.drivenBy === b.drivenBy;
}
