import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/api/database/open-database.ts';
import { TENANT, type World, lendingWorld } from '../support/api-world.ts';
import { type Cluster, clusterPrograms, newCluster } from '../support/fault-cluster.ts';

const PROGRAMS = clusterPrograms();
const OWNERS = { P1: 'dana', C1: 'sam' } as const;

describe.runIf(PROGRAMS)('a PostgreSQL that goes away', { timeout: 120_000 }, () => {
  let cluster: Cluster;
  let database: Database;
  let world: World;
  beforeAll(async () => {
    cluster = await newCluster(PROGRAMS ?? '');
    database = await openDatabase({ kind: 'postgres', url: cluster.url, connections: 4 });
    world = await lendingWorld(database, { overrides: { log: { write: () => {} } } });
    world.clock.moveTo('2026-03-30T11:00');
  }, 120_000);
  afterAll(async () => {
    await database.close();
    await cluster.remove();
  });

  /** Sends a reading until it is acknowledged; the answers on the way. */
  const untilAcknowledged = async (kpi: keyof typeof OWNERS, id: string, day: number) => {
    const line = { ref: 'x', id, kpi, date: `2026-03-${String(day).padStart(2, '0')}`, value: day };
    const answers: { readonly status: number; readonly code?: string }[] = [];
    for (;;) {
      const { status, body } = await world.call(OWNERS[kpi], 'submitCheckIns', {
        key: id,
        body: { lines: [line] },
      });
      answers.push({ status, code: body.code });
      if (status === 200) return { answers, outcome: body.outcomes[0].outcome as string };
      await pause(20);
    }
  };
  /** Both owners report for some days; what comes between is done meanwhile. */
  const reportWhile = async (days: readonly number[], meanwhile: () => Promise<void>) => {
    const sent = days.flatMap((day) =>
      (['P1', 'C1'] as const).map((kpi) => ({ kpi, day, id: randomUUID() })),
    );
    const reports = Promise.all(
      ['P1', 'C1'].map(async (kpi) => {
        const all = [];
        for (const one of sent.filter((other) => other.kpi === kpi))
          all.push(await untilAcknowledged(one.kpi, one.id, one.day));
        return all;
      }),
    );
    await meanwhile();
    return { sent: sent.map(({ id }) => id), reports: (await reports).flat() };
  };
  const stored = async () => {
    const page = await database.kysely
      .selectFrom('ledger_entry')
      .select('data')
      .where('type', '=', 'check-in-accepted')
      .execute();
    return page.map(({ data }) => (JSON.parse(data) as { checkIn: { id: string } }).checkIn.id);
  };
  /** What is wrong with what stands: readings that are not there exactly once, and what verify says. */
  const faultsIn = async (sent: readonly string[]) => {
    const ids = await stored();
    const notOnce = sent.filter((id) => ids.filter((other) => other === id).length !== 1);
    return { notOnce, difference: (await world.api.context.tenants.verify(TENANT)).difference };
  };

  it('is answered by an error after which one may try again, and the same process goes on afterwards', async () => {
    await cluster.crash();
    const down = await world.call('sam', 'readPortfolio');
    expect(down).toMatchObject({ status: 503, body: { code: 'storage-unavailable' } });
    expect(down.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await world.api.fetch(new Request('https://x/readyz'))).status).toBe(503);
    await cluster.start();
    expect((await world.call('sam', 'readPortfolio')).status).toBe(200);
    expect((await world.api.fetch(new Request('https://x/readyz'))).status).toBe(200);
  });

  it('loses nothing and stores nothing twice when it crashes under load and comes back', async () => {
    // It is away when the reports begin, so that some are refused on any machine.
    await cluster.crash();
    const { sent, reports } = await reportWhile([2, 3, 4, 5, 6, 9, 10], async () => {
      for (let crash = 0; crash < 3; crash += 1) {
        await pause(200);
        await cluster.start();
        await pause(100);
        await cluster.crash();
      }
      await cluster.start();
    });
    const refused = reports.flatMap(({ answers }) => answers).filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(({ status, code }) => `${status} ${code}`))).toEqual(
      new Set(['503 storage-unavailable']),
    );
    expect(await faultsIn(sent)).toEqual({ notOnce: [], difference: null });
  });

  it('loses nothing and stores nothing twice when every connection is cut again and again', async () => {
    const { sent } = await reportWhile([11, 12, 13, 16, 17, 18, 19, 20], async () => {
      const admin = new Client({ connectionString: cluster.url });
      await admin.connect();
      for (let cut = 0; cut < 30; cut += 1) {
        await admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lastmile'`,
        );
        await pause(15);
      }
      await admin.end();
    });
    expect(await faultsIn(sent)).toEqual({ notOnce: [], difference: null });
  });

  it('does not stop the worker: what fell due meanwhile is done', async () => {
    world.clock.moveTo('2026-04-09T09:00');
    await cluster.crash();
    await expect(world.api.drain()).rejects.toThrow(/terminated|ECONNREFUSED|shutdown/);
    await cluster.start();
    await world.api.drain();
    const { facts } = await world.api.context.tenants.read(TENANT);
    const waiting = facts.recalibrations.filter(({ state }) => state === 'open');
    expect(facts.recalibrations.length).toBeGreaterThan(0);
    expect(waiting).toEqual([]);
    expect(world.calendar.standing.length).toBeGreaterThan(0);
  });
});
