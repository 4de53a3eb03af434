import { createHash } from 'node:crypto';
import type { Instant } from '../../src/domain/zoned-time.ts';
import type { Attendee, MailItem, MailboxState, StoredEvent } from './state.ts';

/** What a copy takes over from the organiser's event; reminder and free/busy stay the attendee's own. */
export function shared(meeting: StoredEvent): Partial<StoredEvent> {
  const { subject, html, start, end, startZone, endZone, isAllDay, location, attendees, importance } =
    meeting;
  const { isOnlineMeeting, allowNewTimeProposals, responseRequested, hideAttendees, joinUrl } = meeting;
  return {
    subject,
    html,
    start,
    end,
    startZone,
    endZone,
    isAllDay,
    location,
    attendees: attendees.map(unanswered),
    importance,
    isOnlineMeeting,
    allowNewTimeProposals,
    responseRequested,
    hideAttendees,
    ...(joinUrl === undefined ? {} : { joinUrl }),
  };
}

export function mergedAttendees(
  event: StoredEvent,
  written: readonly Attendee[] | undefined,
): readonly Attendee[] {
  if (!written) return event.attendees;
  return written.map((attendee) => {
    const known = event.attendees.find((other) => sameAddress(other.address, attendee.address));
    return known ? { ...attendee, status: known.status } : attendee;
  });
}

export function unanswered(attendee: Attendee): Attendee {
  return { ...attendee, status: { response: 'none' } };
}

export function replace(box: MailboxState, next: StoredEvent): void {
  box.events = box.events.map((event) => (event.immutableId === next.immutableId ? next : event));
}

export function sameAddress(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Ids look like Exchange's: URL-safe base64 with a tail, the same after a restart. */
export function idFrom(seed: string): string {
  return `AAMk${createHash('sha256').update(seed).digest('base64url')}AAA=`;
}

/** What everybody who is concerned reads about a meeting. */
export function mailAbout(meeting: StoredEvent, kind: MailItem['kind'], at: Instant): MailItem {
  const { organizer: from, subject, html, iCalUId, start, end, joinUrl } = meeting;
  return {
    kind,
    at,
    from,
    subject,
    html,
    iCalUId,
    start,
    end,
    ...(joinUrl === undefined ? {} : { joinUrl }),
  };
}
