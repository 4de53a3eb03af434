import type { TenantTransaction } from '../database/tenant-transaction.ts';
import { canonicalJson } from './canonical-json.ts';
import { GENESIS, hashOf } from './hash-chain.ts';
import type { Actor, LedgerEntry, LedgerEvent } from './ledger-event.ts';
import { naturalKeyOf } from './natural-key.ts';

/** The last entry's place and hash; seq 0 for an empty ledger. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export interface Draft {
  readonly at: number;
  readonly actor: Actor;
  readonly event: LedgerEvent;
}

/** The head as it stands, without waiting for anybody. */
export async function readHead({ tenant, db }: TenantTransaction): Promise<Head> {
  const head = await db
    .selectFrom('ledger_head')
    .select(['seq', 'hash'])
    .where('tenant', '=', tenant)
    .executeTakeFirst();
  return head ?? { seq: 0, hash: GENESIS };
}

/** Takes the tenant's turn to write, until the transaction ends. Everything accepted passes here, one at a time. */
export async function lockHead({ tenant, db }: TenantTransaction): Promise<Head> {
  await db
    .insertInto('ledger_head')
    .values({ tenant, seq: 0, hash: GENESIS })
    .onConflict((conflict) => conflict.column('tenant').doNothing())
    .execute();
  return await db
    .selectFrom('ledger_head')
    .select(['seq', 'hash'])
    .where('tenant', '=', tenant)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Entries after `seq`, oldest first, as stored; the chain is proven elsewhere. */
export async function readEntries(
  { tenant, db }: TenantTransaction,
  after: number,
): Promise<readonly LedgerEntry[]> {
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['seq', 'at', 'actor', 'type', 'version', 'data', 'prev_hash', 'hash'])
    .where('tenant', '=', tenant)
    .where('seq', '>', after)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    tenant,
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    // The union is closed and written by us alone; a foreign shape shows in `verify`.
    event: { type: row.type, v: row.version, data: JSON.parse(row.data) } as unknown as LedgerEvent,
    prevHash: row.prev_hash,
    hash: row.hash,
  }));
}

/** Appends to a locked head. Gapless by construction; a repeated natural key fails the transaction. */
export async function appendEntries(
  tx: TenantTransaction,
  head: Head,
  drafts: readonly Draft[],
): Promise<readonly LedgerEntry[]> {
  const entries = chain(tx.tenant, head, drafts);
  const last = entries.at(-1);
  if (!last) return entries;
  for (let i = 0; i < entries.length; i += ROWS_PER_INSERT) {
    await tx.db
      .insertInto('ledger_entry')
      .values(entries.slice(i, i + ROWS_PER_INSERT).map(rowOf))
      .execute();
  }
  await tx.db
    .updateTable('ledger_head')
    .set({ seq: last.seq, hash: last.hash })
    .where('tenant', '=', tx.tenant)
    .execute();
  return entries;
}

/** Ten columns a row, and the protocol counts parameters in 16 bits. */
const ROWS_PER_INSERT = 1000;

function chain(tenant: string, head: Head, drafts: readonly Draft[]): readonly LedgerEntry[] {
  let { seq, hash: prevHash } = head;
  return drafts.map((draft) => {
    seq += 1;
    // Through JSON and back, so that what is folded now equals what is replayed later.
    const event = JSON.parse(canonicalJson(draft.event)) as LedgerEvent;
    const unhashed = { tenant, seq, at: draft.at, actor: draft.actor, event, prevHash };
    const entry = { ...unhashed, hash: hashOf(unhashed) };
    prevHash = entry.hash;
    return entry;
  });
}

function rowOf(entry: LedgerEntry) {
  return {
    tenant: entry.tenant,
    seq: entry.seq,
    at: entry.at,
    actor: entry.actor,
    type: entry.event.type,
    version: entry.event.v,
    data: canonicalJson(entry.event.data),
    prev_hash: entry.prevHash,
    hash: entry.hash,
    natural_key: naturalKeyOf(entry.event),
  };
}
