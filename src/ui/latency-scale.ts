import type { RecalibrationsView } from '../contract/recalibration-view.ts';

export interface LatencyScale {
  readonly x: (instant: string) => number;
  readonly xOfDay: (date: string) => number;
  readonly y: (days: number) => number;
  readonly left: number;
  readonly right: number;
  readonly ticks: readonly number[];
  /** First days of months inside the span. */
  readonly months: readonly string[];
  readonly isOutlier: (days: number) => boolean;
}

export interface LatencyField {
  readonly asOf: string;
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
}

const DAY = 86_400_000;
const TOP = 24;
const FOOT = 32;

/** Pixels of the strip; at least thirty days wide, so that one decision does not fill it. */
export function latencyScale(latency: RecalibrationsView['latency'], field: LatencyField): LatencyScale {
  const end = Date.parse(field.asOf);
  const start = Math.min(end - 30 * DAY, ...latency.map(({ at }) => Date.parse(at) - 3 * DAY));
  const [left, right] = [32, field.width - (field.narrow ? 8 : 120)];
  const most = Math.max(5, ...latency.map(({ days }) => days));
  const step = Math.ceil(most / 2 / 5) * 5;
  const bottom = field.height - FOOT;
  const at = (time: number): number => left + ((time - start) / (end - start)) * (right - left);
  const typical = latency.map(({ days }) => days).toSorted((a, b) => a - b);
  const upper = typical[Math.floor(typical.length * 0.9)] ?? 0;
  return {
    left,
    right,
    x: (instant) => at(Date.parse(instant)),
    xOfDay: (date) => at(Date.parse(`${date}T00:00:00Z`)),
    y: (days) => bottom - (days / (2 * step)) * (bottom - TOP),
    ticks: [0, step, 2 * step],
    months: monthStarts(start, end),
    isOutlier: (days) => typical.length >= 5 && days >= upper && days > 5,
  };
}

function monthStarts(start: number, end: number): readonly string[] {
  const first = new Date(start);
  const months = Array.from({ length: 24 }, (_, index) =>
    Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1 + index, 1),
  );
  return months.filter((time) => time <= end).map((time) => new Date(time).toISOString().slice(0, 10));
}
