import { type Kysely, sql } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { inTenant } from '../database/tenant-transaction.ts';
import type { Instant } from '../../domain/zoned-time.ts';

/** Every tenant of a database, in order; `wake` names those whose ledgers row-level security hides from our role. */
export async function tenantsOf(db: Kysely<Schema>): Promise<readonly string[]> {
  const { rows } = await sql<{ tenant: string }>`
    select tenant from wake union select tenant from ledger_head order by tenant`.execute(db);
  return rows.map(({ tenant }) => tenant);
}

/** How many jobs are due and not done: work that a ledger's export does not hold. */
export async function dueJobs(db: Kysely<Schema>, tenant: string, now: Instant): Promise<number> {
  return await inTenant(db, tenant, async (tx) => {
    const row = await tx.db
      .selectFrom('job')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('tenant', '=', tenant)
      .where('state', 'in', ['ready', 'running'])
      .where('run_at', '<=', now)
      .executeTakeFirstOrThrow();
    return row.count;
  });
}
