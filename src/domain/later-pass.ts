import type { Moments } from './moments.ts';
import type { CivilDate } from './civil-date.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import type { Judgement } from './judgement.ts';
import { type Progress } from './network-finish.ts';
import type { KpiId } from './portfolio.ts';
import type { Push, ReachProgress } from './reach-progress.ts';
import {
  type ReachPass,
  type ReachStand,
  finishAt,
  progressUnder,
  pushOn,
  sameImposed,
} from './reach-pass.ts';
import { judgeReach, networkProgress } from './reach-state.ts';
import type { Instant } from './zoned-time.ts';

/** A forecast needs two readings. */
const FORECAST_READINGS = 2;
const NO_PLACES = new Int32Array(0);

/** A reach KPI at a later moment with no new data. */
export interface LaterStand {
  readonly imposed: Push;
  readonly finish: CivilDate;
  /** Worked out when asked for: the pass itself needs the finish alone. */
  readonly judgement: () => Judgement;
}

/** The forward pass at a later moment over the same facts; looks only at what is asked for. By place. */
export type LaterPass = (place: number) => LaterStand | null;

export interface LaterInput {
  readonly context: EvaluationContext;
  readonly now: ReachPass;
  /** From when on each finish may move with time alone; by place. */
  readonly restless: Moments;
}

export function laterPass({ context, now, restless }: LaterInput, at: Instant): LaterPass {
  const { before: edges, placeOf } = context.network;
  const stands = new Map<number, LaterStand | null>();
  const finishes = { get: (id: KpiId) => stands.get(placeOf.get(id) ?? -1)?.finish };
  const isStill = (place: number): boolean => (restless[place] ?? Infinity) > at;
  const before = (place: number): Int32Array =>
    isStill(place) ? NO_PLACES : edges.at.subarray(edges.first[place], edges.first[place + 1]);
  const look = (place: number): void => {
    const then = now.stands[place] ?? null;
    stands.set(
      place,
      then && (isStill(place) ? stillStand(then, at) : movedStand(then, { context, finishes, at })),
    );
  };
  return (place) => {
    if (!stands.has(place)) for (const next of unvisited(place, before, stands)) look(next);
    return stands.get(place) ?? null;
  };
}

/** A KPI and its predecessors not yet looked at, each after its own; no recursion: chains may be long. */
function unvisited(
  place: number,
  before: (place: number) => Int32Array,
  seen: ReadonlyMap<number, unknown>,
): readonly number[] {
  const wanted = new Set([place]);
  for (const one of wanted) for (const from of before(one)) if (!seen.has(from)) wanted.add(from);
  return [...wanted].sort((a, b) => a - b);
}

/** Nothing pushes it further than now; only its own moments may have passed. */
function stillStand(
  { record, imposed, finish, progress, judgement, steadyUntil }: ReachStand,
  at: Instant,
): LaterStand {
  const judge = () => (at < steadyUntil ? judgement : judgeReach(record, progress, at));
  return { imposed, finish, judgement: judge };
}

interface Moved {
  readonly context: EvaluationContext;
  readonly finishes: Parameters<typeof pushOn>[2];
  readonly at: Instant;
}

function movedStand(then: ReachStand, { context, finishes, at }: Moved): LaterStand {
  const { record } = then;
  const pushed = pushOn(record.kpi, context, finishes);
  const progress = once(() => progressThen(then, pushed, context));
  const done = doneThen(then, pushed, progress);
  return {
    imposed: pushed,
    finish: finishAt({ record, pushed, done, at }),
    judgement: once(() => judgeReach(record, progress(), at)),
  };
}

function progressThen(then: ReachStand, pushed: Push, context: EvaluationContext): ReachProgress {
  if (sameImposed(then.imposed, pushed)) return then.progress;
  return progressUnder(pushed, then.record, { context, planned: then.progress.planned });
}

/** Of what the forward pass asks only the forecast depends on the push. */
function doneThen(then: ReachStand, pushed: Push, progress: () => ReachProgress): Progress {
  const isKept = sameImposed(then.imposed, pushed) || then.record.readings.length < FORECAST_READINGS;
  return isKept ? then.done : networkProgress(progress());
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
