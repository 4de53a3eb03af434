import { calendarOf, kpiOf } from '../../domain/people.ts';
import type { PersonId, Portfolio } from '../../domain/portfolio.ts';
import { deadlineFor } from '../../domain/recalibration-deadline.ts';
import type { Recalibration } from '../../domain/recalibration.ts';
import type { AttendeeCalendar } from '../../domain/slot-search-calendar.ts';
import { concessionSentences } from '../../domain/slot-search-words.ts';
import { type SlotFound, findSlot } from '../../domain/slot-search.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import type { Availability, Calendar, CalendarFailure } from '../ports.ts';
import { mailboxesOf } from './mailboxes.ts';
import type { Slot } from './content.ts';

/** People should be able to read the invitation before they must come. */
const NOTICE_MS = 3_600_000;

/**
 * A time to meet, by everyone's free and busy times (DESIGN.md 3.8). A deadline that leaves no working minute, because
 * nobody looked in time, gives way to one as if the case opened now.
 */
export async function chooseSlot(
  calendar: Calendar,
  portfolio: Portfolio,
  { recalibration, now }: { readonly recalibration: Recalibration; readonly now: Instant },
): Promise<Result<Slot, CalendarFailure>> {
  const { required, optional, cause, notBefore: earliest = now } = recalibration;
  const owner = calendarOf(portfolio, kpiOf(portfolio, cause)?.owner ?? '');
  const late = deadlineFor(now, owner, portfolio.settings.minNoticeHours);
  const until = Math.max(recalibration.deadline, late);
  const free = await calendar.freeBusy(mailboxesOf(portfolio, [...required, ...optional]), now, until);
  if (!free.ok) return free;
  const seats = (people: readonly PersonId[]) => people.map((id) => attendee(portfolio, id, free.value));
  const search = (notBefore: Instant, deadline: Instant): SlotFound | null =>
    findSlot({ required: seats(required), optional: seats(optional), notBefore, deadline });
  const found =
    search(Math.max(earliest, now + NOTICE_MS), recalibration.deadline) ??
    search(Math.max(earliest, now), recalibration.deadline) ??
    search(now + NOTICE_MS, late);
  if (!found)
    return err({ kind: 'refused', message: 'nobody required has a working minute before the deadline' });
  const nameOf = (id: PersonId): string => portfolio.people.find((one) => one.id === id)?.name ?? id;
  return ok({
    start: found.start,
    end: found.end,
    concessions: concessionSentences(found.concessions, nameOf),
  });
}

/** The mailbox's own hours win over ours; a calendar that could not be read counts as free, and it is said. */
function attendee(portfolio: Portfolio, person: PersonId, known: readonly Availability[]): AttendeeCalendar {
  const calendar = calendarOf(portfolio, person);
  const found = known.find((one) => one.person === person);
  if (!found || 'error' in found) return { person, workCalendar: calendar, busy: null };
  const busy = found.busy.map(({ start, end, kind }) => {
    return { start, end, showAs: kind === 'out-of-office' ? ('oof' as const) : kind };
  });
  return { person, workCalendar: { ...calendar, ...found.hours }, busy };
}
