import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkArchive } from '../../../src/api/archive/import-tenant.ts';
import type { Database } from '../../../src/api/database/open-database.ts';
import { LEDGER_EXPORT } from '../../../src/contract/paths.ts';
import { type World, lendingWorld } from '../../support/api-world.ts';
import { bytesOf } from '../../support/archives.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

describe.each(DATABASES)('the export of the ledger over HTTP on $name', { timeout: 60_000 }, (of) => {
  let database: Database;
  let world: World;
  const [tenant, other] = [randomUUID(), randomUUID()];
  const logged: string[] = [];
  beforeAll(async () => {
    database = await emptyDatabase(of);
    const log = { write: (_: string, event: string) => void logged.push(event) };
    world = await lendingWorld(database, { tenants: [tenant, other], overrides: { log } });
  }, 60_000);
  afterAll(() => database.close());

  const get = (authorization?: string) =>
    world.api.fetch(
      new Request(`https://lastmile.example${LEDGER_EXPORT}`, {
        headers: authorization === undefined ? {} : { authorization },
      }),
    );

  it('gives an admin the file, and nothing of another tenant', async () => {
    const response = await get(`Bearer ${tenant}/ada`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const text = await response.text();
    expect(text).not.toContain(other);
    const { seq, hash } = await world.api.context.tenants.read(tenant);
    expect(await checkArchive(bytesOf(text))).toEqual({ ok: true, value: { tenant, head: { seq, hash } } });
  });

  it.each([
    ['nobody', undefined, 401, 'token-missing'],
    ['a manager', 'sam', 403, 'not-allowed'],
    ['a leader', 'erika', 403, 'not-allowed'],
  ])('is refused to %s', async (_, person, status, code) => {
    const response = await get(person === undefined ? undefined : `Bearer ${tenant}/${person}`);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  it('breaks off where the ledger does not hold, so that the file is not taken for whole', async () => {
    await sql
      .raw(
        `alter table ledger_entry disable trigger user;
        update ledger_entry set actor = 'x' where tenant = '${other}' and seq = 9;
        alter table ledger_entry enable trigger user;`,
      )
      .execute(database.kysely);
    const response = await get(`Bearer ${other}/ada`);
    await expect(response.text()).rejects.toThrow(/entry 9 was changed/);
    expect(logged).toContain('export-broke-off');
  });
});
