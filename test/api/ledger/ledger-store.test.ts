import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/api/database/open-database.ts';
import { inTenant } from '../../../src/api/database/tenant-transaction.ts';
import { GENESIS, breakIn } from '../../../src/api/ledger/hash-chain.ts';
import { appendEntries } from '../../../src/api/ledger/append.ts';
import { type Draft, lockHead, readEntries } from '../../../src/api/ledger/ledger-store.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

const draft = (at: number, to: 'green' | 'yellow' = 'yellow'): Draft => ({
  at,
  actor: 'system',
  event: {
    type: 'status-changed',
    v: 1,
    data: { kind: 'kpi', id: 'C1', from: null, to, reason: 'slip', reasons: [] },
  },
});

const ROW = {
  seq: 3,
  at: 3,
  actor: 'system',
  type: 'status-changed',
  version: 1,
  data: '{}',
  prev_hash: 'x',
  hash: 'y',
  natural_key: null,
};

describe.each(DATABASES)('the ledger on $name', { timeout: 60_000 }, (of) => {
  let database: Database;
  const append = (tenant: string, ...drafts: Draft[]) =>
    inTenant(database.kysely, tenant, async (tx) => appendEntries(tx, await lockHead(tx), drafts));
  const read = (tenant: string) => inTenant(database.kysely, tenant, (tx) => readEntries(tx, 0));
  beforeAll(async () => {
    database = await emptyDatabase(of);
  }, 60_000);
  afterAll(() => database.close());

  it('numbers entries without gaps and chains their hashes', async () => {
    await append('a', draft(1000), draft(1000, 'green'));
    await append('a', draft(2000));
    const entries = await read('a');
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(breakIn(entries)).toBeNull();
    expect(entries[2]?.prevHash).toBe(entries[1]?.hash);
  });

  it('lets parallel writers in one after the other', async () => {
    await Promise.all(
      Array.from({ length: 25 }, (_, n) => append('parallel', draft(5000, n % 2 ? 'green' : 'yellow'))),
    );
    const entries = await read('parallel');
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 25 }, (_, n) => n + 1));
    expect(breakIn(entries)).toBeNull();
  });

  it('keeps nothing of a transaction that fails', async () => {
    await append('rolled', draft(1));
    const attempt = inTenant(database.kysely, 'rolled', async (tx) => {
      await appendEntries(tx, await lockHead(tx), [draft(2)]);
      throw new Error('power cut');
    });
    await expect(attempt).rejects.toThrow('power cut');
    expect(await read('rolled')).toHaveLength(1);
  });

  it('shows a tenant its own rows only', async () => {
    await append('mine', draft(1));
    await append('theirs', draft(1), draft(2));
    const seen = await inTenant(database.kysely, 'mine', (tx) =>
      tx.db.selectFrom('ledger_entry').select(['tenant', 'seq']).execute(),
    );
    expect(seen).toEqual([{ tenant: 'mine', seq: 1 }]);
    const asTheirs = inTenant(database.kysely, 'mine', (tx) =>
      tx.db
        .insertInto('ledger_entry')
        .values({ ...ROW, tenant: 'theirs' })
        .execute(),
    );
    await expect(asTheirs).rejects.toThrow(/row-level security/);
  });

  it('keeps a transaction with its tenant, whatever a later call asks for', async () => {
    const head = { seq: 0, hash: GENESIS };
    const other = inTenant(database.kysely, 'one', ({ db }) =>
      appendEntries({ tenant: 'two', db }, head, [draft(3)]),
    );
    await expect(other).rejects.toThrow('this transaction belongs to another tenant');
  });

  it('shows nothing where no tenant is set', async () => {
    await append('set', draft(1));
    const seen = await database.kysely.transaction().execute(async (db) => {
      await sql.raw('set local role lastmile_app').execute(db);
      return await db.selectFrom('ledger_entry').selectAll().execute();
    });
    expect(seen).toEqual([]);
  });

  it.each([
    ['update', "update ledger_entry set actor = 'somebody else'"],
    ['delete', 'delete from ledger_entry'],
    ['truncate', 'truncate ledger_entry'],
    ['rewinding the head', 'update ledger_head set seq = 1'],
    ['deleting the head', 'delete from ledger_head'],
  ])('refuses %s, even to the owner of the tables', async (_, statement) => {
    await append('fixed', draft(1), draft(2));
    await expect(sql.raw(statement).execute(database.kysely)).rejects.toThrow(
      /append-only|only moves forward/,
    );
  });

  it.each([
    ["update ledger_entry set actor = 'x'", /permission denied/],
    ['truncate ledger_entry', /permission denied/],
    ['drop table ledger_entry', /must be owner/],
    ['alter table ledger_entry disable trigger all', /must be owner/],
  ])('gives the serving role no right to %s', async (statement, refusal) => {
    await expect(
      inTenant(database.kysely, 'fixed', (tx) => sql.raw(statement).execute(tx.db)),
    ).rejects.toThrow(refusal);
  });

  it.each([
    ['actor', "actor = 'dana'"],
    ['data', "data = replace(data, 'yellow', 'green')"],
    ['time', 'at = at + 1'],
    ['type', "type = 'check-in-accepted'"],
  ])('shows who tampers with the %s behind our back', async (_, change) => {
    const tenant = `tampered-${change.slice(0, 4)}`;
    await append(tenant, draft(1), draft(2), draft(3));
    await sql
      .raw(
        `alter table ledger_entry disable trigger user;
      update ledger_entry set ${change} where tenant = '${tenant}' and seq = 2;
      alter table ledger_entry enable trigger user;`,
      )
      .execute(database.kysely);
    expect(breakIn(await read(tenant))).toMatch(/^entry 2 was changed/);
  });

  it('shows who removes an entry or cuts the end off', async () => {
    await append('cut', draft(1), draft(2), draft(3));
    const entries = await read('cut');
    expect(breakIn([...entries.slice(0, 1), ...entries.slice(2)])).toBe('entry 2 is missing');
  });
});
