import type { Clock } from '../src/api/ports.ts';
import type { Instant } from '../src/domain/zoned-time.ts';

/** The sandbox's time: it stands still until somebody moves it, and never runs backwards. */
export interface MovableClock extends Clock {
  readonly moveTo: (instant: Instant) => void;
}

export function movableClock(start: Instant): MovableClock {
  let now = start;
  return {
    now: () => now,
    moveTo: (instant) => {
      now = Math.max(now, instant);
    },
  };
}
