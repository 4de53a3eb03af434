import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/api/database/open-database.ts';
import type { Schema } from '../../../src/api/database/schema.ts';
import { inTenant } from '../../../src/api/database/tenant-transaction.ts';
import { type World, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

const TABLES = [
  'ledger_head',
  'ledger_entry',
  'answered_request',
  'job',
  'projection',
  'snapshot_core',
  'snapshot_segment',
] as const;

/** Statements as a program would send them that has forgotten every `where tenant = …`. */
const careless = fc.oneof(
  fc.constantFrom(...TABLES).map((table) => `select tenant from ${table}`),
  fc.constantFrom(...TABLES.slice(4)).map((table) => `delete from ${table} returning tenant`),
  fc.constant('delete from answered_request returning tenant'),
  fc.constant("update projection set status = 'x' returning tenant"),
  fc.constant("update job set state = 'dead' returning tenant"),
  fc.constant('select tenant from ledger_entry a join projection b using (tenant) limit 50'),
  fc.constant('select t.tenant from ledger_entry e, lateral (select e.tenant) t limit 50'),
);

describe.each(DATABASES)('whoever asks what on $name', { timeout: 120_000 }, (of) => {
  const tenants = [randomUUID(), randomUUID(), randomUUID()];
  const tenant = fc.constantFrom(...tenants);
  let database: Database;
  let world: World;
  beforeAll(async () => {
    database = await emptyDatabase(of);
    world = await lendingWorld(database, { tenants });
    world.clock.moveTo('2026-03-06T11:00');
    for (const one of tenants) await send(one, 'C1', 11);
    world.clock.moveTo('2026-03-18T10:00');
    await world.api.drain();
  }, 120_000);
  afterAll(() => database.close());
  const send = (own: string, kpi: string, value: number) => {
    const lines = [{ ref: 'x', id: randomUUID(), kpi, date: '2026-03-06', value, corrects: value > 11 }];
    return world.call('ada', 'submitCheckIns', { tenant: own, key: randomUUID(), body: { lines } });
  };

  it('row-level security alone shows and changes only rows of the own tenant', async () => {
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(tenant, careless, async (own, statement) => {
        const before = await countsOf(database.kysely, own);
        const touched = await undone(database.kysely, own, statement);
        rows += touched.length;
        expect(touched.filter((one) => one !== own)).toEqual([]);
        expect(await countsOf(database.kysely, own)).toEqual(before);
      }),
      { numRuns: 60 },
    );
    expect(rows).toBeGreaterThan(0);
  });

  it('requests of one tenant leave every other byte for byte as it was', async () => {
    await fc.assert(
      fc.asyncProperty(tenant, fc.integer({ min: 12, max: 100 }), async (own, value) => {
        const others = tenants.filter((one) => one !== own);
        const before = await Promise.all(others.map((one) => textsOf(database.kysely, one)));
        const ownBefore = await textsOf(database.kysely, own);
        expect((await send(own, 'C1', value)).body.outcomes[0].outcome).toBe('accepted');
        expect(await textsOf(database.kysely, own)).not.toEqual(ownBefore);
        expect(await Promise.all(others.map((one) => textsOf(database.kysely, one)))).toEqual(before);
      }),
      { numRuns: 10 },
    );
    for (const one of tenants) expect((await world.api.context.tenants.verify(one)).difference).toBeNull();
  });
});

/** What a statement touched, and everything as it was before. */
async function undone(db: Kysely<Schema>, own: string, statement: string): Promise<readonly string[]> {
  let touched: readonly string[] = [];
  const work = inTenant(db, own, async (tx) => {
    touched = (await sql<{ tenant: string }>`${sql.raw(statement)}`.execute(tx.db)).rows.map(
      (row) => row.tenant,
    );
    throw new Error('undo');
  });
  await expect(work).rejects.toThrow('undo');
  return touched;
}

/** By the owner of the tables in a transaction of each tenant, so that row-level security is not what answers. */
async function countsOf(db: Kysely<Schema>, own: string): Promise<readonly string[]> {
  return (await textsOf(db, own)).map((text) => String(text.length));
}

async function textsOf(db: Kysely<Schema>, own: string): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const table of TABLES) {
    const { rows } = await sql<{
      text: string | null;
    }>`select string_agg(t::text, '|' order by t::text) as text
      from ${sql.table(table)} t where tenant = ${own}`.execute(db);
    texts.push(rows[0]?.text ?? '');
  }
  return texts;
}
