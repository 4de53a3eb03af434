import { exceeds, valuePlaces } from './figure.ts';
import type { KeepPlan } from './portfolio.ts';
import type { DayReading } from './reading.ts';
import type { Reason } from './status.ts';

export type Side = 'lower' | 'upper';

/** Outside the hard limit red, outside the band yellow, inside nothing. A limit itself is inside. DESIGN.md 3.3. */
export function bandReason(plan: KeepPlan, last: DayReading): Reason | null {
  const hard = crossed(last.value, plan.hardLower, plan.hardUpper);
  if (hard) return outside('outside-hard-limit', hard, last);
  const band = crossed(last.value, plan.lower, plan.upper);
  return band && outside('outside-band', band, last);
}

interface Crossing {
  readonly side: Side;
  readonly limit: number;
}

function crossed(value: number, lower: number | undefined, upper: number | undefined): Crossing | null {
  if (upper !== undefined && exceeds(value, upper, valuePlaces(upper)))
    return { side: 'upper', limit: upper };
  if (lower !== undefined && exceeds(lower, value, valuePlaces(lower)))
    return { side: 'lower', limit: lower };
  return null;
}

function outside(code: 'outside-hard-limit' | 'outside-band', crossing: Crossing, last: DayReading): Reason {
  return {
    code,
    status: code === 'outside-band' ? 'yellow' : 'red',
    readings: [last.checkIn],
    facts: { value: last.value, date: last.date, side: crossing.side, limit: crossing.limit },
  };
}
