import { dateOf } from './civil-date.ts';
import { exceeds, rounded } from './figure.ts';
import { plannedValue } from './plan.ts';
import { type Earned, type ReachProgress, daysPastDue } from './reach-progress.ts';
import type { Reason, ReasonFact, Status } from './status.ts';

/** Plans longer than this need two readings in a row, or one at twice the limit. */
export const LONG_PLAN_DAYS = 90;

/** Red: more than max(room, tolerance) + tolerance behind. DESIGN.md 3.2. */
export function redLimit({ room, tolerance }: Pick<ReachProgress, 'room' | 'tolerance'>): number {
  return Math.max(room, tolerance) + tolerance;
}

/** Yellow: more than max(tolerance, float / 3) behind. DESIGN.md 3.2. */
export function yellowLimit({ float, tolerance }: Pick<ReachProgress, 'float' | 'tolerance'>): number {
  return Math.max(tolerance, float / 3);
}

/** A figure of the last reading held against a limit; for a long plan the reading before counts too. */
export interface LimitCheck {
  /** Days, as the limit. */
  readonly figure: number;
  /** The same figure at the reading before; null where there is none. */
  readonly before: number | null;
  readonly limit: number;
  /** True where two readings in a row must be over the limit, or one over twice the limit. */
  readonly isLong: boolean;
  readonly holds: boolean;
}

/** Own slip against a limit; null before the first reading. */
export function slipCheck(progress: ReachProgress, limit: number): LimitCheck | null {
  return limitCheck(progress, limit, (earned) => earned.slip);
}

/** Days dated after the (shifted) due, while unreached, against the red limit; null before the first reading. */
export function pastDueCheck(progress: ReachProgress): LimitCheck | null {
  return limitCheck(progress, redLimit(progress), (earned) => overdueDays(earned, progress));
}

function overdueDays({ reached, reading }: Earned, { curve }: ReachProgress): number {
  return reached ? 0 : daysPastDue(reading.day, curve);
}

/** Own slip at the last reading, red or yellow. */
export function slipReason(progress: ReachProgress): Reason | null {
  if (!progress.last) return null;
  const over = (limit: number): boolean => slipCheck(progress, limit)?.holds ?? false;
  if (over(redLimit(progress))) return slipped(progress, progress.last, 'red');
  return over(yellowLimit(progress)) ? slipped(progress, progress.last, 'yellow') : null;
}

/** A reading dated well after the (shifted) due, still unreached: red. */
export function pastDueReason(progress: ReachProgress): Reason | null {
  const { curve, last } = progress;
  const check = pastDueCheck(progress);
  if (!last || !check?.holds) return null;
  return {
    code: 'past-due',
    status: 'red',
    readings: [last.reading.checkIn],
    facts: { ...readingFacts(progress, last), due: dateOf(curve.due), days: check.figure },
  };
}

function limitCheck(
  { last, previous, planned }: ReachProgress,
  limit: number,
  figureOf: (earned: Earned) => number,
): LimitCheck | null {
  if (!last) return null;
  const [figure, before] = [figureOf(last), previous ? figureOf(previous) : null];
  const isLong = planned.duration > LONG_PLAN_DAYS;
  const confirmed = !isLong || exceeds(figure, 2 * limit) || (before !== null && exceeds(before, limit));
  return { figure, before, limit, isLong, holds: exceeds(figure, limit) && confirmed };
}

function slipped(progress: ReachProgress, last: Earned, status: Status): Reason {
  const { tolerance, float, room } = progress;
  return {
    code: 'slip',
    status,
    readings: [last.reading.checkIn],
    facts: { ...readingFacts(progress, last), tolerance: rounded(tolerance), float, room },
  };
}

/** What every reason about a reading tells: the reading, the plan on its day, the target and the slip. */
export function readingFacts(
  { curve }: Pick<ReachProgress, 'curve'>,
  { reading, slip }: Earned,
): Readonly<Record<string, ReasonFact>> {
  const plan = rounded(plannedValue(reading.day, curve), Math.max(2, curve.places));
  return { value: reading.value, date: reading.date, plan, target: curve.target, slip };
}
