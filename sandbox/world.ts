import { ClientSecretCredential } from '@azure/identity';
import { type Api, createApi } from '../src/api/api.ts';
import type { Config } from '../src/api/config.ts';
import { connectGraph } from '../src/api/graph/graph-client.ts';
import { graphCalendar } from '../src/api/graph/graph-calendar.ts';
import { graphNotifier } from '../src/api/graph/graph-notifier.ts';
import { composeInvitation } from '../src/api/invitation/compose.ts';
import { importTenant } from '../src/api/import-story.ts';
import { timelineOf } from '../src/api/state/engine.ts';
import type { Story } from '../src/domain/story/story.ts';
import type { Instant } from '../src/domain/zoned-time.ts';
import { createLocalJWKSet } from 'jose';
import { type Directory, directoryFromPeople } from './directory.ts';
import { createGraphSimulator, type GraphSimulator } from './graph/simulator.ts';
import type { GraphState } from './graph/state.ts';
import type { Appointment } from './graph/mailboxes.ts';
import { createIdentity, type Identity } from './identity/identity.ts';
import { inProcessHttpClient } from './in-process-http.ts';
import { movableClock, type MovableClock } from './movable-clock.ts';
import { oneAtATime } from './one-at-a-time.ts';

export interface WorldOptions {
  /** The one https address everything is served from. */
  readonly origin: string;
  readonly database: Config['database'];
  /** The tenant as it is on its first day. */
  readonly story: Story;
  readonly start: Instant;
  readonly webRoot: string | null;
  readonly appointments?: Readonly<Record<string, readonly Appointment[]>>;
  /** What an earlier run of the same data folder left. */
  readonly saved?: SavedWorld | undefined;
  /** Called after every change in Graph and before its answer is believed, so that a crash forgets no booking. */
  readonly keep?: (world: SavedWorld) => Promise<void>;
}

/** What the simulators remember beside the database. */
export interface SavedWorld {
  readonly now: Instant;
  readonly graph: GraphState;
}

/** Our API in the middle of a simulated Microsoft 365: identity, Graph, calendars, and a clock that can be moved. */
export interface World {
  readonly origin: string;
  readonly story: Story;
  readonly directory: Directory;
  readonly identity: Identity;
  readonly graph: GraphSimulator;
  readonly api: Api;
  readonly clock: MovableClock;
  /** Lets time pass, stopping wherever something happens by itself, until all work is done. */
  readonly moveTo: (instant: Instant) => Promise<void>;
  /** Does what is due now. */
  readonly settle: () => Promise<void>;
  /** The next thing people would notice: a change of status, a meeting; null: nothing more by itself. */
  readonly nextEvent: () => Promise<NextEvent | null>;
  readonly save: () => SavedWorld;
  readonly close: () => Promise<void>;
}

export interface NextEvent {
  readonly kind: 'change' | 'meeting';
  readonly at: Instant;
}

/** The Teams app of the sandbox's manifest. */
export const TEAMS_APP_ID = '7f0f6c9e-5a34-4c1f-9a7e-1a5b6f2d3c40';

export async function createWorld(options: WorldOptions): Promise<World> {
  const { origin, story, saved } = options;
  const { portfolio } = story;
  const directory = directoryFromPeople(portfolio.people, portfolio);
  const clock = movableClock(saved?.now ?? options.start);
  const inTurn = oneAtATime();
  const identity = createIdentity({ origin, directory });
  const graph = createGraphSimulator({
    clock,
    directory,
    identity,
    activityTypes: ['reportDue'],
    ...(options.appointments ? { appointments: options.appointments } : {}),
  });
  if (saved) graph.restore(saved.graph);
  const api = await createApi({
    config: configOf(options, directory),
    overrides: await overridesOf({
      directory,
      identity,
      graph: keptGraph(graph, clock, options.keep),
      clock,
      origin,
    }),
  });
  await importTenant(api.context, {
    tenant: directory.tenantId,
    name: 'Contoso',
    portfolio,
    accounts: accountsIn(directory),
  });
  // A crash may have come after the ledger's last entry and before the clock was written down.
  clock.moveTo((await api.context.tenants.read(directory.tenantId)).at);
  const work = async (): Promise<void> => {
    await api.sweep();
    await api.drain();
  };
  const settle = async (): Promise<void> => await inTurn(work);
  await settle();
  return {
    origin,
    story,
    directory,
    identity,
    graph,
    api: { ...api, fetch: async (request) => await answered(api, request, settle) },
    clock,
    settle,
    nextEvent: async () => await nextEvent(api, directory.tenantId, clock.now()),
    moveTo: (instant) =>
      inTurn(async () => {
        for (
          let next = await wakeAt(api, clock.now());
          next < instant;
          next = await wakeAt(api, clock.now())
        ) {
          clock.moveTo(next);
          await work();
        }
        clock.moveTo(instant);
        await work();
      }),
    save: () => ({ now: clock.now(), graph: graph.snapshot() }),
    close: () => inTurn(api.close),
  };
}

