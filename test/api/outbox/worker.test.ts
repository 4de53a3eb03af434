import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/api/database/open-database.ts';
import { inTenant } from '../../../src/api/database/tenant-transaction.ts';
import { claim, enqueue, giveBack } from '../../../src/api/outbox/job-store.ts';
import { TENANT, type World, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

const OTHER = '44444444-4444-4444-8444-444444444444';

describe.each(DATABASES)('the worker on $name', { timeout: 60_000 }, (of) => {
  let database: Database;
  let world: World;
  const logged: string[] = [];
  beforeEach(async () => {
    database = await emptyDatabase(of);
    logged.length = 0;
    const log = { write: (_: string, event: string) => void logged.push(event) };
    world = await lendingWorld(database, { tenants: [TENANT, OTHER], overrides: { log } });
  }, 60_000);
  afterEach(() => database.close());

  it('does the work of every tenant though the ledger of one is broken', async () => {
    world.clock.moveTo('2026-03-17T09:00');
    await sql
      .raw(
        `alter table ledger_head disable trigger user;
        update ledger_head set hash = 'broken' where tenant = '${TENANT}';
        update wake set wake_at = 0 where tenant = '${TENANT}';
        alter table ledger_head enable trigger user;`,
      )
      .execute(database.kysely);
    await world.api.drain();
    const theirs = await world.api.context.tenants.read(OTHER);
    expect(theirs.transitions.map(({ to }) => to)).toContain('silent');
    expect(logged).toContain('tenant-failed');
  });

  it.each([
    ['an outage, however long', true, 'ready'],
    ['a refusal, twelve times', false, 'dead'],
  ])('keeps or buries a job after %s', async (_, hopeful, state) => {
    const stands = await inTenant(database.kysely, TENANT, async (tx) => {
      const job = { kind: 'withdraw', eventId: 'E', comment: 'x' } as const;
      await enqueue(tx, [{ job, key: 'k', runAt: 0 }]);
      for (let attempt = 1; attempt <= 12; attempt += 1) {
        const { lease, jobs } = await claim(tx, { now: 1, most: 1, leaseMs: 1000, impatient: true });
        const failure = { id: jobs[0]?.id ?? 0, message: 'x', pauseMs: 0, hopeful };
        await giveBack(tx, lease, failure);
      }
      return await tx.db.selectFrom('job').select(['state', 'attempts']).where('key', '=', 'k').execute();
    });
    expect(stands).toEqual([{ state, attempts: 12 }]);
  });
});
