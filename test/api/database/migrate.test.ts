import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../../src/api/database/migrate.ts';
import { MIGRATIONS } from '../../../src/api/database/migrations/migrations.ts';
import type { Database } from '../../../src/api/database/open-database.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

describe.each(DATABASES)('migrations on $name', { timeout: 60_000 }, (of) => {
  let database: Database;
  beforeAll(async () => {
    database = await emptyDatabase(of);
  }, 60_000);
  afterAll(() => database.close());
  const applied = async () =>
    (await sql<{ number: number }>`select number from migration order by number`.execute(database.kysely))
      .rows;

  it('are applied once, in order, however often and from however many places they start', async () => {
    await Promise.all([migrate(database.kysely), migrate(database.kysely), migrate(database.kysely)]);
    expect(await applied()).toEqual(MIGRATIONS.map(({ number }) => ({ number })));
  });

  it('leave nothing behind when one of them fails', async () => {
    const broken = [
      ...MIGRATIONS,
      { number: 90, name: 'good', sql: 'create table good (id int)' },
      { number: 91, name: 'bad', sql: 'create table bad (id nonsense)' },
    ];
    await expect(migrate(database.kysely, broken)).rejects.toThrow(/nonsense/);
    expect(await applied()).toHaveLength(MIGRATIONS.length);
    const { rows } = await sql`select to_regclass('good') as found`.execute(database.kysely);
    expect(rows).toEqual([{ found: null }]);
  });

  it('refuse an applied migration that was edited since', async () => {
    const edited = MIGRATIONS.map((one) => (one.number === 2 ? { ...one, sql: `${one.sql} ` } : one));
    await expect(migrate(database.kysely, edited)).rejects.toThrow('migration 2 was edited');
  });

  it('refuse a database that a newer program has migrated', async () => {
    await expect(migrate(database.kysely, MIGRATIONS.slice(0, 2))).rejects.toThrow('newer program');
  });

  it('give every table with tenant rows forced row-level security, save the wake-up list', async () => {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where a.attname = 'tenant' and c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
        and not (c.relrowsecurity and c.relforcerowsecurity)`.execute(database.kysely);
    expect(rows).toEqual([{ name: 'wake' }]);
  });
});
