import { type CivilDate } from './civil-date.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { type Judgement } from './judgement.ts';
import type { KpiRecord } from './kpi-record.ts';
import { type Imposed, type Progress, earliestFinish, imposed } from './network-finish.ts';
import { ownMoments } from './own-moments.ts';
import type { KpiId, ReachKpi } from './portfolio.ts';
import { type Push, type ReachProgress, progressOf } from './reach-progress.ts';
import { judgeReach, networkProgress } from './reach-state.ts';
import { type Instant, localDate } from './zoned-time.ts';

/** A reach KPI at one moment, as its predecessors leave it. */
export interface ReachStand {
  readonly record: KpiRecord<ReachKpi>;
  readonly progress: ReachProgress;
  readonly judgement: Judgement;
  readonly finish: CivilDate;
  /** What the forward pass asks of it. */
  readonly done: Progress;
  /** Until this moment its own facts say nothing new. */
  readonly steadyUntil: Instant;
}

/** The forward pass at one moment; each KPI is looked at once, after its predecessors. DESIGN.md 3.6. */
export interface ReachPass {
  readonly at: Instant;
  standOf(id: KpiId): ReachStand | null;
}

/**
 * A pass over the facts known at the context's moment, as they look at `at`, then or later. `earlier`: a pass over
 * the same facts, whose stands are kept where predecessors impose the same.
 */
export function reachPass(context: EvaluationContext, at: Instant, earlier?: ReachPass): ReachPass {
  const stands = new Map<KpiId, ReachStand | null>();
  const finishes = new Map<KpiId, CivilDate>();
  const stand = (id: KpiId): void => {
    const record = reachRecord(context, id);
    const found = record && standFrom({ context, record, finishes, at, earlier: earlier?.standOf(id) });
    stands.set(id, found);
    if (found) finishes.set(id, found.finish);
  };
  const standOf = (id: KpiId): ReachStand | null => {
    if (!stands.has(id)) for (const next of unvisited(id, context, stands)) stand(next);
    return stands.get(id) ?? null;
  };
  return { at, standOf };
}

function reachRecord({ records }: EvaluationContext, id: KpiId): KpiRecord<ReachKpi> | null {
  const record = records.get(id);
  return record?.kpi.kind === 'reach' ? (record as KpiRecord<ReachKpi>) : null;
}

/** A KPI and its predecessors not yet looked at, each after its own; no recursion: chains may be long. */
function unvisited(
  id: KpiId,
  { network }: EvaluationContext,
  done: ReadonlyMap<KpiId, unknown>,
): readonly KpiId[] {
  const found: KpiId[] = [];
  const entered = new Set<KpiId>();
  const stack: { id: KpiId; ready: boolean }[] = [{ id, ready: false }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.ready) found.push(top.id);
    else if (!entered.has(top.id)) {
      entered.add(top.id);
      stack.push({ id: top.id, ready: true });
      for (const { from } of network.predecessors.get(top.id) ?? []) {
        if (!done.has(from)) stack.push({ id: from, ready: false });
      }
    }
  }
  return found;
}

interface StandInput {
  readonly context: EvaluationContext;
  readonly record: KpiRecord<ReachKpi>;
  readonly finishes: ReadonlyMap<KpiId, CivilDate>;
  readonly at: Instant;
  readonly earlier: ReachStand | null | undefined;
}

function standFrom({ context, record, finishes, at, earlier }: StandInput): ReachStand {
  const { kpi, days } = record;
  const pushed = pushOn(kpi, context, finishes);
  const same = earlier && sameImposed(earlier.progress.imposed, pushed) ? earlier : null;
  const progress = same?.progress ?? progressUnder(pushed, record, context, earlier?.progress);
  const done = same?.done ?? networkProgress(progress);
  const asOfDate = localDate(at, days.timeZone);
  const finish = earliestFinish({ kpi, imposed: pushed, progress: done, asOfDate });
  const steadyUntil = earlier?.steadyUntil ?? ownMoments(record, context.asOf)[0] ?? Infinity;
  const judgement = same && at < steadyUntil ? same.judgement : judgeReach(record, progress, at);
  return { record, progress, judgement, finish, done, steadyUntil };
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

function sameImposed(a: Imposed, b: Imposed): boolean {
  return a.startDelay === b.startDelay && a.finishDelay === b.finishDelay && a.drivenBy === b.drivenBy;
}
