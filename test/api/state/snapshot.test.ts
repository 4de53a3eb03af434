import { randomUUID } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../../src/api/database/open-database.ts';
import { inTenant } from '../../../src/api/database/tenant-transaction.ts';
import { appendEntries } from '../../../src/api/ledger/append.ts';
import { type Draft, lockHead, readEntries } from '../../../src/api/ledger/ledger-store.ts';
import { applyEntries } from '../../../src/api/state/apply-entries.ts';
import { KEPT_EVERY } from '../../../src/api/state/snapshot-keeper.ts';
import { readSnapshot } from '../../../src/api/state/snapshot-store.ts';
import { EMPTY_STATE } from '../../../src/api/state/tenant-state.ts';
import { createTenants } from '../../../src/api/state/tenants.ts';
import { textOf } from '../../../src/api/state/verify-tenant.ts';
import { TENANT, type World, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

describe.each(DATABASES)('the snapshot on $name', { timeout: 120_000 }, (of) => {
  let database: Database;
  let world: World;
  let sent = 0;
  const kept = () => inTenant(database.kysely, TENANT, readSnapshot);
  const restarted = () => createTenants({ db: database.kysely, clock: world.clock });
  const send = () => {
    sent += 1;
    const reading = { kpi: 'C1', date: '2026-03-06', value: sent, corrects: sent > 1 };
    const lines = [{ ref: 'x', id: randomUUID(), ...reading }];
    return world.call('sam', 'submitCheckIns', { body: { lines } });
  };
  const folded = async () => {
    const entries = await inTenant(database.kysely, TENANT, (tx) => readEntries(tx, 0));
    return textOf(applyEntries(EMPTY_STATE, entries));
  };
  const colour = (at: number, n: number): Draft => {
    const [from, to] = n % 2 === 0 ? (['green', 'yellow'] as const) : (['yellow', 'green'] as const);
    const data = { kind: 'kpi', id: 'P1', from, to, reason: 'slip', reasons: [] } as const;
    return { at, actor: 'system', event: { type: 'status-changed', v: 1, data } };
  };
  beforeAll(async () => {
    database = await emptyDatabase(of);
    world = await lendingWorld(database);
    world.clock.moveTo('2026-03-06T11:00');
    await send();
    const { at } = await world.api.context.tenants.read(TENANT);
    await inTenant(database.kysely, TENANT, async (tx) => {
      const drafts = Array.from({ length: KEPT_EVERY }, (_, n) => colour(at, n));
      await appendEntries(tx, await lockHead(tx), drafts);
    });
    await send();
  }, 120_000);
  afterAll(() => database.close());

  it('is kept beside the writes, and is what the ledger gives', async () => {
    await vi.waitFor(async () => expect(await kept()).not.toBeNull(), { timeout: 30_000 });
    expect(textOf((await kept()) ?? EMPTY_STATE)).toBe(await folded());
  });

  it('is where a new process starts, which then reads on', async () => {
    await send();
    expect((await kept())?.seq).toBeLessThan((await world.api.context.tenants.read(TENANT)).seq);
    expect(textOf(await restarted().read(TENANT))).toBe(await folded());
    expect(await restarted().verify(TENANT)).toMatchObject({ difference: null });
  });

  it.each([
    ['of another version', 'update snapshot_core set version = version + 1'],
    ['of another ledger', "update snapshot_core set hash = 'x'"],
    ['that cannot be read', "update snapshot_core set data = '\\x00'"],
    ['with a gap', 'delete from snapshot_segment where first_seq = 1'],
  ])('%s is not used', async (_, tampering) => {
    const undone = inTenant(database.kysely, TENANT, async (tx) => {
      await sql.raw(tampering).execute(tx.db);
      expect(await readSnapshot(tx)).toBeNull();
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    expect(await kept()).not.toBeNull();
  });

  it('that says something else than the ledger is named', async () => {
    const core = await database.kysely.selectFrom('snapshot_core').select('data').executeTakeFirstOrThrow();
    const said = JSON.parse(inflateSync(core.data).toString('utf8')) as object;
    const data = deflateSync(JSON.stringify({ ...said, name: 'Somebody else' }));
    await database.kysely.updateTable('snapshot_core').set({ data }).execute();
    await expect(restarted().verify(TENANT)).resolves.toMatchObject({
      difference: 'the snapshot is not what the ledger gives: rebuild it',
    });
  });
});
