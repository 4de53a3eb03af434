import type { Hono } from 'hono';
import { demandRole } from './authorise.ts';
import {
  type GraphCall,
  type GraphEnvironment,
  type GraphWorld,
  contextUrl,
  jsonBody,
  openMailbox,
  preferOf,
} from './environment.ts';
import { eventInput, fingerprintOf, newEventInput } from './event-input.ts';
import { EVENT_PROPERTIES, etagOf, eventView } from './event-view.ts';
import { GraphError, badProperty } from './graph-error.ts';
import {
  checkQuery,
  checkSelect,
  eventFilter,
  expandedProperties,
  invalidQuery,
  ordered,
  paged,
  selected,
} from './odata.ts';
import type { MailboxState, StoredEvent } from './state.ts';

export function eventRoutes(app: Hono<GraphEnvironment>, world: GraphWorld): void {
  for (const base of ['/v1.0/users/:user', '/v1.0/users/:user/calendar']) {
    app.post(`${base}/events`, (c) => createEvent(world, c));
    app.get(`${base}/events`, (c) => listEvents(world, c));
    app.get(`${base}/calendarView`, (c) => calendarView(world, c));
  }
  app.get('/v1.0/users/:user/events/:event', (c) => getEvent(world, c));
  app.patch('/v1.0/users/:user/events/:event', (c) => updateEvent(world, c));
  app.delete('/v1.0/users/:user/events/:event', (c) => deleteEvent(world, c));
  app.post('/v1.0/users/:user/events/:event/cancel', (c) => cancelEvent(world, c));
}

async function createEvent(world: GraphWorld, c: GraphCall): Promise<Response> {
  demandRole(c.var.roles, 'Calendars.ReadWrite');
  const box = openMailbox(world, c);
  const body = await jsonBody(c);
  const { fields, transactionId } = newEventInput(body);
  const known = transactionId === undefined ? undefined : repeated(world, box, transactionId, body);
  if (known) return created(c, box, known);
  const online = fields.isOnlineMeeting && box.teamsMeetings && !c.env.withoutOnlineMeeting;
  const marks = transactionId === undefined ? {} : { transactionId };
  const written = { ...fields, isOnlineMeeting: online };
  const event = world.calendars.create(box, written, online ? { ...marks, joinUrl: joinUrl(world) } : marks);
  if (transactionId !== undefined) {
    box.transactions[transactionId] = { immutableId: event.immutableId, fingerprint: fingerprintOf(body) };
  }
  return created(c, box, event);
}

/** The event an identical request made before; a different one under the same id is refused. */
function repeated(
  world: GraphWorld,
  box: MailboxState,
  transactionId: string,
  body: unknown,
): StoredEvent | undefined {
  const used = box.transactions[transactionId];
  if (!used) return undefined;
  const event = box.events.find((one) => one.immutableId === used.immutableId);
  // Whether an id outlives its deleted event is not documented; the sandbox takes the answer that hides no error.
  if (event && used.fingerprint === fingerprintOf(body)) return event;
  throw new GraphError(
    world.duplicateStatus,
    'ErrorDuplicateTransactionId',
    "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.",
  );
}

function created(c: GraphCall, box: MailboxState, event: StoredEvent): Response {
  const view = eventAnswer(c, box, event);
  const location = `https://graph.microsoft.com/v1.0/users('${box.oid}')/events('${String(view['id'])}')`;
  return c.json(view, 201, { Location: location, ...applied(c) });
}

function getEvent(world: GraphWorld, c: GraphCall): Response {
  demandRole(c.var.roles, 'Calendars.Read');
  const box = openMailbox(world, c);
  return c.json(eventAnswer(c, box, world.calendars.event(box, eventId(c))), 200, applied(c));
}

async function updateEvent(world: GraphWorld, c: GraphCall): Promise<Response> {
  demandRole(c.var.roles, 'Calendars.ReadWrite');
  const box = openMailbox(world, c);
  const event = world.calendars.event(box, eventId(c));
  checkEtag(c, event);
  const { fields, transactionId } = eventInput(await jsonBody(c));
  if (transactionId !== undefined) throw badProperty('transactionId cannot be changed.');
  if (event.isOnlineMeeting && fields.isOnlineMeeting === false)
    throw badProperty('An online meeting stays one.');
  const next = world.calendars.update(box, event, fields);
  return c.json(eventAnswer(c, box, next), 200, applied(c));
}

