import { createHash } from 'node:crypto';
import type { Instant } from '../../src/domain/zoned-time.ts';
import type { Preferences } from './prefer.ts';
import type { Attendee, MeetingResponse, StoredEvent } from './state.ts';
import { dateTimeIn } from './zones.ts';

/** The names `$select` may use. */
export const EVENT_PROPERTIES: ReadonlySet<string> = new Set(
  `id createdDateTime lastModifiedDateTime changeKey categories transactionId
   iCalUId originalStartTimeZone originalEndTimeZone webLink reminderMinutesBeforeStart isReminderOn
   hasAttachments subject bodyPreview body importance sensitivity
   isAllDay seriesMasterId showAs type start end
   recurrence location locations isCancelled isOrganizer isDraft
   responseRequested allowNewTimeProposals hideAttendees isOnlineMeeting onlineMeetingProvider onlineMeetingUrl
   onlineMeeting responseStatus attendees organizer`.split(/\s+/),
);

/** An event as Graph prints it without `$select`. Extended properties come only with `$expand`. */
export function eventView(event: StoredEvent, prefer: Preferences): Record<string, unknown> {
  return { ...identityView(event, prefer), ...contentView(event, prefer), ...meetingView(event) };
}

/** Changes with every write; the etag is made of it. */
export function changeKeyOf(event: StoredEvent): string {
  return (
    createHash('sha256').update(`${event.immutableId}/${event.version}`).digest('base64').slice(0, 30) + '=='
  );
}

export function etagOf(event: StoredEvent): string {
  return `W/"${changeKeyOf(event)}"`;
}

/** HTML as plain text, for previews and `outlook.body-content-type="text"`. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/<br\s*\/?>|<\/(p|div|li|tr|h\d)>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .trim();
}

function identityView(event: StoredEvent, prefer: Preferences): Record<string, unknown> {
  const id = prefer.immutableIds ? event.immutableId : event.id;
  return {
    '@odata.etag': etagOf(event),
    id,
    createdDateTime: stamp(event.createdAt),
    lastModifiedDateTime: stamp(event.modifiedAt),
    changeKey: changeKeyOf(event),
    categories: event.categories,
    ...(event.transactionId === undefined ? {} : { transactionId: event.transactionId }),
    originalStartTimeZone: event.startZone,
    originalEndTimeZone: event.endZone,
    iCalUId: event.iCalUId,
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
  };
}

function contentView(event: StoredEvent, prefer: Preferences): Record<string, unknown> {
  const text = textOf(event.html);
  return {
    reminderMinutesBeforeStart: event.reminderMinutesBeforeStart,
    isReminderOn: event.isReminderOn,
    hasAttachments: false,
    subject: event.subject,
    bodyPreview: text.slice(0, 255),
    body: prefer.textBodies
      ? { contentType: 'text', content: text }
      : { contentType: 'html', content: `<html><head></head><body>${event.html}</body></html>` },
    importance: event.importance,
    sensitivity: event.sensitivity,
    isAllDay: event.isAllDay,
    seriesMasterId: null,
    showAs: event.showAs,
    type: 'singleInstance',
    start: dateTimeIn(event.start, prefer.zone),
    end: dateTimeIn(event.end, prefer.zone),
    recurrence: null,
    location: {
      displayName: event.location,
      locationType: 'default',
      uniqueIdType: 'unknown',
      address: {},
      coordinates: {},
    },
    locations: [],
  };
}

function meetingView(event: StoredEvent): Record<string, unknown> {
  return {
    isCancelled: event.isCancelled,
    isOrganizer: event.isOrganizer,
    isDraft: false,
    responseRequested: event.responseRequested,
    allowNewTimeProposals: event.allowNewTimeProposals,
    hideAttendees: event.hideAttendees,
    isOnlineMeeting: event.isOnlineMeeting,
    onlineMeetingProvider: event.isOnlineMeeting ? 'teamsForBusiness' : 'unknown',
    onlineMeetingUrl: null,
    onlineMeeting: event.joinUrl === undefined ? null : { joinUrl: event.joinUrl },
    responseStatus: responseView(event.response),
    attendees: visibleAttendees(event).map(attendeeView),
    organizer: { emailAddress: { name: event.organizer.name, address: event.organizer.address } },
  };
}

function visibleAttendees(event: StoredEvent): readonly Attendee[] {
  return event.isOrganizer || !event.hideAttendees ? event.attendees : [];
}

function attendeeView(attendee: Attendee): Record<string, unknown> {
  return {
    type: attendee.type,
    status: responseView(attendee.status),
    emailAddress: { name: attendee.name, address: attendee.address },
  };
}

function responseView(response: MeetingResponse): Record<string, unknown> {
  return {
    response: response.response,
    time: response.at === undefined ? '0001-01-01T00:00:00Z' : new Date(response.at).toISOString(),
  };
}

function stamp(instant: Instant): string {
  return new Date(instant).toISOString().replace('Z', '0000Z');
}
