import type { RandomSource } from '../src/domain/monte-carlo-random.ts';
import { TARGET } from './simulation-portfolio.ts';

/** An independent normal error at each report; its deviation is a share of what the plan does since the last one. */
export interface Noise {
  /**
   * `progress`: the work brings more or less than planned, and that stays; errors add up to a walk.
   * `reading`: the work is exact, what is read of it is not; the next reading knows nothing of it.
   */
  readonly kind: 'progress' | 'reading';
  /** E.g. 0.1. */
  readonly share: number;
}

/** On plan, and from a day on at another pace: 1 is the plan, 0.7 a drip, 0 a stop. Days since the start. */
export interface Course {
  readonly pace: number;
  readonly turn: number;
  /** The whole period between two reports takes the pace of its end, as if it had turned right after the last one. */
  readonly wholePeriods: boolean;
}

export const HEALTHY: Course = { pace: 1, turn: Infinity, wholePeriods: false };

/** Simulated work. Reports are asked for in the order of time. */
export interface Work {
  /** What is read on a day. */
  readonly read: (day: number) => number;
  /** Days of work still to do on the last day of the plan. */
  readonly leftAtDue: () => number;
}

/** The work under a plan of so many days. */
export function workOf(days: number, course: Course, noise: Noise, chance: RandomSource): Work {
  let [seenOn, done] = [0, 0];
  let doneAtDue = noise.kind === 'reading' ? workedBetween(0, days, course) : days;
  const read = (day: number): number => {
    const period = day - seenOn;
    const error = noise.share * gaussian(chance);
    const worked = workedBetween(seenOn, day, course);
    const more = noise.kind === 'progress' ? Math.max(0, worked * (1 + error)) : worked;
    if (noise.kind === 'progress' && seenOn < days) {
      doneAtDue = done + more * Math.min(1, (days - seenOn) / period);
    }
    [seenOn, done] = [day, done + more];
    const seen = noise.kind === 'reading' && done < days ? done + period * error : done;
    return Math.round((Math.min(days, Math.max(0, seen)) / days) * TARGET);
  };
  return { read, leftAtDue: () => Math.max(0, days - doneAtDue) };
}

function workedBetween(from: number, to: number, { pace, turn, wholePeriods }: Course): number {
  if (wholePeriods) return (to - from) * (to > turn ? pace : 1);
  const after = Math.max(0, to - Math.max(from, turn));
  return to - from - after + pace * after;
}

/** Normal with mean 0 and deviation 1 (Box and Muller). */
function gaussian(chance: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}
