import type { CheckIn } from './check-in.ts';
import { type DayNumber, dayOf } from './civil-date.ts';
import type { Kpi } from './portfolio.ts';
import type { Reading } from './status.ts';
import type { Instant } from './zoned-time.ts';

/** A reading with its day as a number, for the rules. */
export interface DayReading extends Reading {
  readonly day: DayNumber;
}

/** What was sent by a moment, in the order of sending; what cannot be read at all is left out. */
export function sentBy(checkIns: readonly CheckIn[], asOf: Instant): readonly CheckIn[] {
  return checkIns
    .filter(({ at, value, date }) => at <= asOf && Number.isFinite(value) && Number.isFinite(dayOf(date)))
    .sort((a, b) => a.at - b.at);
}

/** Those that no other one corrects. A correction of a correction still corrects. DESIGN.md 3.1. */
export function standing(sent: readonly CheckIn[]): readonly CheckIn[] {
  const corrected = new Set(sent.flatMap(({ supersedes }) => supersedes ?? []));
  return corrected.size === 0 ? sent : sent.filter(({ id }) => !corrected.has(id));
}

/**
 * One reading a day, oldest first: of levels the last one sent counts, increments add. Increments are counted from
 * the baseline of the first plan, so that a later revision does not count them twice. DESIGN.md 3.1.
 */
export function readingsOf(kpi: Kpi, checkIns: readonly CheckIn[]): readonly DayReading[] {
  const adds = kpi.kind === 'reach' && kpi.readings === 'increment';
  let total = kpi.kind === 'reach' ? (kpi.revisions[0]?.plan ?? kpi.plan).baseline : 0;
  const readings: DayReading[] = [];
  for (const { id, at, date, value } of byDay(checkIns)) {
    total += value;
    const reading = { checkIn: id, at, date, value: adds ? total : value, day: dayOf(date) };
    if (readings.at(-1)?.date === date) readings.pop();
    readings.push(reading);
  }
  return readings;
}

function byDay(checkIns: readonly CheckIn[]): readonly CheckIn[] {
  return checkIns.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.at - b.at));
}
