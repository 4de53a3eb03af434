import { ClientSecretCredential } from '@azure/identity';
import {
  AuthenticationHandler,
  Client,
  type Context,
  type Middleware,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client';
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js';
import { directoryFromPeople } from '../../../sandbox/directory.ts';
import {
  type GraphOptions,
  type GraphSimulator,
  createGraphSimulator,
} from '../../../sandbox/graph/simulator.ts';
import { type Identity, createIdentity } from '../../../sandbox/identity/identity.ts';
import { inProcessHttpClient } from '../../../sandbox/in-process-http.ts';
import { STAFF } from '../staff.ts';

export const ORIGIN = 'https://localhost:8443';
export const directory = directoryFromPeople(STAFF);
export const organiser = directory.organiser;
export const EVENTS = `/users/${organiser.oid}/events`;
export const MARK = 'String {00020329-0000-0000-c000-000000000046} Name LastmileRecalibration';
/** Monday of the first week; the simulators live in March 2026. */
export const MONDAY = Date.parse('2026-03-02T08:00:00Z');

export interface TestGraph {
  readonly graph: GraphSimulator;
  readonly identity: Identity;
  /** The real client, with its own retries. */
  readonly client: Client;
  /** Moves the sandbox clock. */
  readonly advance: (minutes: number) => void;
  /** A request with a good token and no client library. */
  readonly send: (method: string, path: string, options?: SendOptions) => Promise<Response>;
}

export interface SendOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One key for all tests of a file: making one takes a noticeable moment. */
const identity = createIdentity({ origin: ORIGIN, directory });

export function newTestGraph(options: Partial<GraphOptions> = {}): TestGraph {
  let time = MONDAY;
  const graph = createGraphSimulator({ clock: { now: () => time }, directory, identity, ...options });
  return {
    graph,
    identity,
    client: clientFor(graph),
    advance: (minutes) => {
      time += minutes * 60_000;
    },
    send: async (method, path, sent = {}) =>
      graph.fetch(
        new Request(`https://graph.microsoft.com/v1.0${path}`, {
          method,
          headers: { authorization: `Bearer ${await appToken()}`, ...json(sent.body), ...sent.headers },
          ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
        }),
      ),
  };
}

/** The error code of an answer, or its status where it is none. */
export async function codeOf(answer: Response): Promise<string> {
  const body = (await answer.json()) as { readonly error: { readonly code: string } };
  return `${answer.status} ${body.error.code}`;
}

export async function appToken(): Promise<string> {
  return (await credential.getToken('https://graph.microsoft.com/.default')).token;
}

/** The smallest body of a recalibration, on a given day of the first week, 14:00 to 14:45 in Berlin. */
export function meetingBody(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const timeZone = 'W. Europe Standard Time';
  return {
    subject: 'Recalibration: loans approved',
    body: { contentType: 'html', content: '<p>Two weeks cost <b>EUR 40,000</b>.</p>' },
    start: { dateTime: '2026-03-05T14:00:00', timeZone },
    end: { dateTime: '2026-03-05T14:45:00', timeZone },
    attendees: [invitee('dana'), invitee('paul'), invitee('sam', 'optional')],
    importance: 'high',
    allowNewTimeProposals: false,
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    singleValueExtendedProperties: [{ id: MARK, value: 'kpi-7/1' }],
    ...changes,
  };
}

export function invitee(id: string, type = 'required'): Record<string, unknown> {
  return { emailAddress: { address: `${id}@contoso.example`, name: id }, type };
}

export const credential = new ClientSecretCredential(
  directory.tenantId,
  directory.graphClient.clientId,
  directory.graphClient.secret,
  { authorityHost: ORIGIN, disableInstanceDiscovery: true, httpClient: inProcessHttpClient(identity) },
);

/** The production chain up to its last member, which hands over to the simulator instead of the network. */
function clientFor(graph: GraphSimulator): Client {
  const scopes = ['https://graph.microsoft.com/.default'];
  const handlers = [
    new AuthenticationHandler(new TokenCredentialAuthenticationProvider(credential, { scopes })),
    new RetryHandler(new RetryHandlerOptions(0.01)),
    new TelemetryHandler(),
  ] as const;
  handlers[0].setNext(handlers[1]);
  handlers[1].setNext(handlers[2]);
  handlers[2].setNext(lastHandler(graph));
  return Client.initWithMiddleware({ middleware: handlers[0] });
}

function lastHandler(graph: GraphSimulator): Middleware {
  return {
    execute: async (context: Context) => {
      const url = typeof context.request === 'string' ? context.request : context.request.url;
      context.response = await graph.fetch(new Request(url, context.options));
    },
  };
}

function json(body: unknown): Record<string, string> {
  return body === undefined ? {} : { 'content-type': 'application/json' };
}
