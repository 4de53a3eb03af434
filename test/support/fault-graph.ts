import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ClientSecretCredential } from '@azure/identity';
import { getRequestListener } from '@hono/node-server';
import type { Directory } from '../../sandbox/directory.ts';
import { type GraphSimulator, createGraphSimulator } from '../../sandbox/graph/simulator.ts';
import type { StoredEvent } from '../../sandbox/graph/state.ts';
import { createIdentity } from '../../sandbox/identity/identity.ts';
import { inProcessHttpClient } from '../../sandbox/in-process-http.ts';

const ORIGIN = 'https://localhost:8443';
const [SHORTEST_MS, LONGEST_MS] = [5, 50];
/** Our marker on an event, as `src/api/graph/graph-calendar.ts` writes it. */
const MARKER = / Name LastmileRecalibration$/;

/** The Graph simulator as a witness: served over HTTP from a process that survives, and slow enough to be killed in. */
export interface GraphWitness {
  readonly simulator: GraphSimulator;
  readonly origin: string;
  readonly token: string;
  /** What was asked for and is not answered yet: reading, or changing a calendar. */
  readonly underWay: () => { readonly reads: number; readonly changes: number };
  readonly stop: () => Promise<void>;
}

export interface WitnessOptions {
  readonly directory: Directory;
  readonly clock: { readonly now: () => number };
  readonly random: () => number;
}

export async function graphWitness({ directory, clock, random }: WitnessOptions): Promise<GraphWitness> {
  const identity = createIdentity({ origin: ORIGIN, directory, tokenSeconds: 86_400 });
  const simulator = createGraphSimulator({ clock, directory, identity, activityTypes: ['reportDue'] });
  const waiting = { reads: 0, changes: 0 };
  const answer = async (request: Request): Promise<Response> => {
    const kind = request.method === 'GET' || request.url.endsWith('/getSchedule') ? 'reads' : 'changes';
    waiting[kind] += 1;
    try {
      // Before and after the work: the asker may die before it is done, or before it hears of it.
      await pause((SHORTEST_MS + random() * (LONGEST_MS - SHORTEST_MS)) / 2);
      const response = await simulator.fetch(request);
      await pause((SHORTEST_MS + random() * (LONGEST_MS - SHORTEST_MS)) / 2);
      return response;
    } finally {
      waiting[kind] -= 1;
    }
  };
  const listener = getRequestListener(answer);
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { tenantId, graphClient } = directory;
  const credential = new ClientSecretCredential(tenantId, graphClient.clientId, graphClient.secret, {
    authorityHost: ORIGIN,
    disableInstanceDiscovery: true,
    httpClient: inProcessHttpClient(identity),
  });
  return {
    simulator,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: (await credential.getToken('https://graph.microsoft.com/.default')).token,
    underWay: () => ({ ...waiting }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Events that stand in the organiser's calendar, each with the recalibration it was marked with. */
export function standingEvents({ simulator }: GraphWitness, organiser: string) {
  return simulator.mailboxes.calendar(organiser).map(({ immutableId, start, extendedProperties }) => ({
    eventId: immutableId,
    start,
    recalibration: markOf(extendedProperties),
  }));
}

function markOf(properties: StoredEvent['extendedProperties']): string | null {
  return properties.find(({ id }) => MARKER.test(id))?.value ?? null;
}
