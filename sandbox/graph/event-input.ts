import { z } from 'zod';
import { GraphError, badProperty } from './graph-error.ts';
import type { Attendee, EventFields } from './state.ts';
import { instantOf } from './zones.ts';

const dateTimeTimeZone = z.strictObject({ dateTime: z.string(), timeZone: z.string() });
const emailAddress = z.strictObject({ address: z.string().min(1), name: z.string().optional() });
const EXTENDED_ID =
  /^(String|Integer|Boolean|Double|SystemTime) \{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\} (Name .+|Id 0x[0-9a-fA-F]+)$/;

const writable = z
  .strictObject({
    subject: z.string(),
    body: z.strictObject({ contentType: z.enum(['html', 'HTML', 'text', 'Text']), content: z.string() }),
    start: dateTimeTimeZone,
    end: dateTimeTimeZone,
    isAllDay: z.boolean(),
    location: z.object({ displayName: z.string().optional() }),
    attendees: z.array(
      z.strictObject({ emailAddress, type: z.enum(['required', 'optional', 'resource']).optional() }),
    ),
    importance: z.enum(['low', 'normal', 'high']),
    sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']),
    showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']),
    categories: z.array(z.string()),
    allowNewTimeProposals: z.boolean(),
    responseRequested: z.boolean(),
    hideAttendees: z.boolean(),
    isReminderOn: z.boolean(),
    reminderMinutesBeforeStart: z.number().int(),
    isOnlineMeeting: z.boolean(),
    onlineMeetingProvider: z.enum(['teamsForBusiness', 'skypeForBusiness', 'skypeForConsumer', 'unknown']),
    transactionId: z.string(),
    singleValueExtendedProperties: z.array(
      z.strictObject({ id: z.string().regex(EXTENDED_ID), value: z.string() }),
    ),
  })
  .partial();

type Written = z.infer<typeof writable>;

export interface EventInput {
  readonly fields: Partial<EventFields>;
  readonly transactionId?: string;
}

/** What Exchange fills in where a client says nothing. */
export const EVENT_DEFAULTS = {
  subject: '',
  html: '',
  isAllDay: false,
  location: '',
  attendees: [],
  importance: 'normal',
  sensitivity: 'normal',
  showAs: 'busy',
  categories: [],
  allowNewTimeProposals: true,
  responseRequested: true,
  hideAttendees: false,
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  isOnlineMeeting: false,
  extendedProperties: [],
} as const satisfies Partial<EventFields>;

/** Reads the body of a create; a missing start or end is refused. */
export function newEventInput(body: unknown): {
  readonly fields: EventFields;
  readonly transactionId?: string;
} {
  const { fields, transactionId } = eventInput(body);
  const { start, end, startZone, endZone } = fields;
  if (start === undefined || end === undefined || startZone === undefined || endZone === undefined) {
    throw badProperty('start and end are required.');
  }
  const complete = { ...EVENT_DEFAULTS, ...fields, start, end, startZone, endZone };
  checkTimes(complete);
  return { fields: complete, ...(transactionId === undefined ? {} : { transactionId }) };
}

/** Reads the body of a create or update: only writable properties, of the right type. */
export function eventInput(body: unknown): EventInput {
  const parsed = writable.safeParse(body);
  if (!parsed.success) throw bodyError(parsed.error);
  const written = parsed.data;
  if ((written.attendees?.length ?? 0) > 500) throw badProperty('More than 500 attendees.');
  const { transactionId } = written;
  return { fields: fieldsOf(written), ...(transactionId === undefined ? {} : { transactionId }) };
}

/** Refuses an event that ends before it starts, and an all-day event that is not made of whole days. */
export function checkTimes(fields: EventFields): void {
  if (fields.end < fields.start) throw badProperty('The event ends before it starts.');
  const wholeDays = fields.startZone === fields.endZone && (fields.end - fields.start) % 3_600_000 === 0;
  if (fields.isAllDay && (!wholeDays || fields.end === fields.start)) {
    throw badProperty('An all-day event lasts from midnight to midnight in one time zone.');
  }
}

function fieldsOf(written: Written): Partial<EventFields> {
  const { body, start, end, location, attendees, singleValueExtendedProperties, ...rest } = written;
  const { transactionId: _transactionId, onlineMeetingProvider, isOnlineMeeting, ...plain } = rest;
  const online =
    isOnlineMeeting === true && (onlineMeetingProvider ?? 'teamsForBusiness') === 'teamsForBusiness';
  return {
    ...plain,
    ...(isOnlineMeeting === undefined ? {} : { isOnlineMeeting: online }),
    ...(body ? { html: htmlOf(body.contentType, body.content) } : {}),
    ...(start ? { start: instantOf(start), startZone: start.timeZone } : {}),
    ...(end ? { end: instantOf(end), endZone: end.timeZone } : {}),
    ...(location ? { location: location.displayName ?? '' } : {}),
    ...(attendees ? { attendees: attendees.map(attendeeOf) } : {}),
    ...(singleValueExtendedProperties ? { extendedProperties: singleValueExtendedProperties } : {}),
    // JSON knows no undefined: what zod calls optional is absent.
  } as Partial<EventFields>;
}

function attendeeOf(written: NonNullable<Written['attendees']>[number]): Attendee {
  const { address, name } = written.emailAddress;
  return { address, name: name ?? address, type: written.type ?? 'required', status: { response: 'none' } };
}

function htmlOf(contentType: string, content: string): string {
  if (contentType.toLowerCase() === 'html')
    return /<body[^>]*>([\s\S]*)<\/body>/i.exec(content)?.[1] ?? content;
  return content
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
}

function bodyError(error: z.ZodError): GraphError {
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const name = issue.keys[0] ?? '';
    return new GraphError(
      400,
      'RequestBodyRead',
      `The property '${name}' does not exist on type 'microsoft.graph.event', is read-only, or is not simulated.`,
    );
  }
  if (issue?.code === 'invalid_type' || issue?.code === 'invalid_value') {
    return new GraphError(400, 'RequestBodyRead', `Cannot read '${issue.path.join('/')}': ${issue.message}`);
  }
  return badProperty(issue ? `${issue.path.join('/')}: ${issue.message}` : '');
}

/** The content of a create, for telling a repeated request from a different one under the same transaction id. */
export function fingerprintOf(body: unknown): string {
  return JSON.stringify(sorted(body));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
