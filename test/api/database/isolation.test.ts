import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/api/database/open-database.ts';
import { inTenant } from '../../../src/api/database/tenant-transaction.ts';
import { enqueue } from '../../../src/api/outbox/job-store.ts';
import { TENANT, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

/** It says when to look at a tenant and nothing else; the worker reads it across tenants. */
const SHARED = 'wake';
const TABLES = ['ledger_head', 'ledger_entry', 'answered_request', 'job'] as const;

describe.each(DATABASES)('without any policy of ours, the database on $name', { timeout: 60_000 }, (of) => {
  let database: Database;
  beforeAll(async () => {
    database = await emptyDatabase(of);
    const world = await lendingWorld(database);
    const line = {
      ref: 'x',
      id: 'e3a6a0f6-0a4b-4a3c-8e0c-000000000001',
      kpi: 'C1',
      date: '2026-03-02',
      value: 1,
    };
    await world.call('sam', 'submitCheckIns', { key: 'k', body: { lines: [line] } });
  }, 60_000);
  afterAll(() => database.close());
  const rows = (tenant: string, table: string) =>
    inTenant(database.kysely, tenant, async ({ db }) => {
      return (await sql`select * from ${sql.table(table)}`.execute(db)).rows.length;
    });

  it('guards every table that has a tenant, also against the owner of the tables', async () => {
    const { rows: open } = await sql`select c.relname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
      where c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`.execute(database.kysely);
    expect(open).toEqual([{ relname: SHARED }]);
  });

  it.each(TABLES)('shows rows of %s to their tenant and to nobody else', async (table) => {
    expect(await rows(TENANT, table)).toBeGreaterThan(0);
    for (const tenant of ['', '%', 'another', `${TENANT}' or '1'='1`])
      expect(await rows(tenant, table)).toBe(0);
  });

  it('lets nobody write into another tenant', async () => {
    const job = { job: { kind: 'book', recalibration: 'R' }, key: 'k', runAt: 0 } as const;
    await expect(
      inTenant(database.kysely, 'another', ({ db }) => enqueue({ tenant: TENANT, db }, [job])),
    ).rejects.toThrow(/row-level security/);
    const taken = await inTenant(database.kysely, 'another', ({ db }) =>
      db.deleteFrom('answered_request').returning('key').execute(),
    );
    expect(taken).toEqual([]);
  });
});