function deleteEvent(world: GraphWorld, c: GraphCall): Response {
  demandRole(c.var.roles, 'Calendars.ReadWrite');
  const box = openMailbox(world, c);
  const event = world.calendars.event(box, eventId(c));
  checkEtag(c, event);
  if (event.isOrganizer) world.calendars.cancel(box, event);
  else world.calendars.discard(box, event);
  return c.body(null, 204);
}

async function cancelEvent(world: GraphWorld, c: GraphCall): Promise<Response> {
  demandRole(c.var.roles, 'Calendars.ReadWrite');
  const box = openMailbox(world, c);
  const event = world.calendars.event(box, eventId(c));
  if (!event.isOrganizer) {
    const message = "Your request can't be completed. You need to be an organizer to cancel a meeting.";
    throw new GraphError(400, 'ErrorInvalidRequest', message);
  }
  world.calendars.cancel(box, event, await commentOf(c));
  return c.body(null, 202);
}

async function commentOf(c: GraphCall): Promise<string> {
  if ((await c.req.text()) === '') return '';
  const body = (await jsonBody(c)) as { readonly comment?: unknown; readonly Comment?: unknown };
  const comment = body.comment ?? body.Comment ?? '';
  if (typeof comment !== 'string') throw badProperty('Comment must be text.');
  return comment;
}

function listEvents(world: GraphWorld, c: GraphCall): Response {
  return collection(world, c, eventFilter(c.req.query('$filter')));
}

function calendarView(world: GraphWorld, c: GraphCall): Response {
  const [from, to] = [edge(c, 'startDateTime'), edge(c, 'endDateTime')];
  if (to <= from) throw invalidQuery('endDateTime must be after startDateTime.');
  const filter = eventFilter(c.req.query('$filter'));
  return collection(world, c, (event) => event.start < to && event.end > from && filter(event));
}

function collection(world: GraphWorld, c: GraphCall, keep: (event: StoredEvent) => boolean): Response {
  demandRole(c.var.roles, 'Calendars.Read');
  const box = openMailbox(world, c);
  checkQuery(c.req.query());
  checkSelect(c.req.query('$select'), EVENT_PROPERTIES);
  const events = ordered(box.events.filter(keep), c.req.query('$orderby'));
  const page = paged(events, new URL(c.req.url), preferOf(c));
  const context = contextUrl(`users('${box.oid}')/events`);
  const value = page.value.map((event) => oneEvent(c, event));
  return c.json({ '@odata.context': context, ...page, value }, 200, applied(c));
}

/** calendarView's window ignores `Prefer`: an own offset, else UTC. */
function edge(c: GraphCall, name: 'startDateTime' | 'endDateTime'): number {
  const text = c.req.query(name);
  if (text === undefined) throw invalidQuery(`This request requires '${name}'.`);
  const at = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`);
  if (Number.isNaN(at))
    throw new GraphError(400, 'ErrorInvalidParameter', `'${text}' is not a date and time.`);
  return at;
}

function eventAnswer(c: GraphCall, box: MailboxState, event: StoredEvent): Record<string, unknown> {
  return { '@odata.context': contextUrl(`users('${box.oid}')/events/$entity`), ...oneEvent(c, event) };
}

function oneEvent(c: GraphCall, event: StoredEvent): Record<string, unknown> {
  checkSelect(c.req.query('$select'), EVENT_PROPERTIES);
  const view = selected(eventView(event, preferOf(c)), c.req.query('$select'));
  return { ...view, ...expandedProperties(c.req.query('$expand'), event) };
}

function checkEtag(c: GraphCall, event: StoredEvent): void {
  const wanted = c.req.header('if-match');
  if (wanted === undefined || wanted === '*' || wanted === etagOf(event)) return;
  throw new GraphError(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  );
}

function eventId(c: GraphCall): string {
  return c.req.param('event') ?? '';
}

function applied(c: GraphCall): Record<string, string> {
  const preference = preferOf(c).applied;
  return preference === '' ? {} : { 'Preference-Applied': preference };
}

function joinUrl(world: GraphWorld): string {
  const thread = `19:meeting_sandbox${world.state.counter + 1}@thread.v2`;
  return `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(thread)}/0?context=%7b%7d`;
}
