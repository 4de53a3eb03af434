import { type Kysely, sql } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { TenantTransaction } from '../database/tenant-transaction.ts';
import { GENESIS, type StoredEntry } from './hash-chain.ts';
import type { Actor, LedgerEntry, LedgerEvent } from './ledger-event.ts';

/** The last entry's place and hash; seq 0 for an empty ledger. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** What is to become an entry. */
export interface Draft {
  readonly at: number;
  readonly actor: Actor;
  readonly event: LedgerEvent;
}

export const NO_HEAD: Head = { seq: 0, hash: GENESIS };

/** The head as it stands, without waiting for anybody. */
export async function readHead({ tenant, db }: TenantTransaction): Promise<Head> {
  const head = await db
    .selectFrom('ledger_head')
    .select(['seq', 'hash'])
    .where('tenant', '=', tenant)
    .executeTakeFirst();
  return head ?? NO_HEAD;
}

/** Takes the tenant's turn to write, until the transaction ends. Everything accepted passes here, one at a time. */
export async function lockHead({ tenant, db }: TenantTransaction): Promise<Head> {
  await db
    .insertInto('ledger_head')
    .values({ tenant, ...NO_HEAD })
    .onConflict((conflict) => conflict.column('tenant').doNothing())
    .execute();
  return await db
    .selectFrom('ledger_head')
    .select(['seq', 'hash'])
    .where('tenant', '=', tenant)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The hash of one entry; null where there is none. */
export async function readHash({ tenant, db }: TenantTransaction, seq: number): Promise<string | null> {
  const row = await db
    .selectFrom('ledger_entry')
    .select('hash')
    .where('tenant', '=', tenant)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row?.hash ?? null;
}

/** A ledger's head and what stands after an entry, of one moment. */
export interface Tail {
  readonly head: Head;
  readonly entries: readonly LedgerEntry[];
}

/** In one round trip, in a transaction or without; `after`: the last entry the reader knows. */
export async function readTail(db: Kysely<Schema>, tenant: string, after: number): Promise<Tail> {
  const { rows } = await sql<TailRow>`select * from read_ledger(${tenant}, ${after})`.execute(db);
  const [first] = rows;
  if (!first) return { head: NO_HEAD, entries: [] };
  const stored = rows.filter((row): row is TailRow & EntryRow => row.seq !== null);
  return {
    head: { seq: first.head_seq, hash: first.head_hash },
    entries: stored.map((row) => entryOf(storedOf(tenant, row))),
  };
}

type TailRow = { readonly head_seq: number; readonly head_hash: string } & {
  [K in keyof EntryRow]: EntryRow[K] | null;
};

/** Entries after `seq`, oldest first, as stored; the chain is proven elsewhere. */
export async function readEntries(tx: TenantTransaction, after: number): Promise<readonly LedgerEntry[]> {
  const all: LedgerEntry[] = [];
  for await (const batch of readBatches(tx, after)) for (const one of batch) all.push(entryOf(one));
  return all;
}

const BATCH = 5000;

/** The tenant's entries, all that a stored one holds. */
function entriesOf({ tenant, db }: TenantTransaction) {
  return db
    .selectFrom('ledger_entry')
    .select(['seq', 'at', 'actor', 'type', 'version', 'data', 'prev_hash', 'hash'])
    .where('tenant', '=', tenant);
}

/** Entries after `seq`, oldest first, in batches that fit in memory however long the ledger is. */
export async function* readBatches(
  tx: TenantTransaction,
  after: number,
): AsyncGenerator<readonly StoredEntry[]> {
  for (let last = after; ;) {
    const rows = await entriesOf(tx).where('seq', '>', last).orderBy('seq').limit(BATCH).execute();
    if (rows.length > 0) yield rows.map((row) => storedOf(tx.tenant, row));
    if (rows.length < BATCH) return;
    last = rows.at(-1)?.seq ?? last;
  }
}

/** The newest entries before one, oldest first. */
export async function readPage(
  tx: TenantTransaction,
  { before, most }: { readonly before: number; readonly most: number },
): Promise<readonly LedgerEntry[]> {
  const rows = await entriesOf(tx).where('seq', '<', before).orderBy('seq', 'desc').limit(most).execute();
  return rows.toReversed().map((row) => entryOf(storedOf(tx.tenant, row)));
}

/** Everything about some KPIs, initiatives, objectives or recalibrations, oldest first. */
export async function readAbout(
  tx: TenantTransaction,
  subjects: readonly string[],
): Promise<readonly LedgerEntry[]> {
  if (subjects.length === 0) return [];
  const rows = await entriesOf(tx).where('subject', 'in', subjects).orderBy('seq').execute();
  return rows.map((row) => entryOf(storedOf(tx.tenant, row)));
}

type EntryRow = Pick<
  Schema['ledger_entry'],
  'seq' | 'at' | 'actor' | 'type' | 'version' | 'data' | 'prev_hash' | 'hash'
>;

function storedOf(tenant: string, { prev_hash: prevHash, ...row }: EntryRow): StoredEntry {
  const { seq, at, actor, type, version, data, hash } = row;
  return { tenant, seq, at, actor, type, version, data, prevHash, hash };
}

/** A stored entry with its event. */
export function entryOf({ type, version, data, ...rest }: StoredEntry): LedgerEntry {
  // The union is closed and written by us alone; a foreign shape shows in `verify`.
  return { ...rest, event: { type, v: version, data: JSON.parse(data) } as unknown as LedgerEvent };
}
