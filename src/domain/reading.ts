import type { CheckIn } from './check-in.ts';
import { type CivilDate, type DayNumber, dayOf } from './civil-date.ts';
import type { Kpi } from './portfolio.ts';
import type { Reading } from './status.ts';
import type { Instant } from './zoned-time.ts';

/** A reading with its day as a number, for the rules. */
export interface DayReading extends Reading {
  readonly day: DayNumber;
}

/** What was sent by a moment, in the order of sending; what cannot be read at all is left out. */
export function sentBy(checkIns: readonly CheckIn[], asOf: Instant): readonly CheckIn[] {
  if (isSentInOrder(checkIns, asOf)) return checkIns;
  return checkIns.filter((one) => one.at <= asOf && isReadable(one)).sort((a, b) => a.at - b.at);
}

/** Nearly every history is: then the list at hand is the answer. */
function isSentInOrder(checkIns: readonly CheckIn[], asOf: Instant): boolean {
  let last = -Infinity;
  for (const one of checkIns) {
    if (one.at < last || one.at > asOf || !isReadable(one)) return false;
    last = one.at;
  }
  return true;
}

function isReadable({ value, date }: CheckIn): boolean {
  return Number.isFinite(value) && Number.isFinite(dayOf(date));
}

/** Those that no other one corrects. A correction of a correction still corrects. DESIGN.md 3.1. */
export function standing(sent: readonly CheckIn[]): readonly CheckIn[] {
  if (!sent.some(({ supersedes }) => supersedes !== undefined)) return sent;
  const corrected = new Set(sent.flatMap(({ supersedes }) => supersedes ?? []));
  return sent.filter(({ id }) => !corrected.has(id));
}

/**
 * One reading a day, oldest first: of levels the last one sent counts, increments add. Increments are counted from
 * the baseline of the first plan, so that a later revision does not count them twice. DESIGN.md 3.1.
 */
export function readingsOf(kpi: Kpi, checkIns: readonly CheckIn[]): readonly DayReading[] {
  const adds = kpi.kind === 'reach' && kpi.readings === 'increment';
  let total = kpi.kind === 'reach' ? (kpi.revisions[0]?.plan ?? kpi.plan).baseline : 0;
  const readings: DayReading[] = [];
  let last: CivilDate | null = null;
  for (const { id, at, date, value } of byDay(checkIns)) {
    total += value;
    if (last === date) readings.pop();
    readings.push({ checkIn: id, at, date, value: adds ? total : value, day: dayOf(date) });
    last = date;
  }
  return readings;
}

function byDay(checkIns: readonly CheckIn[]): readonly CheckIn[] {
  let [date, at] = ['', -Infinity];
  for (const one of checkIns) {
    const isLater = one.date > date || (one.date === date && one.at >= at);
    if (!isLater) return sortedByDay(checkIns);
    ({ date, at } = one);
  }
  return checkIns;
}

function sortedByDay(checkIns: readonly CheckIn[]): readonly CheckIn[] {
  return checkIns.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.at - b.at));
}
