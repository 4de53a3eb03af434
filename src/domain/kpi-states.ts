import { type Moments, never } from './moments.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { keepStateOf, reachStateOf, stoppedState } from './kpi-state.ts';
import type { KpiRecord } from './kpi-record.ts';
import { ownMoments } from './own-moments.ts';
import type { KeepKpi, Kpi } from './portfolio.ts';
import type { Reviews } from './review-at.ts';
import { bucketOf } from './roll-up.ts';
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
  readonly steadyUntil: Moments;
  /** When each would change with no new data; Infinity: never. */
  readonly reviewAt: Moments;
  /** Where each is counted in a roll-up. */
  readonly buckets: Uint8Array;
}

export interface StandingInput {
  readonly context: EvaluationContext;
  readonly reviews: Reviews;
  /** An earlier standing over the same set-up. */
  readonly before?: Standing | undefined;
}

/** A state is the same object as before while nothing it tells has changed. */
export function standingOf(input: StandingInput): Standing {
  const { context, reviews, before } = input;
  const { kpis } = context.portfolio;
  const size = kpis.length;
  const states = before ? [...before.states] : [];
  const steadyUntil = before ? before.steadyUntil.slice() : never(size);
  const reviewAt = before ? before.reviewAt.slice() : never(size);
  const buckets = before ? before.buckets.slice() : new Uint8Array(size);
  const holds = holdingFrom(input);
  for (let index = 0; index < size; index += 1) {
    if (holds(index)) continue;
    const state = stateAt(input, index);
    states[index] = state;
    reviewAt[index] = state.reviewAt ?? Infinity;
    buckets[index] = bucketOf(state);
    const record = context.records.list[index];
    if (record?.kpi.kind === 'keep') steadyUntil[index] = ownMoments(record, context.asOf)[0] ?? Infinity;
  }
  return { context, reviews, states, steadyUntil, reviewAt, buckets };
}

/** True where what was told of a KPI can still be told. */
function holdingFrom({ context, reviews, before }: StandingInput): (index: number) => boolean {
  if (!before) return () => false;
  const { asOf, records, setUp } = context;
  const isNewDay = newDays(context, before.context.asOf);
  const [then, was] = [before.reviews, before.context.records.list];
  const rests = (index: number): boolean => {
    const place = setUp.placeOf[index] as number;
    return place >= 0
      ? then.pass.stands[place] === reviews.pass.stands[place] && then.at[place] === reviews.at[place]
      : was[index] === records.list[index] && asOf < (before.steadyUntil[index] as number);
  };
  if (!isNewDay) return rests;
  return (index) => {
    const zone = records.list[index]?.days.timeZone;
    const isStale = zone !== undefined && isNewDay(zone) && movesDaily(before.states[index] as KpiState);
    return rests(index) && !isStale;
  };
}

function stateAt({ context, reviews }: StandingInput, index: number): KpiState {
  const record = context.records.list[index];
  const place = context.setUp.placeOf[index] as number;
  const stand = reviews.pass.stands[place];
  if (record && stand) {
    const at = reviews.at[place] as number;
    return reachStateOf(stand, context, at === Infinity ? null : at);
  }
  if (record) return keepStateOf(record as KpiRecord<KeepKpi>, context);
  const kpi = context.portfolio.kpis[index] as Kpi;
  return stoppedState(kpi, stopOf(kpi, context.stopped));
}

/** Told by today's date: how long a wait is overdue, and which report comes next while one is missing. */
function movesDaily({ waits, missingReport }: KpiState): boolean {
  return waits.length > 0 || missingReport !== null;
}

/** The zones in which another day has begun; null where it has in none. */
function newDays({ setUp, asOf }: EvaluationContext, before: Instant): ((zone: TimeZone) => boolean) | null {
  const changed = setUp.zones.filter((zone) => localDate(before, zone) !== localDate(asOf, zone));
  const zones = new Set(changed);
  return changed.length === 0 ? null : (zone) => zones.has(zone);
}

/** The earliest moment at which any of them would change with no new data. */
export function earliestReview({ reviewAt }: Standing): Instant | null {
  let first = Infinity;
  for (const at of reviewAt) if (at < first) first = at;
  return first === Infinity ? null : first;
}

/** The positions of those that are not what they were. */
export function changedStates(before: readonly KpiState[], after: readonly KpiState[]): readonly number[] {
  const changed: number[] = [];
  for (let at = 0; at < after.length; at += 1) if (after[at] !== before[at]) changed.push(at);
  return changed;
}
