import { createHash } from 'node:crypto';
import type { Attendee, Event } from '@microsoft/microsoft-graph-types';
import { err, ok, type Result } from '../../domain/result.ts';
import type { BookingRequest, Calendar, CalendarEvent, CalendarFailure, Mailbox } from '../ports.ts';
import type { Graph } from './graph-client.ts';
import { readSchedules } from './graph-schedule.ts';
import { fromGraphTime, toGraphTime } from './graph-time.ts';

/** Marks our events so that they are found again; the name is case-sensitive and must never change. */
const MARKER = 'String {6d1f3c52-4f0e-4a3b-9b57-2f1a7c3e9d10} Name LastmileRecalibration';
const KEY_MARKER = 'String {6d1f3c52-4f0e-4a3b-9b57-2f1a7c3e9d10} Name LastmileBookingKey';
const REMINDER_MINUTES = 30;

/** The organiser's calendar in Exchange, through Graph. Facts and pitfalls: the Graph client repeats POST by itself. */
export function graphCalendar(graph: Graph, organiser: string): Calendar {
  const events = `/users/${organiser}/events`;
  return {
    freeBusy: async (people, from, to) =>
      await readSchedules(graph, organiser, { people, window: { from, to } }),
    book: async (request) => await book(graph, events, request),
    find: async (recalibration) => await findMarked(graph, events, recalibration),
    read: async (eventId) => await readEvent(graph, events, eventId),
    invite: async (eventId, required, optional) =>
      await invite(graph, events, { eventId, required, optional }),
    cancel: async (eventId, comment) => await cancel(graph, events, { eventId, comment }),
  };
}

async function book(
  graph: Graph,
  events: string,
  request: BookingRequest,
): Promise<Result<CalendarEvent, CalendarFailure>> {
  const answer = await graph({ method: 'POST', path: events, body: eventBody(request) });
  if (answer.ok) return ok(eventOf(answer.value as Event));
  if (answer.error.code !== 'ErrorDuplicateTransactionId') return answer;
  return await alreadyBooked(graph, events, request);
}

/** The key was used before: what stands under it is the booking, whatever its details are by now. */
async function alreadyBooked(
  graph: Graph,
  events: string,
  request: BookingRequest,
): Promise<Result<CalendarEvent, CalendarFailure>> {
  const found = await findMarked(graph, events, request.recalibration);
  if (!found.ok) return found;
  const event = found.value.find(({ key }) => key === request.key);
  if (event) return ok(event);
  return err({ kind: 'key-used', message: `booking ${request.key} was made before and is gone` });
}

async function findMarked(
  graph: Graph,
  events: string,
  recalibration: string,
): Promise<Result<readonly CalendarEvent[], CalendarFailure>> {
  const marked = `singleValueExtendedProperties/any(ep: ep/id eq '${MARKER}' and ep/value eq '${quoted(recalibration)}')`;
  const answer = await graph({
    method: 'GET',
    path: `${events}?$filter=${encodeURIComponent(marked)}&$expand=${encodeURIComponent(EXPANDED)}`,
  });
  if (!answer.ok) return answer;
  const { value = [] } = answer.value as { readonly value?: readonly Event[] };
  return ok(value.map(eventOf).toSorted((a, b) => a.start - b.start));
}

async function readEvent(
  graph: Graph,
  events: string,
  eventId: string,
): Promise<Result<CalendarEvent | null, CalendarFailure>> {
  const path = `${events}/${encodeURIComponent(eventId)}?$expand=${encodeURIComponent(EXPANDED)}`;
  const answer = await graph({ method: 'GET', path });
  if (answer.ok) return ok(eventOf(answer.value as Event));
  return answer.error.status === 404 ? ok(null) : answer;
}

/** Graph replaces the list as a whole and writes only to those who are new or gone. */
async function invite(
  graph: Graph,
  events: string,
  { eventId, ...people }: Invited & { readonly eventId: string },
): Promise<Result<null, CalendarFailure>> {
  const path = `${events}/${encodeURIComponent(eventId)}`;
  const answer = await graph({ method: 'PATCH', path, body: { attendees: attendeesOf(people) } });
  return answer.ok ? ok(null) : answer;
}

async function cancel(
  graph: Graph,
  events: string,
  { eventId, comment }: { readonly eventId: string; readonly comment: string },
): Promise<Result<null, CalendarFailure>> {
  const path = `${events}/${encodeURIComponent(eventId)}/cancel`;
  const answer = await graph({ method: 'POST', path, body: { comment } });
  // Gone already is what was wanted.
  return answer.ok || answer.error.status === 404 ? ok(null) : answer;
}

function eventBody(request: BookingRequest): Event & { readonly transactionId: string } {
  const { subject, html, start, end, key, recalibration } = request;
  return {
    transactionId: uuidOf(key),
    subject,
    body: { contentType: 'html', content: html },
    start: toGraphTime(start),
    end: toGraphTime(end),
    attendees: attendeesOf(request),
    // "Mandatory" in Graph is this much and no more; the rest is our tracking and escalation.
    importance: 'high',
    showAs: 'busy',
    sensitivity: 'normal',
    responseRequested: true,
    allowNewTimeProposals: false,
    isReminderOn: true,
    reminderMinutesBeforeStart: REMINDER_MINUTES,
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    singleValueExtendedProperties: [
      { id: MARKER, value: recalibration },
      { id: KEY_MARKER, value: key },
    ],
  };
}

type Invited = Pick<BookingRequest, 'required' | 'optional'>;

function attendeesOf({ required, optional }: Invited): Attendee[] {
  const attendee = (type: 'required' | 'optional') => {
    return ({ mail, name }: Mailbox): Attendee => ({ type, emailAddress: { address: mail, name } });
  };
  return [...required.map(attendee('required')), ...optional.map(attendee('optional'))];
}

const EXPANDED = `singleValueExtendedProperties($filter=id eq '${KEY_MARKER}')`;

function eventOf(event: Event): CalendarEvent {
  const joinUrl = event.onlineMeeting?.joinUrl;
  return {
    eventId: event.id ?? '',
    key: event.singleValueExtendedProperties?.find(({ id }) => id === KEY_MARKER)?.value ?? null,
    start: fromGraphTime(event.start),
    end: fromGraphTime(event.end),
    cancelled: event.isCancelled ?? false,
    ...(joinUrl ? { joinUrl } : {}),
    responses: (event.attendees ?? []).map(({ emailAddress, status }) => ({
      mail: emailAddress?.address ?? '',
      response: RESPONSES[status?.response ?? 'none'] ?? 'none',
    })),
  };
}

const RESPONSES: Readonly<Record<string, CalendarEvent['responses'][number]['response']>> = {
  accepted: 'accepted',
  tentativelyAccepted: 'tentative',
  declined: 'declined',
};

/** Graph wants a UUID; the same key always gives the same one. */
function uuidOf(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** OData doubles a quote inside a string. */
function quoted(text: string): string {
  return text.replaceAll("'", "''");
}
