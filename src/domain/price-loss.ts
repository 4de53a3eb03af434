import { type DayNumber, dayOf } from './civil-date.ts';
import { assertNever } from './result.ts';
import type { DelayProfile, MinorUnits } from './portfolio.ts';

/**
 * What an objective has lost by ending on `date` (DESIGN.md 3.7), in minor units, not yet rounded; 0 up to its due.
 * A fixed date before due is refused at set-up; here it counts from due on, so that being on time never costs.
 */
export function lossAt(profile: DelayProfile, due: DayNumber, date: DayNumber): number {
  const weeks = Math.max(0, date - due) / 7;
  switch (profile.kind) {
    case 'none':
      return 0;
    case 'linear':
      return profile.perWeek * weeks;
    case 'fixed-date':
      return date > Math.max(due, dayOf(profile.date)) ? profile.loss : 0;
    case 'fading':
      return profile.peak * (1 - keptPerWeek(profile.lostPerWeek) ** weeks);
    default:
      return assertNever(profile);
  }
}

/** The last day an objective that now ends on `date` may end on before it costs more; Infinity: it never will. */
export function costFreeUntil(profile: DelayProfile, due: DayNumber, date: DayNumber): DayNumber {
  switch (profile.kind) {
    case 'none':
      return Infinity;
    case 'linear':
    case 'fading':
      return Math.max(due, date);
    case 'fixed-date': {
      const last = Math.max(due, dayOf(profile.date));
      return date > last ? Infinity : last;
    }
    default:
      return assertNever(profile);
  }
}

/** A share outside 0 to 1 is refused at set-up; here it must only never become NaN. */
function keptPerWeek(lostPerWeek: number): number {
  return 1 - Math.min(1, Math.max(0, lostPerWeek));
}

/** Half up, once, at the end of a sum. Binary dust (2.4999999999999996 for 2.5) is taken off first. */
export function roundHalfUp(amount: number): MinorUnits {
  const exact = Math.round(amount * 1e6) / 1e6;
  return Number.isFinite(exact) ? Math.floor(exact + 0.5) : 0;
}
