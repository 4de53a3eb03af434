import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/api/database/open-database.ts';
import { inTenantSnapshot } from '../../../src/api/database/tenant-transaction.ts';
import { readEntries, readHead } from '../../../src/api/ledger/ledger-store.ts';
import { createTenants } from '../../../src/api/state/tenants.ts';
import { verifyTenant } from '../../../src/api/state/verify-tenant.ts';
import { type World, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

describe.each(DATABASES)('verification on $name', { timeout: 60_000 }, (of) => {
  let database: Database;
  let world: World;
  let tenant: string;
  beforeAll(async () => {
    database = await emptyDatabase(of);
  }, 60_000);
  beforeEach(async () => {
    tenant = randomUUID();
    world = await lendingWorld(database, { tenants: [tenant] });
  });
  afterAll(() => database.close());

  /** As somebody does who owns the database server. */
  const behindOurBack = async (statements: string) => {
    const ours = statements.replaceAll('OURS', `tenant = '${tenant}'`);
    const [off, on] = ['disable', 'enable'].map(
      (how) => `alter table ledger_entry ${how} trigger user; alter table ledger_head ${how} trigger user;`,
    );
    await sql.raw(`${off} ${ours} ${on}`).execute(database.kysely);
  };
  const send = () =>
    world.call('sam', 'submitCheckIns', {
      tenant,
      body: { lines: [{ ref: 'x', id: randomUUID(), kpi: 'C1', date: '2026-03-02', value: 1 }] },
    });
  const differences = async () => {
    const restarted = createTenants({ db: database.kysely, clock: world.clock });
    return [
      (await world.api.context.tenants.verify(tenant)).difference,
      (await restarted.verify(tenant)).difference,
    ];
  };
  const SWAP = `update ledger_entry set seq = -seq where OURS and seq in (5, 6);
    update ledger_entry set seq = 11 + seq where OURS and seq in (-5, -6);`;

  it.each([
    [
      'a changed entry',
      "update ledger_entry set actor = 'sam' where OURS and seq = 4;",
      /^entry 4 was changed/,
    ],
    ['a missing entry', 'delete from ledger_entry where OURS and seq = 4;', /^entry 4 is missing/],
    ['a cut-off end', 'delete from ledger_entry where OURS and seq > 9;', /^the ledger ends at entry 9/],
    ['an empty ledger under a head', 'delete from ledger_entry where OURS;', /^the ledger ends at entry 0/],
    [
      'a swapped pair',
      `alter table ledger_entry drop constraint if exists ledger_entry_seq_check; ${SWAP}`,
      /^entry 5 does/,
    ],
  ])('notices %s, in the process that wrote it and in a new one', async (_, statements, difference) => {
    expect(await differences()).toEqual([null, null]);
    await behindOurBack(statements);
    for (const found of await differences()) expect(found).toMatch(difference);
  });

  it('notices a ledger and a head that were cut together, while the process that wrote them lives', async () => {
    await behindOurBack(
      `delete from ledger_entry where OURS and seq > 9;
      update ledger_head set seq = 9, hash = (select hash from ledger_entry where OURS and seq = 9) where OURS;`,
    );
    expect((await differences())[0]).toBe('the state in use is not what the ledger gives');
  });

  it('goes on from the ledger that is there when an earlier one was put back', async () => {
    await send();
    const { seq } = await world.api.context.tenants.read(tenant);
    await behindOurBack(
      `delete from ledger_entry where OURS and seq = ${seq};
      update ledger_head set seq = ${seq - 1}, hash = (select hash from ledger_entry where OURS and seq = ${seq - 1}) where OURS;`,
    );
    expect((await send()).body.outcomes[0]).toMatchObject({ outcome: 'accepted', entry: seq });
    expect(await differences()).toEqual([null, null]);
  });

  it('lets nothing be written to a ledger whose end is missing', async () => {
    await send();
    const { seq } = await world.api.context.tenants.read(tenant);
    await behindOurBack(`delete from ledger_entry where OURS and seq = ${seq};`);
    const restarted = createTenants({ db: database.kysely, clock: world.clock });
    await expect(restarted.sweep(tenant)).rejects.toThrow(/nothing is written/);
  });

  // PGlite has one session: nobody can write meanwhile.
  it.runIf(of.name === 'PostgreSQL')('sees one moment, whatever others write meanwhile', async () => {
    await inTenantSnapshot(database.kysely, tenant, async (tx) => {
      const used = await world.api.context.tenants.read(tenant);
      const entries = await readEntries(tx, 0);
      await send();
      expect((await readHead(tx)).seq).toBe(entries.length);
      expect(await verifyTenant(tx, used)).toEqual({ entries: entries.length, difference: null });
    });
  });

  it('raises no false alarm while others write', async () => {
    const writing = Array.from({ length: 10 }, () => send());
    const { verify } = world.api.context.tenants;
    const found = await Promise.all(writing.map(() => verify(tenant)));
    await Promise.all(writing);
    expect(found.map(({ difference }) => difference)).toEqual(found.map(() => null));
  });
});
