import { type Moments, never } from './moments.ts';
import { dateOf } from './civil-date.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { sameJudgement } from './judgement.ts';
import { type LaterPass, laterPass } from './later-pass.ts';
import { ownChange } from './own-moments.ts';
import { type ReachPass, type ReachStand, sameImposed } from './reach-pass.ts';
import { pushedFrom, restlessFrom } from './restless.ts';
import { type Instant, type TimeZone, startOfDay } from './zoned-time.ts';

/**
 * With no own moment ahead (a KPI long silent), how long predecessors are followed day by day. What changes later
 * than that is found when anything is reported.
 */
const HORIZON_DAYS = 120;
const DAY = 86_400_000;

/** When each reach KPI would next change with no new data; by place, Infinity where it never will. */
export interface Reviews {
  readonly pass: ReachPass;
  readonly at: Moments;
  /** By its own moments alone. */
  readonly own: Moments;
  readonly restless: Moments;
}

/**
 * Finds for each reach KPI when it would next change with no new data: by its own moments, or because a predecessor
 * that does not finish pushes it day by day. DESIGN.md 3.2, 3.6. With earlier answers over the same network, only what
 * rests on something that has changed since is looked at again.
 */
export function reviewsOf(context: EvaluationContext, now: ReachPass, before?: Reviews): Reviews {
  const { network } = context;
  const size = network.order.length;
  const restless = restlessFrom(network, now, before);
  const own = before ? before.own.slice() : never(size);
  const at = before ? before.at.slice() : never(size);
  const touched = before && touchedFrom(context, { now, restless, before });
  const look = onlookerOf(context, now, restless);
  for (let place = 0; place < size; place += 1) {
    const stand = now.stands[place] ?? null;
    const isNew = !before || before.pass.stands[place] !== stand;
    const touch = touched ? (touched[place] as number) : Infinity;
    if (!isNew && touch === Infinity && (at[place] as number) > now.at) continue;
    if (isNew) own[place] = ownOf(stand, now.at);
    const from = pushedFrom(network, restless, place);
    const [ownAt, then] = [own[place] ?? Infinity, at[place] ?? Infinity];
    // One that predecessors would have changed first may be changed by nothing more, or by them at another time.
    const isTouched = touch < untilOf(from, ownAt) || (touch < Infinity && then !== ownAt);
    if (isNew || isTouched || then <= now.at) at[place] = look({ place, from, own: ownAt });
  }
  return { pass: now, at, own, restless };
}

function ownOf(stand: ReachStand | null, at: Instant): Instant {
  if (!stand || stand.done.reachedOn !== null) return Infinity;
  return ownChange(stand.record, stand.judgement, at) ?? Infinity;
}

/** How far ahead predecessors are followed: to its own next change, and not for ever; before `from` not at all. */
function untilOf(from: Instant, own: Instant): Instant {
  return from < own ? Math.min(own, from + (HORIZON_DAYS + 4) * DAY) : -Infinity;
}

interface Touching {
  readonly now: ReachPass;
  readonly restless: Moments;
  readonly before: Reviews;
}

/** For each KPI the first moment from which on something that changed upstream can make a difference to it. */
function touchedFrom({ network }: EvaluationContext, { now, restless, before }: Touching): Moments {
  const { after } = network;
  const touched = never(network.order.length);
  for (let place = 0; place < touched.length; place += 1) {
    let from = touched[place] as number;
    const [then, later] = [before.restless[place] as number, restless[place] as number];
    if (now.stands[place] !== before.pass.stands[place] || then !== later) from = Math.min(from, then, later);
    if (from === Infinity) continue;
    const last = after.first[place + 1] as number;
    for (let edge = after.first[place] as number; edge < last; edge += 1) {
      const next = after.at[edge] as number;
      touched[next] = Math.min(touched[next] as number, from);
    }
  }
  return touched;
}

interface Onlook {
  readonly place: number;
  readonly from: Instant;
  readonly own: Instant;
}

