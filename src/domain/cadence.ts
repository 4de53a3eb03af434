import { type DayNumber, LAST_DAY, dateOf, dayOf, monthEnd, weekdayOfDay } from './civil-date.ts';
import type { Cadence } from './portfolio.ts';
import { type WorkDays, workDayFrom } from './work-days.ts';
import { WEEKDAYS } from './working-time.ts';

/** What a KPI's reports fall due by. DESIGN.md 3.4. */
export interface ReportPlan {
  readonly cadence: Cadence;
  readonly start: DayNumber;
  /** The last day for which a report is planned; Infinity where only reaching the target ends them. */
  readonly until: DayNumber;
  /** The KPI exists since this day; no report before it can be missing. */
  readonly knownSince: DayNumber;
  readonly workDays: WorkDays;
}

const MONTH = 30;
const WEEK = 7;

/** Calendar days from one report to the next, on average; a month counts 30. */
export function cadenceDays(cadence: Cadence): number {
  if (cadence.every === 'month') return MONTH;
  const span = cadence.every === 'week' ? WEEK : 2 * WEEK;
  return span / Math.max(1, new Set(cadence.on).size);
}

/**
 * The days on which reports fall due, ascending: the first after the start and not before half a cadence; a day off
 * means the next working day. Fortnights count from the start, so their report days lie in each second week; day 31
 * means month end. Endless where `until` is Infinity.
 */
export function* reportDays(plan: ReportPlan): Generator<DayNumber, void> {
  if (!Number.isFinite(plan.start)) return;
  const earliest = plan.start + Math.max(1, cadenceDays(plan.cadence) / 2);
  let last = -Infinity;
  for (const planned of plannedDays(plan.cadence, plan.start)) {
    if (planned > plan.until) return;
    if (planned < earliest) continue;
    const day = workDayFrom(planned, plan.workDays);
    if (day > last && day >= plan.knownSince) yield day;
    last = Math.max(last, day);
  }
}

function plannedDays(cadence: Cadence, start: DayNumber): Iterable<DayNumber> {
  if (cadence.every === 'month') return monthDays(cadence.on, start);
  return weekDays(cadence.every === 'week' ? 1 : 2, weekdayOffsets(cadence.on, start), start);
}

function* weekDays(weeks: number, offsets: readonly number[], start: DayNumber): Generator<DayNumber, void> {
  if (offsets.length === 0) return;
  for (let week = start + (weeks - 1) * WEEK; ; week += weeks * WEEK) {
    for (const offset of offsets) yield week + offset;
  }
}

/** Days from the start's weekday to each report weekday, ascending. */
function weekdayOffsets(names: readonly string[], start: DayNumber): readonly number[] {
  const first = weekdayOfDay(start);
  const wanted = new Set(names.map((name) => WEEKDAYS.findIndex((weekday) => weekday === name)));
  return [...wanted]
    .filter((weekday) => weekday >= 0)
    .map((weekday) => (weekday - first + WEEK) % WEEK)
    .sort((a, b) => a - b);
}

function* monthDays(on: number, start: DayNumber): Generator<DayNumber, void> {
  for (let first = dayOf(`${dateOf(start).slice(0, 7)}-01`); first <= LAST_DAY;) {
    const last = dayOf(monthEnd(dateOf(first)));
    yield Math.min(last, first + Math.max(1, on) - 1);
    first = last + 1;
  }
}
