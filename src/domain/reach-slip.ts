import { dateOf } from './civil-date.ts';
import { exceeds, rounded } from './figure.ts';
import { plannedValue } from './plan.ts';
import { type Earned, type ReachProgress, daysPastDue } from './reach-progress.ts';
import type { Reason, ReasonFact, Status } from './status.ts';

/** Plans longer than this need two readings in a row, or one at twice the limit. */
const LONG_PLAN_DAYS = 90;

/** Red: more than max(room, tolerance) + tolerance behind. DESIGN.md 3.2. */
export function redLimit({ room, tolerance }: Pick<ReachProgress, 'room' | 'tolerance'>): number {
  return Math.max(room, tolerance) + tolerance;
}

/** Yellow: more than max(tolerance, float / 3) behind. DESIGN.md 3.2. */
export function yellowLimit({ float, tolerance }: Pick<ReachProgress, 'float' | 'tolerance'>): number {
  return Math.max(tolerance, float / 3);
}

/** Own slip at the last reading, red or yellow. */
export function slipReason(progress: ReachProgress): Reason | null {
  if (!progress.last) return null;
  const over = (limit: number): boolean => holds(progress, limit, (earned) => earned.slip);
  if (over(redLimit(progress))) return slipped(progress, progress.last, 'red');
  return over(yellowLimit(progress)) ? slipped(progress, progress.last, 'yellow') : null;
}

/** A reading dated well after the (shifted) due, still unreached: red. */
export function pastDueReason(progress: ReachProgress): Reason | null {
  const { curve, last } = progress;
  const days = (earned: Earned): number => (earned.reached ? 0 : daysPastDue(earned.reading.day, curve));
  if (!last || !holds(progress, redLimit(progress), days)) return null;
  return {
    code: 'past-due',
    status: 'red',
    readings: [last.reading.checkIn],
    facts: { ...readingFacts(progress, last), due: dateOf(curve.due), days: days(last) },
  };
}

function holds(progress: ReachProgress, limit: number, figure: (earned: Earned) => number): boolean {
  const { last, previous, planned } = progress;
  if (!last || !exceeds(figure(last), limit)) return false;
  if (planned.duration <= LONG_PLAN_DAYS || exceeds(figure(last), 2 * limit)) return true;
  return previous !== null && exceeds(figure(previous), limit);
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
