import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/api/database/open-database.ts';
import { inTenant } from '../../../src/api/database/tenant-transaction.ts';
import { appendEntries } from '../../../src/api/ledger/append.ts';
import type { LedgerEvent } from '../../../src/api/ledger/ledger-event.ts';
import { lockHead } from '../../../src/api/ledger/ledger-store.ts';
import { TENANT, type World, lendingWorld } from '../../support/api-world.ts';

// Turns on PGlite are taken in the order of asking, so that the others are faster for certain.
describe('a writer who was overtaken thrice on PGlite', { timeout: 20_000 }, () => {
  let database: Database;
  let world: World;
  beforeAll(async () => {
    database = await openDatabase({ kind: 'memory' });
    world = await lendingWorld(database);
  }, 60_000);
  afterAll(() => database.close());
  const joins = (id: string) => {
    const event: LedgerEvent = {
      type: 'person-added',
      v: 1,
      data: { person: { id, name: id, appRole: 'Manager' } },
    };
    return { actor: 'system', event };
  };
  const overtaken = (id: string) =>
    inTenant(database.kysely, TENANT, async (tx) => {
      const { at } = await tx.db
        .selectFrom('ledger_entry')
        .select((eb) => eb.fn.max('at').as('at'))
        .executeTakeFirstOrThrow();
      return await appendEntries(tx, await lockHead(tx), [{ at, ...joins(id) }]);
    });

  it('gets the refusal of the database as an answer, and the next one is served', async () => {
    const { tenants } = world.api.context;
    const head = (await tenants.read(TENANT)).seq;
    let asked = 0;
    const faster: Promise<unknown>[] = [];
    const refused = tenants.accept(TENANT, () => {
      asked += 1;
      // Behind the lock the head stays; until then another process is faster each time.
      if (asked <= 3) faster.push(overtaken(`faster-${asked}`));
      return { drafts: [joins('sam')], result: null };
    });
    await expect(refused).rejects.toThrow(/natural_key/);
    await Promise.all(faster);
    // Three times overtaken, then once behind the lock.
    expect(asked).toBe(4);
    expect((await tenants.read(TENANT)).seq).toBe(head + 3);
    expect((await tenants.verify(TENANT)).difference).toBeNull();
  });
});
