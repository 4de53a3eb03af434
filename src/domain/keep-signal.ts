import { exceeds, rounded, valuePlaces } from './figure.ts';
import { type Side, bandReason } from './keep-band.ts';
import type { KeepPlan } from './portfolio.ts';
import type { DayReading } from './reading.ts';
import type { Reason } from './status.ts';

export const LEAST_READINGS = 6;
const RUN = 8;
/** 3 / d2 for moving ranges of two: the usual constant of individuals charts. */
export const MOVING_RANGES = 2.66;

/** A process that drifts towards a limit although it is still inside. */
export interface Signal {
  readonly side: Side;
  readonly rule: 'beyond-limit' | 'run-of-eight';
  readonly mean: number;
  /** The natural process limit on that side. */
  readonly naturalLimit: number;
}

/**
 * Yellow: inside, with six or more readings since the last decision, an XmR signal towards a limited side.
 * `confirmed` tells whether the previous reading already showed one; only then it opens a recalibration.
 * DESIGN.md 3.3. `readings`: those since the last decision, oldest first.
 */
export function signalReason(plan: KeepPlan, readings: readonly DayReading[]): Reason | null {
  const last = readings.at(-1);
  const signal = signalAt(plan, readings);
  if (!last || !signal) return null;
  const confirmed = signalAt(plan, readings.slice(0, -1))?.side === signal.side;
  const { side, rule, mean, naturalLimit } = signal;
  return {
    code: 'signal',
    status: 'yellow',
    readings: readings.slice(-RUN).map(({ checkIn }) => checkIn),
    facts: { value: last.value, date: last.date, side, rule, mean, naturalLimit, confirmed },
  };
}

/** The newest point beyond mean ± 2.66 × mean moving range, or the newest eight all on that side of the mean. */
export function signalAt(plan: KeepPlan, readings: readonly DayReading[]): Signal | null {
  const last = readings.at(-1);
  if (!last || readings.length < LEAST_READINGS || bandReason(plan, last)) return null;
  const values = readings.map(({ value }) => value);
  const sides = (['upper', 'lower'] as const).filter((side) => isLimited(plan, side));
  return sides.map((side) => signalTowards(side, values)).find((signal) => signal !== null) ?? null;
}

export function isLimited(plan: KeepPlan, side: Side): boolean {
  const limits = side === 'upper' ? [plan.upper, plan.hardUpper] : [plan.lower, plan.hardLower];
  return limits.some((limit) => limit !== undefined);
}

/** What an XmR chart of some values is drawn with; the newest counts. */
export interface ProcessLimits {
  readonly mean: number;
  /** The mean of the differences between one value and the next. */
  readonly movingRange: number;
  readonly lower: number;
  readonly upper: number;
}

export function processLimits(values: readonly number[]): ProcessLimits {
  const mean = meanOf(values);
  const movingRange = meanOf(values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value))));
  const reach = MOVING_RANGES * movingRange;
  return { mean, movingRange, lower: mean - reach, upper: mean + reach };
}

function signalTowards(side: Side, values: readonly number[]): Signal | null {
  const { mean, movingRange, ...limits } = processLimits(values);
  const sign = side === 'upper' ? 1 : -1;
  const places = valuePlaces(Math.max(Math.abs(mean), movingRange));
  const naturalLimit = limits[side];
  const above = (value: number, than: number): boolean => exceeds(sign * value, sign * than, places);
  const signal = { side, mean: rounded(mean, places), naturalLimit: rounded(naturalLimit, places) };
  if (above(values.at(-1) ?? mean, naturalLimit)) return { ...signal, rule: 'beyond-limit' };
  // Fewer than eight never lie on one side of their own mean.
  const run = values.slice(-RUN).every((value) => above(value, mean));
  return run ? { ...signal, rule: 'run-of-eight' } : null;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value / values.length, 0);
}
