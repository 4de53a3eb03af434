import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import type { Instant } from '../../src/domain/zoned-time.ts';
import { type Account, type Directory, accounts } from '../directory.ts';
import { activityRoutes } from './activity-routes.ts';
import { type TokenIssuer, rolesOf } from './authorise.ts';
import { Calendars } from './calendars.ts';
import type { GraphEnvironment, GraphWorld } from './environment.ts';
import { eventRoutes } from './event-routes.ts';
import { Faults } from './faults.ts';
import { GraphError } from './graph-error.ts';
import { type Appointment, Mailboxes } from './mailboxes.ts';
import { peopleRoutes } from './people-routes.ts';
import type { Exchange } from './recorder.ts';
import { scheduleRoutes } from './schedule-routes.ts';
import type { GraphState, MailboxState } from './state.ts';
import { type FrontDoor, answer, refusal } from './front-door.ts';

export interface GraphOptions {
  /** The sandbox's movable clock: milliseconds since 1970. */
  readonly clock: { readonly now: () => Instant };
  readonly directory: Directory;
  /** Whose tokens are accepted: our identity simulator. */
  readonly identity: TokenIssuer;
  /** Appointments to begin with, by mail address. */
  readonly appointments?: Readonly<Record<string, readonly Appointment[]>>;
  /** Whether our app may touch events of the inviting mailbox only (default) or of everybody. */
  readonly calendarScope?: 'organiser' | 'tenant';
  /** Activity types the app manifest declares. */
  readonly activityTypes?: readonly string[];
  /** Graph's answer to a reused transaction id is seen as 400 and as 409. */
  readonly duplicateStatus?: 400 | 409;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

export interface GraphSimulator {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Outlook, as people use it. */
  readonly mailboxes: Mailboxes;
  readonly faults: Faults;
  /** Every request and answer, oldest first. */
  readonly exchanges: Exchange[];
  /** Everything remembered, as plain data. */
  readonly snapshot: () => GraphState;
  readonly restore: (state: GraphState) => void;
}

/** A simulated Microsoft Graph v1.0 for one tenant, in memory. Answers any host; only the path counts. */
export function createGraphSimulator(options: GraphOptions): GraphSimulator {
  const now = (): Instant => options.clock.now();
  const state: GraphState = {
    counter: 0,
    mailboxes: accounts(options.directory).map(mailboxOf),
    activities: [],
  };
  const calendars = new Calendars(state, now);
  const mailboxes = new Mailboxes(state, calendars);
  seed(mailboxes, options.appointments ?? {});
  const door: FrontDoor = {
    app: graphApp({ ...worldDefaults(options), state, calendars, now }, options),
    faults: new Faults(),
    exchanges: [],
    busy: new Map(),
    sleep: options.sleep ?? wait,
    now,
  };
  return {
    fetch: (request) => answer(door, request),
    mailboxes,
    faults: door.faults,
    exchanges: door.exchanges,
    snapshot: () => structuredClone(state),
    restore: (saved) => void Object.assign(state, structuredClone(saved)),
  };
}

function graphApp(world: GraphWorld, options: GraphOptions): Hono<GraphEnvironment> {
  const app = new Hono<GraphEnvironment>();
  app.onError((error, c) => refusal(c, error, world.now()));
  app.notFound((c) => refusal(c, unknownPath(new URL(c.req.url).pathname), world.now()));
  app.use(async (c, next) => {
    c.set(
      'roles',
      await rolesOf(c.req.header('authorization'), options.identity, options.directory.tenantId),
    );
    await next();
  });
  eventRoutes(app, world);
  scheduleRoutes(app, world);
  activityRoutes(app, world);
  peopleRoutes(app, world);
  return app;
}

function worldDefaults(
  options: GraphOptions,
): Pick<GraphWorld, 'directory' | 'calendarScope' | 'activityTypes' | 'duplicateStatus'> {
  const { directory, calendarScope = 'organiser', activityTypes = [], duplicateStatus = 400 } = options;
  return { directory, calendarScope, activityTypes, duplicateStatus };
}

function unknownPath(path: string): GraphError {
  if (path.startsWith('/v1.0/me')) {
    return new GraphError(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
  }
  if (!path.startsWith('/v1.0/'))
    return new GraphError(400, 'BadRequest', `Invalid version: ${path.split('/')[1]}`);
  return new GraphError(501, 'notImplemented', `The sandbox does not simulate ${path}.`);
}

function mailboxOf(account: Account): MailboxState {
  return {
    address: account.mail,
    name: account.name,
    oid: account.oid,
    timeZone: account.timeZone,
    workWeek: account.workWeek,
    hours: 'known',
    teamsMeetings: true,
    appInstalled: true,
    events: [],
    deleted: [],
    inbox: [],
    transactions: {},
  };
}

function seed(mailboxes: Mailboxes, appointments: Readonly<Record<string, readonly Appointment[]>>): void {
  for (const [address, wanted] of Object.entries(appointments)) {
    for (const appointment of wanted) mailboxes.addAppointment(address, appointment);
  }
}
