import type { TenantTransaction } from '../database/tenant-transaction.ts';
import { appendEntries } from '../ledger/append.ts';
import type { LedgerEntry } from '../ledger/ledger-event.ts';
import type { Head } from '../ledger/ledger-store.ts';

/**
 * Writes entries that were chained elsewhere onto a locked head. The chain is made anew and must come out the same: a
 * ledger is never continued by an entry that does not follow.
 */
export async function writeEntries(
  tx: TenantTransaction,
  head: Head,
  entries: readonly LedgerEntry[],
): Promise<Head> {
  const drafts = entries.map(({ at, actor, event }) => ({ at, actor, event }));
  const written = await appendEntries(tx, head, drafts);
  const differs = written.find(({ hash, seq }, index) => {
    const given = entries[index];
    return given?.hash !== hash || given.seq !== seq;
  });
  if (differs) throw new Error(`entry ${differs.seq} does not follow from the ledger it is written to`);
  const last = written.at(-1);
  return last ? { seq: last.seq, hash: last.hash } : head;
}
