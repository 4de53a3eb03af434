import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/api/database/open-database.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

const postgres = DATABASES.find(({ name }) => name === 'PostgreSQL');
if (!postgres) console.warn('SKIPPED: the rights of a database user need a PostgreSQL');

// PGlite has one user, who may do everything.
describe.runIf(postgres)('the rights of the database user', { timeout: 60_000 }, () => {
  const user = `lastmile_user_${randomUUID().replaceAll('-', '')}`;
  let admin: Database;
  let created: { readonly choice: { readonly url: string }; readonly dispose: () => Promise<void> };
  const run = (statement: string) => sql.raw(statement).execute(admin.kysely);
  const start = async () => {
    const url = new URL(created.choice.url);
    [url.username, url.password] = [user, 'x'];
    const database = await openDatabase({ kind: 'postgres', url: url.href, connections: 1 });
    await database.close();
  };
  beforeAll(async () => {
    if (!postgres) return;
    admin = await emptyDatabase(postgres);
    created = (await postgres.create()) as typeof created;
    await run(`create role ${user} login password 'x'`);
    await run(`alter database ${new URL(created.choice.url).pathname.slice(1)} owner to ${user}`);
  });
  afterAll(async () => {
    await created.dispose();
    await run(`drop role ${user}`);
    await admin.close();
  });

  it('are asked for in words where they are missing, needed for the first start and not for later ones', async () => {
    await expect(start()).rejects.toThrow(/alter role THE_USER createrole/);
    await run(`alter role ${user} createrole`);
    await start();
    await run(`alter role ${user} nocreaterole`);
    await start();
  });
});
