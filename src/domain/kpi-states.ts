import type { EvaluationContext } from './evaluation-context.ts';
import { keepStateOf, reachStateOf, stoppedState } from './kpi-state.ts';
import type { KpiRecord } from './kpi-record.ts';
import { ownMoments } from './own-moments.ts';
import type { KeepKpi } from './portfolio.ts';
import type { Reviews } from './review-at.ts';
import type { KpiState } from './status.ts';
import { stopOf } from './stopped-work.ts';
import { type Instant, type TimeZone, localDate } from './zoned-time.ts';

/** What is told of every KPI at one moment, and what it rests on. Lists by position in the portfolio. */
export interface Standing {
  readonly context: EvaluationContext;
  /** Of reach KPIs, with the pass they rest on. */
  readonly reviews: Reviews;
  readonly states: readonly KpiState[];
  /** The next own moment of each KPI outside the network. */
  readonly steadyUntil: Float64Array;
}

export interface StandingInput {
  readonly context: EvaluationContext;
  readonly reviews: Reviews;
  /** An earlier standing over the same set-up. */
  readonly before?: Standing | undefined;
}

/** A state is the same object as before while nothing it tells has changed. */
export function standingOf({ context, reviews, before }: StandingInput): Standing {
  const { portfolio, setUp, asOf } = context;
  const isNewDay = newDays(context, before?.context.asOf);
  const steadyUntil = before
    ? Float64Array.from(before.steadyUntil)
    : new Float64Array(portfolio.kpis.length).fill(Infinity);
  const states = portfolio.kpis.map((kpi, index): KpiState => {
    const record = context.records.list[index];
    const then = before?.states[index];
    if (!record) return then ?? stoppedState(kpi, stopOf(kpi, context.stopped));
    const isDaily = then !== undefined && movesDaily(then) && isNewDay(record.days.timeZone);
    const place = setUp.placeOf[index] ?? -1;
    if (place >= 0)
      return reachStateAt({ context, reviews, before, told: isDaily ? undefined : then }, place);
    const isSame = before?.context.records.list[index] === record && asOf < (steadyUntil[index] ?? 0);
    if (then && isSame && !isDaily) return then;
    steadyUntil[index] = ownMoments(record, asOf)[0] ?? Infinity;
    return keepStateOf(record as KpiRecord<KeepKpi>, context);
  });
  return { context, reviews, states, steadyUntil };
}

interface ReachInput extends StandingInput {
  /** What was told of it, where that can still stand. */
  readonly told: KpiState | undefined;
}

function reachStateAt({ context, reviews, before, told }: ReachInput, place: number): KpiState {
  const stand = reviews.pass.stands[place];
  const at = reviews.at[place] ?? Infinity;
  const isSame = before?.reviews.pass.stands[place] === stand && before?.reviews.at[place] === at;
  if (told && isSame) return told;
  if (!stand) throw new Error(`nothing stands at place ${place} of the network`);
  return reachStateOf(stand, context, at === Infinity ? null : at);
}

/** Told by today's date: how long a wait is overdue, and which report comes next while one is missing. */
function movesDaily({ waits, missingReport }: KpiState): boolean {
  return waits.length > 0 || missingReport !== null;
}

/** True for the zones in which another day has begun. */
function newDays(
  { setUp, asOf }: EvaluationContext,
  before: Instant | undefined,
): (zone: TimeZone) => boolean {
  const changed = setUp.zones.filter(
    (zone) => before !== undefined && localDate(before, zone) !== localDate(asOf, zone),
  );
  const zones = new Set(changed);
  return (zone) => zones.has(zone);
}

/** The earliest moment at which any of them would change with no new data. */
export function earliestReview(states: readonly KpiState[]): Instant | null {
  let first = Infinity;
  for (const { reviewAt } of states) if (reviewAt !== null && reviewAt < first) first = reviewAt;
  return first === Infinity ? null : first;
}

/** The positions of those that are not what they were. */
export function changedStates(before: readonly KpiState[], after: readonly KpiState[]): readonly number[] {
  const changed: number[] = [];
  for (let at = 0; at < after.length; at += 1) if (after[at] !== before[at]) changed.push(at);
  return changed;
}
