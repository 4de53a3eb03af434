import { type Moments, never } from './moments.ts';
import { type CivilDate, addDays } from './civil-date.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import type { Judgement } from './judgement.ts';
import type { KpiRecord } from './kpi-record.ts';
import { type Imposed, type Progress, earliestFinish, imposed } from './network-finish.ts';
import { ownMoments } from './own-moments.ts';
import type { KpiId, ReachKpi } from './portfolio.ts';
import { type Push, type ReachProgress, progressOf } from './reach-progress.ts';
import { judgeReach, networkProgress } from './reach-state.ts';
import { type Instant, localDate, startOfDay } from './zoned-time.ts';

/** A reach KPI at one moment, as its predecessors leave it. */
export interface ReachStand {
  readonly record: KpiRecord<ReachKpi>;
  readonly finish: CivilDate;
  readonly imposed: Push;
  /** What the forward pass asks of it. */
  readonly done: Progress;
  /** Until this moment its own facts say nothing new. */
  readonly steadyUntil: Instant;
  /** From this moment on today pushes its finish, day by day; Infinity once reached. */
  readonly movesFrom: Instant;
  readonly progress: ReachProgress;
  readonly judgement: Judgement;
}

/** The forward pass at one moment; each KPI is looked at once, after its predecessors. DESIGN.md 3.6. */
export interface ReachPass {
  readonly at: Instant;
  /** By place in the network. */
  readonly stands: readonly (ReachStand | null)[];
  /** What it rests on, by position in the portfolio. */
  readonly records: EvaluationContext['records']['list'];
  /** Until when time alone leaves each as it is, predecessors aside; by place. */
  readonly quietUntil: Moments;
  standOf(id: KpiId): ReachStand | null;
}

/**
 * A pass over the facts known at the context's moment. With an earlier one over the same network, what neither the
 * clock, a check-in nor a predecessor has touched since is taken from it, as the same object.
 */
export function reachPass(context: EvaluationContext, at: Instant, before?: ReachPass): ReachPass {
  const { order, placeOf, after } = context.network;
  const size = order.length;
  const stands = before ? [...before.stands] : Array.from({ length: size }, (): ReachStand | null => null);
  const quietUntil = before ? before.quietUntil.slice() : never(size);
  const finishes = { get: (id: KpiId) => stands[placeOf.get(id) ?? -1]?.finish };
  const isTouched = before ? touchedSince(context, before) : new Uint8Array(size).fill(1);
  for (let place = 0; place < size; place += 1) {
    if (!isTouched[place] && (quietUntil[place] as number) > at) continue;
    const [then, record] = [stands[place] ?? null, reachRecord(context, place)];
    const now = record && standFrom({ context, record, finishes, at, before: then });
    stands[place] = now;
    quietUntil[place] = now ? Math.min(now.steadyUntil, now.movesFrom) : Infinity;
    if (now?.finish === then?.finish) continue;
    const last = after.first[place + 1] as number;
    for (let edge = after.first[place] as number; edge < last; edge += 1)
      isTouched[after.at[edge] as number] = 1;
  }
  const standOf = (id: KpiId): ReachStand | null => stands[placeOf.get(id) ?? -1] ?? null;
  return { at, stands, quietUntil, standOf, records: context.records.list };
}

/** 1 for every place whose record is another one now. */
function touchedSince({ records, setUp, network }: EvaluationContext, before: ReachPass): Uint8Array {
  const touched = new Uint8Array(network.order.length);
  if (records.list === before.records) return touched;
  for (let index = 0; index < records.list.length; index += 1) {
    const place = setUp.placeOf[index] as number;
    if (place >= 0 && records.list[index] !== before.records[index]) touched[place] = 1;
  }
  return touched;
}

function reachRecord({ records, setUp }: EvaluationContext, place: number): KpiRecord<ReachKpi> | null {
  const record = records.list[setUp.indexAt[place] as number];
  return record?.kpi.kind === 'reach' ? (record as KpiRecord<ReachKpi>) : null;
}

interface StandInput {
  readonly context: EvaluationContext;
  readonly record: KpiRecord<ReachKpi>;
  readonly finishes: Finishes;
  readonly at: Instant;
  readonly before: ReachStand | null;
}

export type Finishes = Pick<ReadonlyMap<KpiId, CivilDate>, 'get'>;

function standFrom({ context, record, finishes, at, before }: StandInput): ReachStand {
  const pushed = pushOn(record.kpi, context, finishes);
  const known = before?.record === record ? before : null;
  const same = known && samePush(known.imposed, pushed) ? known : null;
  const planned = before?.record.kpi === record.kpi ? before.progress.planned : undefined;
  const progress = same?.progress ?? progressUnder(pushed, record, { context, planned });
  const done = same?.done ?? networkProgress(progress);
  const finish = finishAt({ record, pushed, done, at });
  const isSteady = same !== null && at < same.steadyUntil;
  if (isSteady && same.finish === finish) return same;
  const judgement = isSteady ? same.judgement : judgeReach(record, progress, at);
  const steadyUntil = ownMoments(record, at)[0] ?? Infinity;
  const movesFrom = done.reachedOn === null ? dayAfter(finish, record) : Infinity;
  return { record, finish, imposed: pushed, done, steadyUntil, movesFrom, progress, judgement };
}

function dayAfter(finish: CivilDate, { days }: KpiRecord): Instant {
  return startOfDay(addDays(finish, 1), days.timeZone);
}

interface FinishOf {
  readonly record: KpiRecord<ReachKpi>;
  readonly pushed: Push;
  readonly done: Progress;
  readonly at: Instant;
}

export function finishAt({ record: { kpi, days }, pushed, done, at }: FinishOf): CivilDate {
  const asOfDate = localDate(at, days.timeZone);
  return earliestFinish({ kpi, imposed: pushed, progress: done, asOfDate });
}

export function pushOn(kpi: ReachKpi, { network }: EvaluationContext, finishes: Finishes): Push {
  const push = imposed(kpi, network.predecessors.get(kpi.id) ?? [], finishes);
  return { ...push, drivenFinish: finishes.get(push.drivenBy ?? '') ?? null };
}

interface UnderPush {
  readonly context: EvaluationContext;
  /** The unshifted curve, when known already. */
  readonly planned?: ReachProgress['planned'] | undefined;
}

export function progressUnder(
  pushed: Push,
  { kpi, readings }: KpiRecord<ReachKpi>,
  { context: { network, time }, planned }: UnderPush,
): ReachProgress {
  return progressOf({
    kpi,
    readings,
    time,
    imposed: pushed,
    float: network.float.get(kpi.id) ?? 0,
    room: network.room.get(kpi.id) ?? 0,
    ...(planned ? { planned } : {}),
  });
}

/** True when predecessors impose the same. */
export function sameImposed(a: Imposed, b: Imposed): boolean {
  return a.startDelay === b.startDelay && a.finishDelay === b.finishDelay && a.drivenBy === b.drivenBy;
}

function samePush(a: Push, b: Push): boolean {
  return sameImposed(a, b) && a.drivenFinish === b.drivenFinish;
}
