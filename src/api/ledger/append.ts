import { type Kysely, sql } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { TenantTransaction } from '../database/tenant-transaction.ts';
import type { JobDraft } from '../outbox/job.ts';
import { jobRow } from '../outbox/job-store.ts';
import { NEVER } from '../outbox/wake-store.ts';
import type { ProjectionRow } from '../state/projection.ts';
import { canonicalJson } from './canonical-json.ts';
import { hashOfStored, type StoredEntry } from './hash-chain.ts';
import type { LedgerEntry } from './ledger-event.ts';
import { type Draft, type Head, entryOf } from './ledger-store.ts';
import { naturalKeyOf } from './natural-key.ts';

/** An entry that was accepted but is not stored yet, with the texts that will be. */
export interface ChainedEntry {
  readonly entry: LedgerEntry;
  readonly stored: StoredEntry;
}

/** Entries that follow a head. What is folded now is what is replayed later: it went through JSON and back. */
export function chained(tenant: string, head: Head, drafts: readonly Draft[]): readonly ChainedEntry[] {
  let { seq, hash: prevHash } = head;
  return drafts.map(({ at, actor, event: { type, v: version, data: said } }) => {
    seq += 1;
    const data = canonicalJson(said);
    const unhashed = { tenant, seq, at, actor, type, version, data, prevHash };
    const stored = { ...unhashed, hash: hashOfStored(unhashed) };
    prevHash = stored.hash;
    return { entry: entryOf(stored), stored };
  });
}

/** Everything that one commit writes. */
export interface Writing {
  readonly entries: readonly ChainedEntry[];
  readonly rows: readonly ProjectionRow[];
  readonly jobs: readonly JobDraft[];
  /** When the engine wants to look again; null: never. */
  readonly next: number | null;
}

/**
 * Writes behind `head` in one round trip, alone or within a transaction. False, and nothing is written, when the
 * ledger ends elsewhere by now: somebody else was faster. A repeated natural key throws.
 */
export async function append(
  db: Kysely<Schema>,
  { tenant, head }: { readonly tenant: string; readonly head: Head },
  { entries, rows, jobs, next }: Writing,
): Promise<boolean> {
  const { rows: answer } = await sql<{ accepted: boolean }>`select accepted from append_to_ledger(
    ${tenant}, ${head.seq}, ${head.hash}, ${JSON.stringify(entries.map(entryRow))}::json,
    ${JSON.stringify(rows)}::json, ${JSON.stringify(jobs.map(jobRow))}::json, ${next ?? NEVER})`.execute(db);
  return answer[0]?.accepted === true;
}

/** Appends to a locked head, without projection and jobs: whoever uses it rebuilds them afterwards. */
export async function appendEntries(
  { tenant, db }: TenantTransaction,
  head: Head,
  drafts: readonly Draft[],
): Promise<readonly LedgerEntry[]> {
  const entries = chained(tenant, head, drafts);
  if (entries.length === 0) return [];
  if (!(await append(db, { tenant, head }, { entries, rows: [], jobs: [], next: null }))) {
    throw new Error('the ledger ends elsewhere: its head was not locked');
  }
  return entries.map(({ entry }) => entry);
}

function entryRow({ entry, stored }: ChainedEntry) {
  const { seq, at, actor, type, version, data, prevHash: prev_hash, hash } = stored;
  return { seq, at, actor, type, version, data, prev_hash, hash, natural_key: naturalKeyOf(entry.event) };
}
