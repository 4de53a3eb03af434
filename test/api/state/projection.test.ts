import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/api/database/open-database.ts';
import { inTenant } from '../../../src/api/database/tenant-transaction.ts';
import { canonicalJson } from '../../../src/api/ledger/canonical-json.ts';
import { importTenant } from '../../../src/api/import-story.ts';
import { createTenants } from '../../../src/api/state/tenants.ts';
import { rebuildProjection } from '../../../src/api/state/verify-tenant.ts';
import { evaluatePriced } from '../../../src/domain/evaluation-priced.ts';
import { TENANT, type World, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';
import { lendingPortfolio } from '../../support/lending.ts';

describe.each(DATABASES)('the projection on $name', { timeout: 120_000 }, (of) => {
  let database: Database;
  let world: World;
  const send = (kpi: string, date: string, value: number, said: object = {}) => {
    const lines = [{ ref: 'x', id: randomUUID(), kpi, date, value, ...said }];
    return world.call('ada', 'submitCheckIns', { body: { lines } });
  };
  const rows = async () => {
    const found = await sql<{
      kind: string;
      id: string;
      status: string;
      since: number;
      seq: number;
      data: string;
    }>`
      select * from projection where tenant = ${TENANT} order by kind, id`.execute(database.kysely);
    return new Map(found.rows.map((row) => [`${row.kind} ${row.id}`, row]));
  };
  const difference = async () => (await world.api.context.tenants.verify(TENANT)).difference;
  beforeAll(async () => {
    database = await emptyDatabase(of);
    world = await lendingWorld(database);
    world.clock.moveTo('2026-03-06T11:00');
    const waitingOn = { what: 'Export', kind: 'third-party', since: '2026-03-05', expectedBy: '2026-03-09' };
    await send('C1', '2026-03-06', 11, { waitingOn });
    await send('P1', '2026-03-06', 11);
    world.clock.moveTo('2026-03-18T10:00');
    await world.api.drain();
  }, 120_000);
  afterAll(() => database.close());

  it('shows every KPI, initiative, objective and recalibration as the rules see it at the last entry', async () => {
    const { facts, at, colours } = await world.api.context.tenants.read(TENANT);
    const { kpis, initiatives, objectives } = evaluatePriced(facts, at);
    const stored = await rows();
    expect(facts.recalibrations.length).toBeGreaterThan(0);
    const things = [
      ...[...kpis].map(([id, one]) => [`kpi ${id}`, one.status, one, colours.get(id)?.since] as const),
      ...[...initiatives].map(
        ([id, one]) => [`initiative ${id}`, one.status, one, colours.get(id)?.since] as const,
      ),
      ...[...objectives].map(
        ([id, one]) => [`objective ${id}`, one.status, one, colours.get(id)?.since] as const,
      ),
      ...facts.recalibrations.map((one) => [`recalibration ${one.id}`, one.state, one, null] as const),
    ];
    expect([...stored.keys()].toSorted()).toEqual(things.map(([key]) => key).toSorted());
    for (const [key, status, one, since] of things) {
      expect(stored.get(key)).toMatchObject({ status, since, data: canonicalJson(one) });
    }
  });

  it('writes anew what an entry changes, and nothing else', async () => {
    world.clock.moveTo('2026-03-18T10:01');
    await send('C1', '2026-03-18', 45);
    const { seq } = await world.api.context.tenants.read(TENANT);
    const stored = await rows();
    expect(stored.get('kpi C1')?.data).toContain('"value":45');
    const newest = [...stored].filter(([, row]) => row.seq === seq).map(([key]) => key);
    expect(newest).toContain('kpi C1');
    expect(newest).not.toContain('kpi P1');
  });

  it('stays right when processes take turns', async () => {
    const other = createTenants({ db: database.kysely, clock: world.clock });
    for (const day of ['2026-03-19', '2026-03-20', '2026-03-23', '2026-03-25']) {
      world.clock.moveTo(`${day}T10:00`);
      await other.sweep(TENANT);
      await send('P1', day, 20);
    }
    expect(await difference()).toBeNull();
  });

  it('of a tenant with people and nothing to measure yet has no row, and lacks none', async () => {
    const portfolio = lendingPortfolio();
    const nothingYet = { objectives: [], initiatives: [], kpis: [], dependencies: [] };
    const young = randomUUID();
    const given = { tenant: young, name: 'Young', portfolio: { ...portfolio, ...nothingYet } };
    await importTenant(world.api.context, { ...given, accounts: new Map() });
    expect((await world.api.context.tenants.verify(young)).difference).toBeNull();
  });

  it.each([
    [
      'a changed colour',
      "update projection set status = 'green', seq = seq where kind = 'kpi' and id = 'P1'",
      /of kpi P1 .*status/,
    ],
    [
      'a changed figure',
      "update projection set data = replace(data, '\"value\":45', '\"value\":90') where id = 'C1'",
      /of kpi C1 .*data/,
    ],
    ['a missing row', "delete from projection where id = 'C1'", /lacks kpi C1/],
    [
      'a row too many',
      "insert into projection select tenant, kind, 'X9', seq, status, since, review_at, data from projection where id = 'C1'",
      /has kpi X9/,
    ],
    ['no rows at all', 'delete from projection', /never written/],
  ])('is compared: %s is named, and a rebuild mends it', async (_, tampering, named) => {
    await sql.raw(tampering).execute(database.kysely);
    expect(await difference()).toMatch(named);
    const rebuilt = await inTenant(database.kysely, TENANT, rebuildProjection);
    expect(rebuilt.rows).toBe((await rows()).size);
    expect(await difference()).toBeNull();
  });
});
