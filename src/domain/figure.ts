/** Halves that arithmetic in binary fractions leaves a little short are halves: 1.265 days come out as 1.26499…97. */
const SHORT_OF_HALF = 1e-6;

/**
 * Figures are compared after rounding to two decimals (DESIGN.md 3), so that 2.1000000001 days are not "more than
 * 2.1 days". Days always; values of a KPI too, but see `valuePlaces`.
 */
export function rounded(figure: number, places = 2): number {
  const factor = 10 ** places;
  const product = figure * factor;
  // `|| 0` turns -0 into 0, so that equal figures are also the same figure.
  return Math.abs(product) < 2 ** 52 ? Math.round(product + SHORT_OF_HALF) / factor || 0 : figure;
}

/**
 * True for a number that may be typed anywhere: up to a thousand million million either way. Beyond, two decimals are
 * lost, and sums and ranges of what was typed could overflow.
 */
export function isFigure(value: number): boolean {
  return Math.abs(value) <= LARGEST_FIGURE;
}

export const LARGEST_FIGURE = 1e15;

/** True when `figure` is more than `limit` after rounding. */
export function exceeds(figure: number, limit: number, places = 2): boolean {
  return rounded(figure, places) > rounded(limit, places);
}

/**
 * Decimals that tell two values of a KPI apart: two, and more only where the KPI's whole scale is below 1 (a share
 * of 0.976 must not pass a lower limit of 0.98, nor a rate of 0.045 reach 0.05). `scale`: its range or limit.
 */
export function valuePlaces(scale: number): number {
  const size = Math.abs(scale);
  return size > 0 && size < 1 ? Math.min(12, 2 + Math.ceil(-Math.log10(size))) : 2;
}
