import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/zoned-time.ts';
import type { Schema } from '../database/schema.ts';
import type { TenantTransaction } from '../database/tenant-transaction.ts';

/** Far enough: nothing is planned for a tenant that sleeps. */
export const NEVER = 8_640_000_000_000_000;

/** Says when to look at this tenant next: the earliest job or the engine's next moment. */
export async function setWake(
  { tenant, db }: TenantTransaction,
  moments: readonly (Instant | null)[],
): Promise<void> {
  const wake_at = Math.min(NEVER, ...moments.filter((moment) => moment !== null));
  await db
    .insertInto('wake')
    .values({ tenant, wake_at })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet({ wake_at }))
    .execute();
}

/** Tenants with something due, longest due first. */
export async function dueTenants(db: Kysely<Schema>, now: Instant): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('wake')
    .select('tenant')
    .where('wake_at', '<=', now)
    .orderBy('wake_at')
    .limit(1000)
    .execute();
  return rows.map(({ tenant }) => tenant);
}