/** When one KPI changes next, given when its predecessors begin to move and when it changes by itself. */
function onlookerOf(
  context: EvaluationContext,
  now: ReachPass,
  restless: Moments,
): (onlook: Onlook) => Instant {
  const midnights = midnightsOf(context.setUp.zones);
  const passes = new Map<Instant, LaterPass>();
  const passAt = (at: Instant): LaterPass => {
    const pass = passes.get(at) ?? laterPass({ context, now, restless }, at);
    passes.set(at, pass);
    return pass;
  };
  return ({ place, from, own }) => {
    const stand = now.stands[place] ?? null;
    if (!stand || stand.done.reachedOn !== null) return Infinity;
    if (from >= own) return own;
    return pushedChange({ place, stand, from, until: own, midnights, passAt }) ?? own;
  };
}

interface PushedInput {
  readonly place: number;
  readonly stand: ReachStand;
  readonly from: Instant;
  readonly until: Instant;
  readonly midnights: Midnights;
  readonly passAt: (at: Instant) => LaterPass;
}

/** The first midnight, in any owner's zone, at which what predecessors impose changes the judgement. */
function pushedChange({ place, stand, from, until, midnights, passAt }: PushedInput): Instant | null {
  if (isSettled(stand)) return null;
  const ahead = midnights(from, until);
  const differs = (at: Instant): boolean => {
    const then = passAt(at)(place);
    if (then === null || sameImposed(then.imposed, stand.imposed)) return false;
    return !sameJudgement(then.judgement(), stand.judgement);
  };
  return takesOneWay(stand) ? firstTrue(ahead, differs) : (ahead.find(differs) ?? null);
}

/**
 * More push lets own reasons go one by one and adds the dependency: what has changed never changes back. Not so for
 * one that is behind where points let the shape of the plan move past a reading, or float is longer than the plan.
 */
function takesOneWay({ record, progress }: ReachStand): boolean {
  if ((progress.last?.slip ?? 0) === 0) return true;
  const { float, tolerance, planned } = progress;
  return record.kpi.plan.points.length === 0 && Math.max(float, tolerance) < planned.duration;
}

/** The first of ascending moments that passes a test which, once passed, stays passed. */
function firstTrue(moments: readonly Instant[], test: (at: Instant) => boolean): Instant | null {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(moments[middle] ?? Infinity)) high = middle;
    else low = middle + 1;
  }
  return moments[low] ?? null;
}

/** Every midnight of some zones from a moment on, before another one, and not beyond the horizon. */
type Midnights = (from: Instant, until: Instant) => readonly Instant[];

function midnightsOf(zones: readonly TimeZone[]): Midnights {
  const known = new Map<number, readonly Instant[]>();
  const asked = new Map<string, readonly Instant[]>();
  const ofDay = (day: number): readonly Instant[] => {
    const moments =
      known.get(day) ?? zones.map((zone) => startOfDay(dateOf(day), zone)).sort((a, b) => a - b);
    known.set(day, moments);
    return moments;
  };
  const between: Midnights = (from, until) => {
    const first = Math.floor(from / DAY) - 1;
    const days = Math.ceil(Math.min(HORIZON_DAYS, (until - from) / DAY)) + 3;
    const moments = Array.from({ length: days }, (_, n) => ofDay(first + n)).flat();
    return moments.filter((at) => at >= from && at < until);
  };
  // Many KPIs report on the same days: each span is laid out once.
  return (from, until) => {
    const span = `${from}|${until}`;
    const moments = asked.get(span) ?? between(from, until);
    asked.set(span, moments);
    return moments;
  };
}

/**
 * Coloured by its predecessors, and with no slip of its own that more of the same push could take away: a later due
 * takes nothing from one who has not begun.
 */
function isSettled({ judgement, progress: { last, imposed } }: ReachStand): boolean {
  const pushed = judgement.reasons.some(({ code, status }) => code === 'dependency' && status === 'yellow');
  const fixed = !last || last.slip === 0 || (imposed.startDelay === 0 && last.earned === 0);
  return pushed && fixed;
}
