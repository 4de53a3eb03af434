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
  return await db.transaction().execute((transaction) => bind(transaction, tenant, work));
}

/** Reads one moment however long it takes, while others write; for reading only. */
export async function inTenantSnapshot<T>(
  db: Kysely<Schema>,
  tenant: string,
  work: (tx: TenantTransaction) => Promise<T>,
): Promise<T> {
  const builder = db.transaction().setIsolationLevel('repeatable read');
  return await builder.execute((transaction) => bind(transaction, tenant, work));
}

/** Works in the given transaction where it is one, else in one of its own. */
export async function bound<T>(
  db: Kysely<Schema>,
  tenant: string,
  work: (tx: TenantTransaction) => Promise<T>,
): Promise<T> {
  return db.isTransaction
    ? await bind(db as Transaction<Schema>, tenant, work)
    : await inTenant(db, tenant, work);
}

async function bind<T>(
  transaction: Transaction<Schema>,
  tenant: string,
  work: (tx: TenantTransaction) => Promise<T>,
): Promise<T> {
  await sql`select bind_tenant(${tenant})`.execute(transaction);
  return await work({ tenant, db: transaction });
}
