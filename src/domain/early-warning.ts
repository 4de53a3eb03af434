import type { CheckIn } from './check-in.ts';
import { type CivilDate, dateOf, dayOf } from './civil-date.ts';
import type { PersonId } from './portfolio.ts';
import type { OpenWarning } from './status.ts';
import { type Instant, type TimeZone, startOfDay } from './zoned-time.ts';

/** An owner's word that a slip is coming, not withdrawn and not decided. DESIGN.md 3.2, 3.10. */
export interface Warning extends OpenWarning {
  readonly checkIn: string;
  readonly by: PersonId;
  /** It says "due + n": at this moment that date has passed and the warning ends. */
  readonly endsAt: Instant;
}

export interface WarningFacts {
  readonly owner: PersonId;
  readonly due: CivilDate;
  readonly timeZone: TimeZone;
  /** When the KPI's recalibrations were decided; a decision ends every warning before it. */
  readonly decidedAt: readonly Instant[];
}

/** Beyond a century it is a slip of the keyboard, and no calendar has the date. */
export const LONGEST_DAYS = 36_500;

/** The last claim counts; one of 0 days withdraws. `checkIns`: in the order of sending. */
export function openWarning(checkIns: readonly CheckIn[], facts: WarningFacts): Warning | null {
  const last = checkIns.findLast(({ earlyWarning }) => earlyWarning !== undefined);
  if (!last?.earlyWarning || facts.decidedAt.some((at) => at >= last.at)) return null;
  const { slipDays, because } = last.earlyWarning;
  if (!(slipDays > 0 && slipDays <= LONGEST_DAYS)) return null;
  const endsAt = startOfDay(dateOf(dayOf(facts.due) + slipDays + 1), facts.timeZone);
  return { slipDays, because, at: last.at, checkIn: last.id, by: last.by ?? facts.owner, endsAt };
}
