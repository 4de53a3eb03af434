import type { Instant } from './zoned-time.ts';

/**
 * One moment per place or position; Infinity: never. A list of figures and no typed array: versions of it come and go
 * with every check-in, and the memory behind typed arrays is freed only when the whole heap is gone through.
 */
export type Moments = Instant[];

export function never(size: number): Moments {
  return Array.from({ length: size }, () => Infinity);
}
