import { sql, type Kysely, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** A transaction that sees one tenant's rows and no others. */
export interface TenantTransaction {
  readonly tenant: string;
  readonly db: Transaction<Schema>;
}

/**
 * Runs `work` in one transaction as the role that cannot bypass row-level security, bound to one tenant. Everything
 * inside must use the transaction it is given: on PGlite a second connection would wait for this one for ever.
 */
export async function inTenant<T>(
  db: Kysely<Schema>,
  tenant: string,
  work: (tx: TenantTransaction) => Promise<T>,
): Promise<T> {
  return await db.transaction().execute((transaction) => bound(transaction, tenant, work));
}

/** Reads one moment however long it takes, while others write; for reading only. */
export async function inTenantSnapshot<T>(
  db: Kysely<Schema>,
  tenant: string,
  work: (tx: TenantTransaction) => Promise<T>,
): Promise<T> {
  const builder = db.transaction().setIsolationLevel('repeatable read');
  return await builder.execute((transaction) => bound(transaction, tenant, work));
}

async function bound<T>(
  transaction: Transaction<Schema>,
  tenant: string,
  work: (tx: TenantTransaction) => Promise<T>,
): Promise<T> {
  await sql.raw('set local role lastmile_app').execute(transaction);
  await sql`select set_config('lastmile.tenant', ${tenant}, true)`.execute(transaction);
  return await work({ tenant, db: transaction });
}
