import { sql } from 'kysely';
import type { TenantTransaction } from '../database/tenant-transaction.ts';
import { CHAIN_START, type StoredEntry, follow } from '../ledger/hash-chain.ts';
import { type Head, entryOf } from '../ledger/ledger-store.ts';
import { naturalKeyOf } from '../ledger/natural-key.ts';

/**
 * Writes entries that were chained elsewhere onto a locked head, as they are. A ledger is never continued by an entry
 * that does not follow: that throws. What follows from them (projection, outbox) is the caller's to write.
 */
export async function writeEntries(
  { tenant, db }: TenantTransaction,
  head: Head,
  entries: readonly StoredEntry[],
): Promise<Head> {
  const end = follow({ ...head, at: CHAIN_START.at }, entries);
  if (typeof end === 'string') throw new Error(`not written: ${end}`);
  if (entries.length === 0) return head;
  const rows = entries.map((entry) => ({ ...entry, natural_key: naturalKeyOf(entryOf(entry).event) }));
  await sql`
    insert into ledger_entry (tenant, seq, at, actor, type, version, data, prev_hash, hash, natural_key)
    select ${tenant}, seq, at, actor, type, version, data, "prevHash", hash, natural_key
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (seq bigint, at bigint, actor text, type text,
      version integer, data text, "prevHash" text, hash text, natural_key text)`.execute(db);
  const { seq, hash } = end;
  await db.updateTable('ledger_head').set({ seq, hash }).where('tenant', '=', tenant).execute();
  return { seq, hash };
}
