import { addDays, dateOf } from './civil-date.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { sameJudgement } from './judgement.ts';
import { ownChange } from './own-moments.ts';
import type { KpiId } from './portfolio.ts';
import { type ReachPass, type ReachStand, reachPass, sameImposed } from './reach-pass.ts';
import { type Instant, type TimeZone, startOfDay } from './zoned-time.ts';

/**
 * With no own moment ahead (a KPI long silent), how long predecessors are followed day by day. What changes later
 * than that is found when anything is reported.
 */
const HORIZON_DAYS = 120;
const DAY = 86_400_000;

/**
 * Finds for each reach KPI when it would next change with no new data: by its own moments, or because a predecessor
 * that does not finish pushes it day by day. DESIGN.md 3.2, 3.6.
 */
export function reviewFinder(context: EvaluationContext, now: ReachPass): (id: KpiId) => Instant | null {
  const restless = restlessFrom(context, now);
  const midnights = midnightsOf(zonesOf(context));
  const passes = new Map<Instant, ReachPass>();
  const passAt = (at: Instant): ReachPass => {
    const pass = passes.get(at) ?? reachPass(context, at, { pass: now, restless });
    passes.set(at, pass);
    return pass;
  };
  return (id) => {
    const stand = now.standOf(id);
    if (!stand || stand.done.reachedOn !== null) return null;
    const own = ownChange(stand.record, stand.judgement, now.at);
    const from = pushedFrom(id, context, restless);
    return from < (own ?? Infinity)
      ? (pushedChange(id, { from, until: own, midnights, now, passAt }) ?? own)
      : own;
  };
}

interface Passes {
  readonly now: ReachPass;
  readonly passAt: (at: Instant) => ReachPass;
}

interface PushedInput extends Passes {
  readonly from: Instant;
  readonly until: Instant | null;
  readonly midnights: Midnights;
}

/** The first midnight, in any owner's zone, at which what predecessors impose changes the judgement. */
function pushedChange(id: KpiId, { from, until, midnights, now, passAt }: PushedInput): Instant | null {
  const stand = now.standOf(id);
  if (!stand || isSettled(stand)) return null;
  const moments = midnights(from, until ?? Infinity);
  const differs = (at: Instant): boolean => {
    const then = passAt(at).standOf(id);
    if (then === null || sameImposed(then.imposed, stand.imposed)) return false;
    return !sameJudgement(then.judgement, stand.judgement);
  };
  return takesOneWay(stand) ? firstTrue(moments, differs) : (moments.find(differs) ?? null);
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

/** From when on each KPI's finish may move with time alone: the day after it, or when a predecessor's does. */
function restlessFrom(context: EvaluationContext, now: ReachPass): ReadonlyMap<KpiId, Instant> {
  const restless = new Map<KpiId, Instant>();
  for (const id of context.network.order) {
    const stand = now.standOf(id);
    if (!stand || stand.done.reachedOn !== null) continue;
    const own = startOfDay(addDays(stand.finish, 1), stand.record.days.timeZone);
    restless.set(id, Math.min(own, pushedFrom(id, context, restless)));
  }
  return restless;
}

function pushedFrom(
  id: KpiId,
  { network }: EvaluationContext,
  restless: ReadonlyMap<KpiId, Instant>,
): Instant {
  const predecessors = network.predecessors.get(id) ?? [];
  return Math.min(...predecessors.map(({ from }) => restless.get(from) ?? Infinity));
}

function zonesOf({ records, network }: EvaluationContext): readonly TimeZone[] {
  return [...new Set(network.order.flatMap((id) => records.get(id)?.days.timeZone ?? []))];
}
