import type { ChartView } from '../contract/kpi-view.ts';
import { addDays, dayOf, daysBetween } from '../domain/civil-date.ts';

/** The field that the drawing has, in pixels. */
export interface ChartField {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
}

/** Pixels from dates and values; pure, so that the geometry can be tested without a browser. */
export interface ChartScale {
  readonly x: (date: string) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** The time axis; the lanes lie below it. */
  readonly bottom: number;
  readonly statusLane: number;
  readonly waitLane: number;
  readonly floor: number;
  readonly values: readonly number[];
  readonly dates: readonly string[];
}

const TOP = 44;
const LANES = 72;
const LEFT = 48;
const RIGHT = 112;
const LEAST_TICK = 64;

export function chartScale(chart: ChartView, field: ChartField): ChartScale {
  const right = field.width - (field.narrow ? 12 : RIGHT);
  const left = field.narrow ? 36 : LEFT;
  const bottom = field.height - LANES;
  const values = valueTicks(chart);
  const [low, high] = [values[0] ?? 0, values.at(-1) ?? 1];
  const end = lastDate(chart);
  const first = dayOf(chart.start);
  const perDay = (right - left) / Math.max(1, daysBetween(chart.start, end));
  return {
    x: (date) => left + (dayOf(date) - first) * perDay,
    y: (value) => bottom - ((value - low) / (high - low || 1)) * (bottom - TOP),
    left,
    right,
    top: TOP,
    bottom,
    statusLane: bottom + 36,
    waitLane: bottom + 56,
    floor: bottom + 66,
    values,
    dates: dateTicks(chart.start, end, perDay),
  };
}

/** Two weeks beyond the due date, or a little beyond what is forecast or has happened. */
function lastDate(chart: ChartView): string {
  const forecast = chart.forecast?.likely ?? chart.forecast?.halfChance ?? chart.due;
  const seen = [addDays(chart.due, 14), addDays(forecast, 2), addDays(chart.today, 2)];
  return seen.reduce((latest, date) => (date > latest ? date : latest));
}

/** Weeks, fortnights when narrow, and so on until the dates have room. */
function dateTicks(start: string, end: string, perDay: number): readonly string[] {
  const step = [7, 14, 28, 56, 91, 182, 364].find((days) => days * perDay >= LEAST_TICK) ?? 728;
  const count = Math.floor(daysBetween(start, end) / step) + 1;
  return Array.from({ length: count }, (_, index) => addDays(start, index * step));
}

/** From zero to the target in four steps where they are round, else round steps that include the data. */
function valueTicks(chart: ChartView): readonly number[] {
  const seen = seenValues(chart);
  const [least, most] = [Math.min(0, ...seen), Math.max(...seen, 0)];
  if (least === 0 && most > 0 && isRound(most / 4)) return [0, 1, 2, 3, 4].map((part) => (part * most) / 4);
  if (least === 0 && Number.isInteger(most) && most > 0 && most <= 6)
    return Array.from({ length: most + 1 }, (_, value) => value);
  const step = roundStep((most - least) / 4 || 1);
  const from = Math.floor(least / step);
  const to = Math.max(from + 1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: to - from + 1 }, (_, index) => Number(((from + index) * step).toPrecision(12)));
}

function seenValues(chart: ChartView): readonly number[] {
  const { lower, upper, hardLower, hardUpper, naturalLower, naturalUpper } = chart.band;
  const lines = [chart.target, lower, upper, hardLower, hardUpper, naturalLower, naturalUpper];
  return [
    ...lines.filter((value) => value !== null),
    ...chart.plan.map(({ value }) => value),
    ...chart.ghosts.flatMap((ghost) => ghost.points.map(({ value }) => value)),
    ...chart.readings.map(({ value }) => value),
  ];
}

/** At most two leading figures, so that the number beside the line is short. */
function isRound(value: number): boolean {
  return Number(value.toPrecision(2)) === value && (Number.isInteger(value) || value < 1);
}

function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= raw) ?? 10;
  return step * power;
}
