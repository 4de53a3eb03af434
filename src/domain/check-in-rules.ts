import { checkInsOf } from './check-in-log.ts';
import type { CheckIn } from './check-in.ts';
import { type CivilDate, isCivilDate } from './civil-date.ts';
import { LONGEST_DAYS } from './early-warning.ts';
import type { Facts } from './facts.ts';
import { isFigure } from './figure.ts';
import { type Result, assertNever, err, ok } from './result.ts';
import { isInstant, localDate } from './zoned-time.ts';

/** Why a check-in is not accepted, with the field to mend. Nothing of a refused one is stored. */
export type CheckInRefusal =
  | { readonly code: 'unknown-kpi'; readonly field: 'kpi' }
  | { readonly code: 'not-a-time'; readonly field: 'at' }
  | { readonly code: 'not-a-number'; readonly field: 'value' }
  | { readonly code: 'too-large'; readonly field: 'value' }
  | { readonly code: 'not-a-date'; readonly field: CheckInDate }
  | { readonly code: 'days-out-of-range'; readonly field: 'earlyWarning.slipDays' }
  | { readonly code: 'future-reading'; readonly field: 'date'; readonly today: CivilDate }
  | { readonly code: 'before-last-reading'; readonly field: 'date'; readonly last: CivilDate }
  | { readonly code: 'supersedes-nothing'; readonly field: 'supersedes' };

type CheckInDate = 'date' | 'waitingOn.since' | 'waitingOn.expectedBy' | 'objection.byDate';

/**
 * Whether a check-in may be accepted (DESIGN.md 3.1): a reading dated in the future is refused, one dated before the
 * last is refused unless it supersedes; so are numbers, dates and moments that are none. Today is the KPI owner's.
 */
export function checkCheckIn(
  facts: Pick<Facts, 'portfolio' | 'checkIns'>,
  checkIn: CheckIn,
): Result<CheckIn, CheckInRefusal> {
  const kpi = facts.portfolio.kpis.find(({ id }) => id === checkIn.kpi);
  if (!kpi) return err({ code: 'unknown-kpi', field: 'kpi' });
  const odd = momentFault(checkIn) ?? numberFault(checkIn) ?? dateFault(checkIn);
  if (odd) return err(odd);
  const owner = facts.portfolio.people.find(({ id }) => id === kpi.owner);
  const today = localDate(checkIn.at, owner?.timeZone ?? facts.portfolio.timeZone);
  if (checkIn.date > today) return err({ code: 'future-reading', field: 'date', today });
  return checkOrder(standing(checkInsOf(facts.checkIns, kpi.id)), checkIn);
}

function momentFault({ at }: CheckIn): CheckInRefusal | null {
  return isInstant(at) ? null : { code: 'not-a-time', field: 'at' };
}

function numberFault({ value, earlyWarning }: CheckIn): CheckInRefusal | null {
  if (!Number.isFinite(value)) return { code: 'not-a-number', field: 'value' };
  if (!isFigure(value)) return { code: 'too-large', field: 'value' };
  const days = earlyWarning?.slipDays ?? 0;
  return days >= 0 && days <= LONGEST_DAYS
    ? null
    : { code: 'days-out-of-range', field: 'earlyWarning.slipDays' };
}

function dateFault({ date, waitingOn, objection }: CheckIn): CheckInRefusal | null {
  const dates: readonly (readonly [CheckInDate, CivilDate | undefined])[] = [
    ['date', date],
    ['waitingOn.since', waitingOn?.since],
    ['waitingOn.expectedBy', waitingOn?.expectedBy],
    ['objection.byDate', objection?.byDate],
  ];
  const odd = dates.find(([, one]) => one !== undefined && !isCivilDate(one));
  return odd ? { code: 'not-a-date', field: odd[0] } : null;
}

function checkOrder(earlier: readonly CheckIn[], checkIn: CheckIn): Result<CheckIn, CheckInRefusal> {
  if (checkIn.supersedes !== undefined) {
    const known = earlier.some(({ id }) => id === checkIn.supersedes);
    return known ? ok(checkIn) : err({ code: 'supersedes-nothing', field: 'supersedes' });
  }
  const last = earlier.map(({ date }) => date).reduce((a, b) => (a > b ? a : b), '');
  return checkIn.date < last ? err({ code: 'before-last-reading', field: 'date', last }) : ok(checkIn);
}

/** A KPI's check-ins without those that were corrected. */
function standing(own: readonly CheckIn[]): readonly CheckIn[] {
  const corrected = new Set(own.map(({ supersedes }) => supersedes));
  return own.filter(({ id }) => !corrected.has(id));
}

/** A refusal in words: place is the caller's, rule is ours. */
export function refusalWords(refusal: CheckInRefusal): string {
  switch (refusal.code) {
    case 'unknown-kpi':
      return 'names no KPI';
    case 'not-a-number':
      return 'must be a number';
    case 'too-large':
      return 'must be smaller: at most a thousand million million';
    case 'not-a-time':
      return 'must be a moment of the years 1900 to 9999';
    case 'not-a-date':
      return 'must be a date that exists';
    case 'days-out-of-range':
      return `must lie between 0 and ${LONGEST_DAYS} days`;
    case 'future-reading':
      return `a reading cannot come from the future: it was sent on ${refusal.today}`;
    case 'before-last-reading':
      return `lies before the last reading, ${refusal.last}; only a correction (supersedes) may`;
    case 'supersedes-nothing':
      return 'names no earlier check-in of this KPI that still stands';
    default:
      return assertNever(refusal);
  }
}
