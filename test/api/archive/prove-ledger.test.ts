import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { proveLedger } from '../../../src/api/archive/prove-ledger.ts';
import type { Database } from '../../../src/api/database/open-database.ts';
import { inTenant } from '../../../src/api/database/tenant-transaction.ts';
import { type Head, readHead } from '../../../src/api/ledger/ledger-store.ts';
import { rebuildProjection } from '../../../src/api/state/verify-tenant.ts';
import { lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

describe.each(DATABASES)('a ledger is proven on $name', { timeout: 60_000 }, (of) => {
  let database: Database;
  let tenant: string;
  let head: Head;
  beforeAll(async () => {
    database = await emptyDatabase(of);
  }, 60_000);
  beforeEach(async () => {
    tenant = randomUUID();
    await lendingWorld(database, { tenants: [tenant] });
    head = await inTenant(database.kysely, tenant, readHead);
  });
  afterAll(() => database.close());

  const prove = (kept: Head | null = null) => proveLedger(database.kysely, tenant, kept);
  /** As somebody does who owns the database server. */
  const behindOurBack = async (statements: string) => {
    const ours = statements.replaceAll('OURS', `tenant = '${tenant}'`);
    const [off, on] = ['disable', 'enable'].map(
      (how) => `alter table ledger_entry ${how} trigger user; alter table ledger_head ${how} trigger user;`,
    );
    await sql.raw(`${off} ${ours} ${on}`).execute(database.kysely);
  };
  /** The rest is taken away with the head, as whoever owns the server can do. */
  const CUT = `delete from ledger_entry where OURS and seq > 9; update ledger_head
    set seq = 9, hash = (select hash from ledger_entry where OURS and seq = 9) where OURS;`;

  it('when it is sound, up to its head', async () => {
    expect(await prove()).toEqual({ tenant, head, difference: null });
    expect((await prove(head)).difference).toBeNull();
  });

  it.each([
    [
      "update ledger_entry set data = replace(data, 'Okafor', 'Okonkwo') where OURS and seq = 3;",
      'entry 3 was changed after it was accepted',
    ],
    [
      'update ledger_entry set at = at + 1 where OURS and seq = 3;',
      'entry 3 was changed after it was accepted',
    ],
    ['delete from ledger_entry where OURS and seq = 3;', 'entry 3 is missing'],
    ['update ledger_entry set prev_hash = hash where OURS and seq = 3;', 'entry 3 does not follow entry 2'],
    ['delete from ledger_entry where OURS and seq > 9;', 'the ledger ends at entry 9, its head says 18'],
    ['update ledger_head set seq = 9 where OURS;', 'the ledger ends at entry 18, its head says 9'],
  ])('not after: %s', async (statements, difference) => {
    expect(head.seq).toBe(18);
    await behindOurBack(statements);
    expect((await prove()).difference).toBe(difference);
  });

  it('against a head that was kept: a tail cut off together with the head', async () => {
    await behindOurBack(CUT);
    await inTenant(database.kysely, tenant, rebuildProjection);
    expect((await prove()).difference).toBeNull();
    expect((await prove(head)).difference).toBe(
      'the ledger ends at entry 9, the head that was kept says 18: its end was cut off',
    );
  });

  it('against a head that was kept: a past written anew', async () => {
    const other = { seq: 7, hash: 'f'.repeat(64) };
    expect((await prove(other)).difference).toBe(
      'entry 7 is not the one whose hash was kept: the past was written anew',
    );
  });
});
