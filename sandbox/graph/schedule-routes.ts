import type { Hono } from 'hono';
import { z } from 'zod';
import type { Instant } from '../../src/domain/zoned-time.ts';
import { demandRole } from './authorise.ts';
import {
  type GraphCall,
  type GraphEnvironment,
  type GraphWorld,
  anyMailbox,
  contextUrl,
  jsonBody,
  openMailbox,
  preferOf,
  unreadable,
} from './environment.ts';
import { GraphError } from './graph-error.ts';
import type { MailboxState, ShowAs, StoredEvent } from './state.ts';
import { hoursView } from './working-hours.ts';
import { dateTimeIn, instantOf, windowsNameOf } from './zones.ts';

const dateTime = z.strictObject({ dateTime: z.string(), timeZone: z.string() });
const scheduleRequest = z.strictObject({
  schedules: z.array(z.string()).min(1),
  starttime: dateTime,
  endtime: dateTime,
  availabilityviewinterval: z.number().int().min(5).max(1440).default(30),
});

interface Window {
  readonly start: Instant;
  readonly end: Instant;
  readonly minutes: number;
  readonly zone: string;
}

const DAY = 86_400_000;
/** Free and working elsewhere read 0 alike in today's service. */
const DIGIT: Readonly<Record<ShowAs, number>> = {
  free: 0,
  workingElsewhere: 0,
  tentative: 1,
  busy: 2,
  oof: 3,
};

export function scheduleRoutes(app: Hono<GraphEnvironment>, world: GraphWorld): void {
  app.post('/v1.0/users/:user/calendar/getSchedule', (c) => getSchedule(world, c));
  app.get('/v1.0/users/:user/mailboxSettings', (c) => mailboxSettings(world, c));
  app.post('/v1.0/users/:user/findMeetingTimes', () => {
    throw new GraphError(
      403,
      'ErrorAccessDenied',
      'findMeetingTimes cannot be called with application permissions.',
    );
  });
}

async function getSchedule(world: GraphWorld, c: GraphCall): Promise<Response> {
  demandRole(c.var.roles, 'Calendars.ReadBasic');
  openMailbox(world, c);
  const request = readRequest(await jsonBody(c));
  const window = windowOf(request, preferOf(c).zone);
  const value = request.schedules.map((address) => scheduleOf(world, address, window));
  const preference = preferOf(c).applied;
  return c.json(
    { '@odata.context': contextUrl('Collection(microsoft.graph.scheduleInformation)'), value },
    200,
    preference === '' ? {} : { 'Preference-Applied': preference },
  );
}

/** Parameter names of this action are matched without case; the same one twice is refused. */
function readRequest(body: unknown): z.infer<typeof scheduleRequest> {
  const entries = Object.entries(body ?? {}).map(([key, value]) => [key.toLowerCase(), value] as const);
  if (new Set(entries.map(([key]) => key)).size < entries.length)
    throw unreadable('A parameter was given twice.');
  const parsed = scheduleRequest.safeParse(Object.fromEntries(entries));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new GraphError(
      400,
      'ErrorInvalidParameter',
      `${issue?.path.join('/') ?? ''}: ${issue?.message ?? ''}`,
    );
  }
  if (parsed.data.schedules.length > 20) {
    throw new GraphError(400, 'ErrorMailboxDataArrayTooBig', 'More than 20 schedules in one request.');
  }
  return parsed.data;
}

function windowOf(request: z.infer<typeof scheduleRequest>, zone: string): Window {
  const [start, end] = [instantOf(request.starttime), instantOf(request.endtime)];
  if (end <= start) throw new GraphError(400, 'ErrorInvalidTimeInterval', 'The time window is empty.');
  if (end - start >= 62 * DAY) {
    throw new GraphError(
      400,
      'ErrorTimeIntervalTooBig',
      'The requested time duration specified is too large.',
    );
  }
  return { start, end, minutes: request.availabilityviewinterval, zone };
}

function scheduleOf(world: GraphWorld, address: string, window: Window): Record<string, unknown> {
  const box = world.calendars.mailbox(address);
  if (!box || !address.includes('@')) {
    const message = `Unable to resolve e-mail address ${address} to an Active Directory object.`;
    return { scheduleId: address, error: { message, responseCode: '5009' } };
  }
  const items = box.events
    .filter((event) => event.start < window.end && event.end > window.start)
    .sort((a, b) => a.start - b.start);
  const hours = hoursView(box);
  return {
    scheduleId: address,
    availabilityView: availability(items, window),
    // Subjects are shown only where a mailbox shares them; the sandbox shares none.
    scheduleItems: items.map((event) => ({
      status: event.showAs,
      start: dateTimeIn(event.start, window.zone),
      end: dateTimeIn(event.end, window.zone),
    })),
    ...(hours === undefined ? {} : { workingHours: hours }),
  };
}

function availability(items: readonly StoredEvent[], window: Window): string {
  const step = window.minutes * 60_000;
  return Array.from({ length: Math.ceil((window.end - window.start) / step) }, (_, slot) => {
    const from = window.start + slot * step;
    const to = Math.min(from + step, window.end);
    const met = items.filter((event) => event.start < to && event.end > from);
    return Math.max(0, ...met.map((event) => DIGIT[event.showAs]));
  }).join('');
}

function mailboxSettings(world: GraphWorld, c: GraphCall): Response {
  demandRole(c.var.roles, 'MailboxSettings.Read');
  const box: MailboxState = anyMailbox(world, c);
  return c.json({
    '@odata.context': contextUrl(`users('${box.oid}')/mailboxSettings`),
    archiveFolder: 'AAMkSandboxArchive=',
    timeZone: windowsNameOf(box.timeZone),
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    dateFormat: 'yyyy-MM-dd',
    timeFormat: 'HH:mm',
    userPurpose: 'user',
    language: { locale: 'en-US', displayName: 'English (United States)' },
    automaticRepliesSetting: {
      status: 'disabled',
      externalAudience: 'all',
      internalReplyMessage: '',
      externalReplyMessage: '',
      scheduledStartDateTime: dateTimeIn(world.now(), 'UTC'),
      scheduledEndDateTime: dateTimeIn(world.now() + DAY, 'UTC'),
    },
    workingHours: hoursView({ ...box, hours: box.hours === 'missing' ? 'known' : box.hours }),
  });
}
