import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { type TenantTransaction, inTenantSnapshot } from '../database/tenant-transaction.ts';
import type { LedgerEvent } from '../ledger/ledger-event.ts';
import { type Head, readHead } from '../ledger/ledger-store.ts';
import { naturalKeyOf } from '../ledger/natural-key.ts';
import { type ChainCheck, chainCheck } from './chain-check.ts';
import { pagesIn, type StoredRow, storedRows } from './stored-rows.ts';

export interface LedgerProof {
  readonly tenant: string;
  /** The last entry that was proven. */
  readonly head: Head;
  /** The first difference, in words; null when the ledger is sound. */
  readonly difference: string | null;
}

/**
 * Proves a tenant's ledger as it stands at one moment, in pages: chain, end, and what was kept of it elsewhere. A head
 * that somebody kept outside shows a tail that was cut off together with its head, and a past that was written anew.
 */
export async function proveLedger(
  db: Kysely<Schema>,
  tenant: string,
  kept: Head | null,
): Promise<LedgerProof> {
  return await inTenantSnapshot(db, tenant, async (tx) => {
    const check = chainCheck(tenant);
    const difference = (await followAll(tx, check, kept)) ?? endDiffers(check.head(), await readHead(tx));
    return { tenant, head: check.head(), difference: difference ?? keptIsMissing(check.head(), kept) };
  });
}

async function followAll(
  tx: TenantTransaction,
  check: ChainCheck,
  kept: Head | null,
): Promise<string | null> {
  for await (const rows of storedRows(pagesIn(tx), Infinity)) {
    const fault = check.follow(rows) ?? keyDiffers(rows) ?? keptDiffers(rows, kept);
    if (fault !== null) return fault;
  }
  return null;
}

/** The head stands apart from the entries, so that an end that was cut off is noticed. */
function endDiffers(reached: Head, head: Head): string | null {
  if (reached.seq === head.seq && reached.hash === head.hash) return null;
  return `the ledger ends at entry ${reached.seq}, its head says ${head.seq}`;
}

/** The key is not in the hash; a wrong one would let the same be said twice. */
function keyDiffers(rows: readonly StoredRow[]): string | null {
  for (const { seq, type, version, data, natural_key } of rows) {
    const event = { type, v: version, data: JSON.parse(data) } as LedgerEvent;
    if (naturalKeyOf(event) !== natural_key) return `entry ${seq} is kept under a key that is not its own`;
  }
  return null;
}

function keptDiffers(rows: readonly StoredRow[], kept: Head | null): string | null {
  const row = kept ? rows.find(({ seq }) => seq === kept.seq) : undefined;
  return row && row.hash !== kept?.hash
    ? `entry ${row.seq} is not the one whose hash was kept: the past was written anew`
    : null;
}

function keptIsMissing({ seq }: Head, kept: Head | null): string | null {
  return kept && kept.seq > seq
    ? `the ledger ends at entry ${seq}, the head that was kept says ${kept.seq}: its end was cut off`
    : null;
}
