import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { type TenantTransaction, inTenant, inTenantSnapshot } from '../database/tenant-transaction.ts';
import { CHAIN_START, endDiffers, follow } from '../ledger/hash-chain.ts';
import { type Head, readHash, readHead } from '../ledger/ledger-store.ts';
import { verifyTenant } from '../state/verify-tenant.ts';
import { storedPages } from './stored-rows.ts';

export interface LedgerProof {
  readonly tenant: string;
  readonly head: Head;
  /** The first difference, in words; null when the ledger is sound. */
  readonly difference: string | null;
}

/**
 * Proves a tenant as it stands at one moment: chain, end, projection, kept state, and what was kept of it elsewhere. A
 * head that somebody kept outside shows a tail that was cut off together with its head, and a past written anew.
 */
export async function proveLedger(
  db: Kysely<Schema>,
  tenant: string,
  kept: Head | null,
): Promise<LedgerProof> {
  return await inTenantSnapshot(db, tenant, async (tx) => {
    const head = await readHead(tx);
    const other = kept && (await keptDiffers(tx, head, kept));
    return { tenant, head, difference: other ?? (await verifyTenant(tx)).difference };
  });
}

async function keptDiffers(tx: TenantTransaction, head: Head, kept: Head): Promise<string | null> {
  if (kept.seq > head.seq) {
    return `the ledger ends at entry ${head.seq}, the head that was kept says ${kept.seq}: its end was cut off`;
  }
  return (await readHash(tx, kept.seq)) === kept.hash
    ? null
    : `entry ${kept.seq} is not the one whose hash was kept: the past was written anew`;
}

/** Proves the chain alone, up to its head: enough to move what an older program wrote. */
export async function proveChain(db: Kysely<Schema>, tenant: string): Promise<LedgerProof> {
  const head = await inTenant(db, tenant, readHead);
  let end = CHAIN_START;
  for await (const page of storedPages(db, tenant, { after: 0, head: head.seq })) {
    const followed = follow(end, page);
    if (typeof followed === 'string') return { tenant, head, difference: followed };
    end = followed;
  }
  return { tenant, head, difference: endDiffers(end, head) };
}
