import type { CheckIn, WaitClaim } from './check-in.ts';
import { type CivilDate, dateOf, dayOf } from './civil-date.ts';
import type { OpenWait } from './status.ts';
import { type WorkDays, workDayAfter, workDaysAfter } from './work-days.ts';
import { type Instant, type TimeZone, localDate, startOfDay } from './zoned-time.ts';

/** A wait that nobody has ended yet. */
export interface Wait {
  readonly what: string;
  readonly kind: string;
  readonly since: CivilDate;
  /** The date that counts: the claimed one, or the first again once it was moved twice. */
  readonly expectedBy: CivilDate;
  readonly firstExpectedBy: CivilDate;
  readonly claimed: CivilDate;
  /** How often the date was moved. */
  readonly moved: number;
  /** The check-in that named it last. */
  readonly checkIn: string;
}

const MOVES_ALLOWED = 1;

/**
 * The waits still open after these check-ins, in the order they were named. Keyed by what is awaited (letter case
 * and spaces aside), persisting until ended, to be re-dated once; after a second time the first date counts again.
 * DESIGN.md 3.2. `checkIns`: in the order of sending.
 */
export function openWaits(checkIns: readonly CheckIn[]): readonly Wait[] {
  const waits = new Map<string, Wait>();
  for (const { id, waitOver, waitingOn } of checkIns) {
    if (waitOver === true) waits.clear();
    else if (typeof waitOver === 'string') waits.delete(waitKey(waitOver));
    if (waitingOn && Number.isFinite(dayOf(waitingOn.expectedBy))) {
      const key = waitKey(waitingOn.what);
      waits.set(key, named(waitingOn, id, waits.get(key)));
    }
  }
  return [...waits.values()];
}

/** One awaited thing has one key, however it is spelled. */
export function waitKey(what: string): string {
  return what.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

function named(claim: WaitClaim, checkIn: string, before: Wait | undefined): Wait {
  const { what, kind, since, expectedBy } = claim;
  if (!before) {
    return {
      what,
      kind,
      since,
      expectedBy,
      firstExpectedBy: expectedBy,
      claimed: expectedBy,
      moved: 0,
      checkIn,
    };
  }
  const moved = before.moved + (expectedBy === before.claimed ? 0 : 1);
  const counts = moved > MOVES_ALLOWED ? before.firstExpectedBy : expectedBy;
  return { ...before, expectedBy: counts, claimed: expectedBy, moved, checkIn };
}

export interface WaitRule {
  readonly workDays: WorkDays;
  readonly timeZone: TimeZone;
  /** Working days a wait may be overdue. */
  readonly graceDays: number;
}

/** The moment a wait turns yellow: due Monday with a grace of one working day, from Wednesday on. */
export function overdueFrom(wait: Wait, rule: WaitRule): Instant {
  const day = workDayAfter(dayOf(wait.expectedBy), rule.graceDays + 1, rule.workDays);
  return startOfDay(dateOf(day), rule.timeZone);
}

/** The wait as it is told: with the working days it is overdue. */
export function waitAt(wait: Wait, asOf: Instant, rule: WaitRule): OpenWait {
  const { what, kind, since, expectedBy } = wait;
  const today = dayOf(localDate(asOf, rule.timeZone));
  return {
    what,
    kind,
    since,
    expectedBy,
    overdueDays: workDaysAfter(dayOf(expectedBy), today, rule.workDays),
  };
}
