import type { Instant } from '../zoned-time.ts';
import type { VersionRun } from './run-version.ts';

/** `name` expected, given; nothing where both are the same. */
export function differs(
  name: string,
  expected: string | number,
  given: string | number | null,
): readonly string[] {
  return expected === given ? [] : [`${name} ${expected} expected, given ${given ?? 'none'}`];
}

/** Figures are compared after rounding to two decimals. */
export function sameFigure(expected: number, given: number | null | undefined): boolean {
  return given !== null && given !== undefined && Math.round(expected * 100) === Math.round(given * 100);
}

/** Recalibrations opened until a moment, later revisions not counted. */
export function openedUntil({ end }: VersionRun, moment: Instant, cause?: string): number {
  return end.facts.recalibrations.filter(
    (one) => one.revision === 1 && one.openedAt <= moment && (cause === undefined || one.cause === cause),
  ).length;
}

/** People, or whatever else is exact in any order. */
export function inOrder(ids: readonly string[]): string {
  return ids.toSorted().join(', ') || 'nobody';
}
