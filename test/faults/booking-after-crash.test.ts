import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ClientSecretCredential } from '@azure/identity';
import { directoryFromPeople } from '../../sandbox/directory.ts';
import { createGraphSimulator, type GraphSimulator } from '../../sandbox/graph/simulator.ts';
import { createIdentity } from '../../sandbox/identity/identity.ts';
import { inProcessHttpClient } from '../../sandbox/in-process-http.ts';
import type { Database } from '../../src/api/database/open-database.ts';
import { connectGraph } from '../../src/api/graph/graph-client.ts';
import { graphCalendar } from '../../src/api/graph/graph-calendar.ts';
import type { Calendar } from '../../src/api/ports.ts';
import { FakeClock, TENANT, type World, berlin, lendingWorld } from '../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../support/databases.ts';
import { lendingPortfolio } from '../support/lending.ts';

const ORIGIN = 'https://localhost:8443';
const directory = directoryFromPeople(lendingPortfolio().people);
const { tenantId, graphClient, organiser } = directory;
const identity = createIdentity({ origin: ORIGIN, directory });
const credential = new ClientSecretCredential(tenantId, graphClient.clientId, graphClient.secret, {
  authorityHost: ORIGIN,
  disableInstanceDiscovery: true,
  httpClient: inProcessHttpClient(identity),
});

/** A worker that dies right after one of its steps comes back by the same job, which runs again. */
describe.each(DATABASES)('a worker on $name that died after it had booked', { timeout: 60_000 }, (of) => {
  let database: Database;
  let world: World;
  let graph: GraphSimulator;
  /** What happens between the booking and its death, and what it may not reach any more. */
  let dies: (() => unknown) | null;
  beforeEach(async () => {
    database = await emptyDatabase(of);
    dies = null;
    const clock = new FakeClock(berlin('2026-03-02T08:00'));
    graph = createGraphSimulator({ clock, directory, identity });
    const real = graphCalendar(connectGraph({ credential, fetch: graph.fetch }), organiser.oid);
    const calendar: Calendar = {
      ...real,
      book: async (request) => {
        const booked = await real.book(request);
        const death = dies;
        dies = null;
        if (death) {
          await death();
          throw new Error('killed');
        }
        return booked;
      },
    };
    world = { ...(await lendingWorld(database, { overrides: { calendar, clock } })), clock };
    clock.moveTo('2026-03-03T16:30');
  }, 60_000);
  afterEach(() => database.close());

  const send = async (change: object) =>
    await world.call('sam', 'submitCheckIns', {
      body: { lines: [{ ref: 'x', id: randomUUID(), kpi: 'C1', date: '2026-03-03', value: 4, ...change }] },
    });
  const warn = (slipDays: number) => ({ earlyWarning: { slipDays, because: 'The tool is late' } });
  const standing = () => graph.mailboxes.calendar(organiser.mail).map(({ immutableId }) => immutableId);
  const recalibration = async () =>
    (await world.api.context.tenants.read(TENANT)).facts.recalibrations.find(({ cause }) => cause === 'C1');
  const deleteInOutlook = () => {
    for (const { iCalUId } of graph.mailboxes.calendar(organiser.mail)) graph.mailboxes.cancel(iCalUId);
  };

  it('takes the booking over that it had made', async () => {
    dies = () => {};
    await send(warn(30));
    await world.api.drain();
    expect(standing()).toHaveLength(1);
    expect((await recalibration())?.meeting?.eventId).toBe(standing()[0]);
  });

  it('books again what the organiser deleted meanwhile', async () => {
    dies = deleteInOutlook;
    await send(warn(30));
    await world.api.drain();
    expect(standing()).toHaveLength(1);
    expect((await recalibration())?.meeting?.eventId).toBe(standing()[0]);
  });

  it('books again what was deleted twice, and once more after it stood', async () => {
    dies = () => {
      deleteInOutlook();
      dies = deleteInOutlook;
    };
    await send(warn(30));
    await world.api.drain();
    expect(standing()).toHaveLength(1);
    deleteInOutlook();
    world.clock.moveTo('2026-03-03T18:00');
    await world.api.drain();
    expect(standing()).toHaveLength(1);
    expect((await recalibration())?.meeting?.eventId).toBe(standing()[0]);
  });

  it('withdraws what it had booked when nobody needs it any more', async () => {
    dies = () => send({ ...warn(0), corrects: true });
    await send(warn(30));
    await world.api.drain();
    expect((await recalibration())?.state).toBe('released');
    expect(standing()).toEqual([]);
  });
});