/** What a request has caused is done right after its answer, as the server's worker would do it. */
async function answered(api: Api, request: Request, settle: () => Promise<void>): Promise<Response> {
  const response = await api.fetch(request);
  if (request.method !== 'GET' && response.ok) {
    settle().catch((error: unknown) => {
      api.context.log.write('error', 'settle-failed', { error: String(error) });
    });
  }
  return response;
}

function keptGraph(
  graph: GraphSimulator,
  clock: MovableClock,
  keep: WorldOptions['keep'],
): Pick<GraphSimulator, 'fetch'> {
  return {
    fetch: async (request) => {
      const response = await graph.fetch(request);
      if (request.method !== 'GET') await keep?.({ now: clock.now(), graph: graph.snapshot() });
      return response;
    },
  };
}

/** The next due work of any kind after `now`; work that keeps failing does not hold the clock. */
async function wakeAt({ context }: Api, now: Instant): Promise<Instant> {
  const row = await context.database.kysely
    .selectFrom('wake')
    .select(({ fn }) => fn.min('wake_at').as('at'))
    .where('wake_at', '>', now)
    .executeTakeFirst();
  return row?.at === null || row?.at === undefined ? Infinity : row.at;
}

async function nextEvent({ context }: Api, tenant: string, now: Instant): Promise<NextEvent | null> {
  const state = await context.tenants.read(tenant);
  const change = timelineOf(state).next;
  const meetings = state.facts.recalibrations.flatMap(({ state: stands, meeting }) =>
    stands === 'booked' && meeting ? [meeting.start] : [],
  );
  const events: NextEvent[] = [
    ...(change === null ? [] : [{ kind: 'change', at: change } as const]),
    ...meetings.map((at) => ({ kind: 'meeting', at }) as const),
  ];
  return events.filter(({ at }) => at > now).toSorted((a, b) => a.at - b.at)[0] ?? null;
}

function configOf({ origin, database, webRoot }: WorldOptions, directory: Directory): Config {
  return {
    host: 'localhost',
    port: 0,
    database,
    clientId: directory.apiClientId,
    tenants: [directory.tenantId],
    authorityOrigin: origin,
    teamsAppId: TEAMS_APP_ID,
    publicOrigin: origin,
    frameAncestors: [],
    trustedHostOrigins: [],
    webRoot,
    maxBodyBytes: 2_000_000,
    workEveryMs: 1000,
    organiser: directory.organiser.mail,
  };
}

/** Who signs in as whom, and who reports to whom: the manager decides where a KPI has no objective. */
function accountsIn({ people }: Directory): Parameters<typeof importTenant>[1]['accounts'] {
  return new Map(
    people.map(({ id, oid, mail, managerOid }) => {
      const manager = people.find((person) => person.oid === managerOid)?.id;
      return [id, { oid, mail, ...(manager === undefined ? {} : { manager }) }];
    }),
  );
}

interface Surroundings {
  readonly directory: Directory;
  readonly identity: Identity;
  readonly graph: Pick<GraphSimulator, 'fetch'>;
  readonly clock: MovableClock;
  readonly origin: string;
}

async function overridesOf({
  directory,
  identity,
  graph,
  clock,
  origin,
}: Surroundings): Promise<NonNullable<Parameters<typeof createApi>[0]['overrides']>> {
  const { tenantId, graphClient, organiser } = directory;
  const credential = new ClientSecretCredential(tenantId, graphClient.clientId, graphClient.secret, {
    authorityHost: origin,
    disableInstanceDiscovery: true,
    httpClient: inProcessHttpClient(identity),
  });
  const connection = connectGraph({ credential, fetch: (request) => graph.fetch(request) });
  const tabLink = `https://teams.microsoft.com/l/entity/${TEAMS_APP_ID}/lastmile`;
  return {
    clock,
    compose: composeInvitation,
    calendar: graphCalendar(connection, organiser.oid),
    notifier: graphNotifier(connection, { tabLink }),
    tokenKeys: createLocalJWKSet(await identity.jwks()),
    directory: {
      personOf: async ({ oid }) => directory.people.find((person) => person.oid === oid)?.id ?? null,
    },
  };
}
