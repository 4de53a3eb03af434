import { type DayNumber, dayOf } from './civil-date.ts';
import { remainingDaysAt } from './network-finish.ts';
import { type PlanTime, planTimeOf } from './plan-time.ts';
import type { KpiId, Portfolio, ReachKpi } from './portfolio.ts';
import type { Reading } from './status.ts';

/** Relative pace between readings by KPI: 1 is as planned, 0.5 half as fast. */
export type PaceSamples = Readonly<Record<KpiId, readonly number[]>>;

/** A range is told from three readings on. DESIGN.md 3.7. */
export const LEAST_SAMPLES = 3;
/** A quarter of weekly reports; docs/decisions/network-price-slot.md. */
const MOST_SAMPLES = 12;

const LEAST_PACE = 0.05;
const MOST_PACE = 20;

/** The last paces of every KPI with at least three readings on different days; readings oldest first. */
export function paceSamplesOf(
  portfolio: Portfolio,
  readings: ReadonlyMap<KpiId, readonly Pick<Reading, 'date' | 'value'>[]>,
): PaceSamples {
  const time = planTimeOf(portfolio.holidays);
  const samples = portfolio.kpis.flatMap((kpi): [KpiId, readonly number[]][] => {
    if (kpi.kind !== 'reach') return [];
    const paces = pacesOf(kpi, readings.get(kpi.id) ?? [], time);
    return paces.length < LEAST_SAMPLES ? [] : [[kpi.id, paces]];
  });
  return Object.fromEntries(samples);
}

/** Earned days over elapsed days, from the start to the first reading and from each reading to the next. */
function pacesOf(
  kpi: ReachKpi,
  readings: readonly Pick<Reading, 'date' | 'value'>[],
  time: PlanTime,
): readonly number[] {
  const paces: number[] = [];
  let before = { day: dayOf(kpi.plan.start), left: dayOf(kpi.plan.due) - dayOf(kpi.plan.start) };
  for (const { date, value } of readings) {
    const now = { day: dayOf(date), left: remainingDaysAt(kpi, value, time) };
    if (now.day <= before.day) continue;
    paces.push(boundedPace((before.left - now.left) / (now.day - before.day)));
    before = now;
  }
  return paces.slice(-MOST_SAMPLES);
}

/** Between a twentieth and twenty times the plan (the least as in DESIGN.md 3.2). */
export function boundedPace(pace: number): number {
  return Math.min(MOST_PACE, Math.max(LEAST_PACE, pace));
}

/** When the rest would be done at a pace, from the day of the last reading on. */
export function finishAtPace(readOn: DayNumber, remaining: number, pace: number): DayNumber {
  return Math.ceil(readOn + remaining / boundedPace(pace));
}
