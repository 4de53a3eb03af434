import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Api, createApi } from '../../../src/api/api.ts';
import { importTenantFile } from '../../../src/api/archive/import-tenant.ts';
import type { Database } from '../../../src/api/database/open-database.ts';
import { inTenant } from '../../../src/api/database/tenant-transaction.ts';
import { ok } from '../../../src/domain/result.ts';
import { TENANT, TEST_CONFIG, type World, lendingWorld } from '../../support/api-world.ts';
import { bytesOf, exported } from '../../support/archives.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

/** The old place and the new one share the calendar and the mail: whatever is done twice shows there. */
describe.each(DATABASES)('work after an import on $name', { timeout: 120_000 }, (of) => {
  let old: Database;
  let fresh: Database;
  let world: World;
  const reminded: string[] = [];
  beforeEach(async () => {
    reminded.length = 0;
    old = await emptyDatabase(of);
    fresh = await emptyDatabase(of);
    world = await lendingWorld(old, { overrides: { notifier } });
  }, 60_000);
  afterEach(async () => {
    await old.close();
    await fresh.close();
  });

  const notifier = {
    remind: async ({ kpi, key }: { readonly kpi: string; readonly key: string }) => {
      reminded.push(`${kpi} ${key}`);
      return ok(null);
    },
  };
  const stall = async () => {
    const send = (person: string, change: object) =>
      world.call(person, 'submitCheckIns', {
        body: { lines: [{ ref: 'x', id: randomUUID(), date: '2026-03-06', value: 11, ...change }] },
      });
    world.clock.moveTo('2026-03-06T09:30');
    await world.api.drain();
    world.clock.moveTo('2026-03-06T11:00');
    const waitingOn = { what: 'Export', kind: 'third-party', since: '2026-03-05', expectedBy: '2026-03-09' };
    await send('sam', { kpi: 'C1', waitingOn });
    await send('dana', { kpi: 'P1' });
    await world.api.drain();
    world.clock.moveTo('2026-03-11T09:00');
    await world.api.sweep();
  };
  const moveIn = async (): Promise<Api> => {
    const file = await exported(old, TENANT);
    const imported = await importTenantFile(bytesOf(file), { db: fresh.kysely, now: world.clock.now() });
    expect(imported.ok).toBe(true);
    return await createApi({
      config: TEST_CONFIG,
      overrides: { database: fresh, clock: world.clock, calendar: world.calendar, notifier },
    });
  };
  const waiting = async (database: Database) =>
    await inTenant(database.kysely, TENANT, (tx) =>
      tx.db.selectFrom('job').select(['kind', 'key', 'run_at']).where('tenant', '=', TENANT).execute(),
    );
  const meetingOf = async (api: Api) =>
    (await api.context.tenants.read(TENANT)).facts.recalibrations.find(({ id }) => id === 'C1~1~1')?.meeting;

  it('books, invites, withdraws and reminds nobody again', async () => {
    await stall();
    await world.api.drain();
    expect(world.calendar.standing).toHaveLength(1);
    const [booked] = world.calendar.standing;
    const calls = world.calendar.calls.filter((call) => call !== 'read').length;
    const told = reminded.length;
    expect(told).toBeGreaterThan(0);
    const api = await moveIn();
    await api.drain();
    expect(world.calendar.calls.filter((call) => call !== 'read')).toHaveLength(calls);
    expect(world.calendar.standing).toEqual([booked]);
    expect(reminded).toHaveLength(told);
  });

  it('still books what waited for its meeting', async () => {
    await stall();
    const api = await moveIn();
    await api.drain();
    expect(world.calendar.standing).toHaveLength(1);
    expect((await meetingOf(api))?.eventId).toBe(world.calendar.standing[0]?.eventId);
  });

  it('takes over a meeting that the old place booked after the export', async () => {
    await stall();
    const api = await moveIn();
    await world.api.drain();
    const [booked] = world.calendar.standing;
    await api.drain();
    expect(world.calendar.events).toHaveLength(1);
    expect((await meetingOf(api))?.eventId).toBe(booked?.eventId);
  });

  it('goes on watching meetings that lie ahead', async () => {
    await stall();
    await world.api.drain();
    const api = await moveIn();
    const [event] = world.calendar.standing;
    world.calendar.change(event?.eventId ?? '', { cancelled: true });
    world.clock.moveTo('2026-03-11T09:10');
    await api.drain();
    expect(world.calendar.standing).toHaveLength(1);
    expect(world.calendar.standing[0]?.eventId).not.toBe(event?.eventId);
  });

  it('reminds of reports that fall due later, and of none whose hour has passed', async () => {
    await stall();
    await world.api.drain();
    // The hour of a reminder passes while nobody is there.
    world.clock.moveTo('2026-03-12T10:00');
    const api = await moveIn();
    const ahead = (jobs: Awaited<ReturnType<typeof waiting>>) =>
      jobs
        .filter(({ kind, run_at }) => kind === 'remind' && run_at > world.clock.now())
        .map(({ key, run_at }) => `${key} ${run_at}`)
        .toSorted();
    const now = await waiting(fresh);
    expect(ahead(now)).toEqual(ahead(await waiting(old)));
    expect(ahead(now)).not.toEqual([]);
    expect(now.filter(({ kind, run_at }) => kind === 'remind' && run_at <= world.clock.now())).toEqual([]);
    const told = reminded.length;
    world.clock.moveTo('2026-03-13T10:00');
    await api.drain();
    expect(reminded.length).toBeGreaterThan(told);
  });
});
