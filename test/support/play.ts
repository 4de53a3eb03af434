import type { CheckIn } from '../../src/domain/check-in.ts';
import type { Decision } from '../../src/domain/decision.ts';
import type { Person, Portfolio } from '../../src/domain/portfolio.ts';
import type { RecalibrationChange } from '../../src/domain/recalibration-change.ts';
import {
  type TimelineEvent,
  type TimelineState,
  accept,
  advance,
  startTimeline,
} from '../../src/domain/timeline.ts';
import { type Instant, instantAt } from '../../src/domain/zoned-time.ts';
import { day } from './network-builder.ts';
import { noFacts } from '../../src/domain/facts.ts';

/** Minutes since midnight of an hour of the day. */
export function moment(on: number, hour = 10): Instant {
  return instantAt(day(on), hour * 60, 'Europe/Berlin');
}

/** A reading sent on its own day. */
export function reads(kpi: string, on: number, value: number, more: Partial<CheckIn> = {}): TimelineEvent {
  const at = more.at ?? moment(on);
  return { kind: 'check-in', checkIn: { id: `${kpi}@${on}`, kpi, at, date: day(on), value, ...more } };
}

export function waiting(what: string, expectedOn: number, since = 0): Partial<CheckIn> {
  return { waitingOn: { what, kind: 'third-party', since: day(since), expectedBy: day(expectedOn) } };
}

/** A decision to hold, unless told otherwise. */
export function decides(cause: string, on: number, more: Partial<Decision> = {}): TimelineEvent {
  const base = { id: `d-${cause}-${on}`, at: moment(on, 12), cause, by: 'boss', reason: 'because' };
  const choice = { kind: 'hold', commitDate: day(on + 5) } as const;
  return { kind: 'decision', decision: { ...base, choice, reviewDate: day(on + 14), ...more } };
}

export function happens(change: RecalibrationChange): TimelineEvent {
  return { kind: 'recalibration', change };
}

export function person(id: string, more: Partial<Person> = {}): Person {
  return { id, name: `Person ${id}`, appRole: 'Manager', ...more };
}

/** What came of a portfolio after these events; an event that is refused fails the test. */
export function play(portfolio: Portfolio, events: readonly TimelineEvent[], until: Instant): TimelineState {
  let state = startTimeline(noFacts(portfolio), moment(0, 0));
  for (const event of events) {
    const next = accept(state, event);
    if (!next.ok) throw new Error(`refused: ${JSON.stringify(next.error)}`);
    state = next.value;
  }
  return advance(state, until);
}
