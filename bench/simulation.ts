import { type CivilDate, addDays, daysBetween, monthEnd } from '../src/domain/civil-date.ts';
import { type RandomSource, randomFrom } from '../src/domain/monte-carlo-random.ts';
import type { Cadence } from '../src/domain/portfolio.ts';
import { median } from './measure.ts';
import { type Course, HEALTHY, type Noise, workOf } from './simulation-course.ts';
import { straightKpi } from './simulation-portfolio.ts';
import { type Change, type Run, run } from './simulation-run.ts';

const QUARTER = 91;
/** DESIGN.md 3.2, worked out here again: who ends later than this is not healthy. */
const LEAST_TOLERANCE = 2;
const TOLERANCE_SHARE = 0.05;
const FIRST_FRIDAY: CivilDate = '2026-01-02';

/** A length of plan and how often it reports. */
export interface Shape {
  readonly length: 'six weeks' | 'six months' | 'a year';
  readonly every: 'week' | 'month';
}

export const SHAPES: readonly Shape[] = (['week', 'month'] as const).flatMap((every) =>
  (['six weeks', 'six months', 'a year'] as const).map((length) => ({ length, every })),
);

const WEEKS = { 'six weeks': 6, 'six months': 26, 'a year': 52 } as const;
const MONTHS = { 'six months': 6, 'a year': 12 } as const;

interface Span {
  readonly start: CivilDate;
  readonly due: CivilDate;
  readonly days: number;
  readonly cadence: Cadence;
}

/**
 * A plan that starts on a report day, so that its periods are whole: some Friday of 2026, or the end of one of its
 * months. `anyDay` starts it on any day instead, so that its first period is a part of one.
 */
function spanOf({ length, every }: Shape, anyDay: boolean, chance: RandomSource): Span {
  const week = addDays(FIRST_FRIDAY, 7 * Math.floor(chance() * 52));
  const first = every === 'week' ? week : monthEnd(week);
  const start = anyDay ? addDays(week, Math.floor(chance() * 7)) : first;
  const inDays = every === 'week' || anyDay || length === 'six weeks';
  const due = inDays ? addDays(start, 7 * WEEKS[length]) : endAfter(start, MONTHS[length]);
  const cadence: Cadence = every === 'week' ? { every, on: ['friday'] } : { every, on: 31 };
  return { start, due, cadence, days: daysBetween(start, due) };
}

/** The end of the month so many months later. */
function endAfter(date: CivilDate, months: number): CivilDate {
  let end = date;
  for (let left = months; left > 0; left -= 1) end = monthEnd(addDays(end, 1));
  return end;
}

export interface Sample {
  readonly shape: Shape;
  readonly noise: Noise;
  readonly count: number;
  readonly seed: number;
  readonly anyDay?: boolean;
}

export interface HealthyResult {
  /** Work that ends within its tolerance, and the share of it that was ever not green. */
  readonly healthy: number;
  readonly leftGreen: number;
  /** The first reasons of those alarms, most frequent first. */
  readonly reasons: string;
  /** Recalibrations of healthy work per 100 KPIs and quarter. */
  readonly meetings: number;
  /** Work whose bad luck adds up to more than its tolerance: late in truth. The share that was seen before due. */
  readonly late: number;
  readonly lateSeen: number;
}

/** Work at the pace of the plan. */
export function simulateHealthy(sample: Sample): HealthyResult {
  const chance = randomFrom(sample.seed);
  const runs = Array.from({ length: sample.count }, () => healthyRun(sample, chance));
  const healthy = runs.filter(({ isLate }) => !isLate);
  const late = runs.filter(({ isLate }) => isLate);
  const alarms = healthy.flatMap(({ firstAlarm }) => firstAlarm ?? []);
  const days = sum(healthy.map((one) => one.run.days));
  return {
    healthy: healthy.length,
    leftGreen: alarms.length / Math.max(1, healthy.length),
    reasons: counted(alarms.map(({ reason }) => reason)),
    meetings: (100 * QUARTER * sum(healthy.map((one) => one.run.meetings))) / Math.max(1, days),
    late: late.length,
    lateSeen: late.filter(({ firstAlarm, due }) => firstAlarm && firstAlarm.day <= due).length,
  };
}

interface HealthyRun {
  readonly run: Run;
  readonly due: number;
  readonly isLate: boolean;
  readonly firstAlarm: Change | undefined;
}

function healthyRun({ shape, noise, anyDay = false }: Sample, chance: RandomSource): HealthyRun {
  const { start, due, days, cadence } = spanOf(shape, anyDay, chance);
  const { read, leftAtDue } = workOf(days, HEALTHY, noise, chance);
  const one = run({ kpi: straightKpi(start, due, cadence), read, endsWhen: () => false });
  const tolerance = Math.max(LEAST_TOLERANCE, TOLERANCE_SHARE * days);
  const firstAlarm = one.changes.find(({ to }) => to !== 'green');
  return { run: one, due: days, isLate: leftAtDue() > tolerance, firstAlarm };
}

/** Where trouble begins: at a share of the plan with its whole period, or on any day from 20 to 80 % of it. */
export type Turn = { readonly at: number } | 'any day';

export interface DetectionResult {
  readonly seen: number;
  /** Days from the turn to the first report that shows it; the middle one, and what nine of ten stay within. */
  readonly median: number;
  readonly ninth: number;
  /** Not green before the turn: left out. */
  readonly before: number;
}

/** Work that goes on at `pace` from a turn on. */
export function simulateTrouble(sample: Sample, pace: number, turn: Turn): DetectionResult {
  const chance = randomFrom(sample.seed);
  const found = Array.from({ length: sample.count }, () => troubledRun(sample, { pace, turn }, chance));
  const days = found.filter((day) => day !== null).sort((a, b) => a - b);
  return {
    seen: days.length,
    median: median(days),
    ninth: days[Math.floor(0.9 * days.length)] ?? NaN,
    before: sample.count - days.length,
  };
}

interface Trouble {
  readonly pace: number;
  readonly turn: Turn;
}

/** Days until it left green; null where it had before the turn. */
function troubledRun(
  { shape, noise, anyDay = false }: Sample,
  { pace, turn }: Trouble,
  chance: RandomSource,
): number | null {
  const { start, due, days, cadence } = spanOf(shape, anyDay, chance);
  const at = turn === 'any day' ? Math.floor(days * (0.2 + 0.6 * chance())) : turn.at * days;
  const course: Course = { pace, turn: at, wholePeriods: turn !== 'any day' };
  const { read } = workOf(days, course, noise, chance);
  const kpi = straightKpi(start, due, cadence);
  const { changes } = run({ kpi, read, endsWhen: (status) => status !== 'green' });
  const first = changes.find(({ to }) => to !== 'green');
  // Pace 0.7 ends some day; who is never seen until then counts from the turn to the end of the work.
  if (!first) return days / pace - at;
  return first.day > at ? first.day - at : null;
}

function counted(reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${reason} ${count}`)
    .join(', ');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
