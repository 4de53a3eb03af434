import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../../src/api/database/migrate.ts';
import { MIGRATIONS } from '../../../src/api/database/migrations/migrations.ts';
import { type Database, type DatabaseChoice, openDatabase } from '../../../src/api/database/open-database.ts';
import { pgliteDialect } from '../../../src/api/database/pglite-dialect.ts';
import type { Schema } from '../../../src/api/database/schema.ts';
import { createApi } from '../../../src/api/api.ts';
import { TENANT, type World, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, type TestDatabase, emptyDatabase } from '../../support/databases.ts';

/** Release 1 had three migrations. Its entries are still written the same way, so today's program makes them. */
const RELEASE_1 = MIGRATIONS.slice(0, 3);
const COLUMNS_OF_RELEASE_1 = {
  ledger_head: ['tenant', 'seq', 'hash'],
  ledger_entry: [
    'tenant',
    'seq',
    'at',
    'actor',
    'type',
    'version',
    'data',
    'prev_hash',
    'hash',
    'natural_key',
  ],
  answered_request: ['tenant', 'person', 'key', 'request_hash', 'status', 'body', 'at'],
  job: ['tenant', 'kind', 'key', 'payload', 'state', 'run_at', 'attempts', 'max_attempts'],
  wake: ['tenant', 'wake_at'],
} as const;

describe.each(DATABASES)('data of release 1 on $name', { timeout: 120_000 }, (of) => {
  let database: Database;
  let world: World;
  let before: Awaited<ReturnType<typeof rowsIn>>;
  let dispose: () => Promise<void>;
  beforeAll(async () => {
    const today = await emptyDatabase(of);
    world = await lendingWorld(today);
    await story(world);
    before = await rowsIn(today.kysely);
    const old = await databaseOf(of);
    dispose = old.dispose;
    const raw = await openUnmigrated(old.choice);
    await migrate(raw, RELEASE_1);
    await fill(raw, before);
    await raw.destroy();
    database = await openDatabase(old.choice);
    const { clock, calendar } = world;
    const config = { ...world.api.context.config };
    const { tokenCheck } = world.api.context;
    world = {
      ...world,
      api: await createApi({ config, overrides: { database, clock, calendar, tokenCheck } }),
    };
    await today.close();
  }, 120_000);
  afterAll(async () => {
    await database.close();
    await dispose();
  });

  it('is all there after the migration, unchanged', async () => {
    expect(before.ledger_entry.length).toBeGreaterThan(20);
    expect(before.job.length).toBeGreaterThan(0);
    expect(await rowsIn(database.kysely)).toEqual(before);
  });

  it('verifies, and says that the projection is still to be written', async () => {
    expect(await world.api.context.tenants.verify(TENANT)).toEqual({
      entries: before.ledger_entry.length,
      difference: 'the projection was never written: rebuild it',
    });
  });

  it('knows what each entry is about', async () => {
    const about = await world.api.context.tenants.entriesAbout(TENANT, ['C1']);
    const told = before.ledger_entry.filter(
      ({ type, data }) =>
        (type === 'kpi-adopted' && data.includes('"kpi":{') && data.includes('"id":"C1"')) ||
        (type === 'check-in-accepted' && data.includes('"kpi":"C1"')) ||
        (type === 'status-changed' && data.includes('"id":"C1"')),
    );
    expect(told.length).toBeGreaterThan(2);
    expect(about.map(({ seq }) => seq)).toEqual(told.map(({ seq }) => seq));
  });

  it('goes on: the first write brings the projection with it', async () => {
    const sweep = async () => await world.api.context.tenants.sweep(TENANT);
    await sweep();
    expect((await world.api.context.tenants.verify(TENANT)).difference).toBeNull();
  });
});

async function story(world: World): Promise<void> {
  world.clock.moveTo('2026-03-06T11:00');
  const waitingOn = { what: 'Export', kind: 'third-party', since: '2026-03-05', expectedBy: '2026-03-09' };
  const line = { ref: 'x', id: randomUUID(), kpi: 'C1', date: '2026-03-06', value: 11, waitingOn };
  await world.call('sam', 'submitCheckIns', { key: 'k', body: { lines: [line] } });
  world.clock.moveTo('2026-03-13T12:00');
  await world.api.drain();
}

async function rowsIn(db: Kysely<Schema>) {
  const read = async (table: keyof typeof COLUMNS_OF_RELEASE_1) => {
    const columns = COLUMNS_OF_RELEASE_1[table] as readonly unknown[] as readonly never[];
    const rows = await db
      .selectFrom(table as 'ledger_entry')
      .select(columns)
      .execute();
    return rows.toSorted((a, b) =>
      compare(JSON.stringify(a), JSON.stringify(b)),
    ) as unknown as readonly OldRow[];
  };
  return {
    ledger_head: await read('ledger_head'),
    ledger_entry: (await read('ledger_entry')).toSorted((a, b) => a.seq - b.seq),
    answered_request: await read('answered_request'),
    job: await read('job'),
    wake: await read('wake'),
  };
}

interface OldRow {
  readonly seq: number;
  readonly type: string;
  readonly data: string;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function fill(db: Kysely<Schema>, rows: Awaited<ReturnType<typeof rowsIn>>): Promise<void> {
  for (const [table, values] of Object.entries(rows)) {
    await db
      .insertInto(table as 'wake')
      .values(values as never)
      .execute();
  }
}

/** Memory would be gone between the releases. */
async function databaseOf(
  of: TestDatabase,
): Promise<{ choice: DatabaseChoice; dispose: () => Promise<void> }> {
  if (of.name !== 'PGlite') return await of.create();
  const path = mkdtempSync(join(tmpdir(), 'lastmile-release-1-'));
  return {
    choice: { kind: 'folder', path },
    dispose: async () => rmSync(path, { recursive: true, force: true }),
  };
}

async function openUnmigrated(choice: DatabaseChoice): Promise<Kysely<Schema>> {
  if (choice.kind === 'folder') {
    return new Kysely<Schema>({ dialect: pgliteDialect(await PGlite.create({ dataDir: choice.path })) });
  }
  if (choice.kind === 'memory') throw new Error('memory has no earlier release');
  const pool = new Pool({ connectionString: choice.url });
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
