import type { TenantTransaction } from '../database/tenant-transaction.ts';
import type { StoredEntry } from '../ledger/hash-chain.ts';
import { readBatches, readHash } from '../ledger/ledger-store.ts';
import { SNAPSHOT_VERSION, coreOf, segmentOf, stateFrom } from './snapshot.ts';
import type { TenantState } from './tenant-state.ts';

/**
 * The folded state as it was kept last, so that a start need not read a million entries. It is no truth of its own: one
 * that is of another version, has a gap, or does not stand on an entry of this ledger gives null, and the ledger is read.
 */
export async function readSnapshot(tx: TenantTransaction): Promise<TenantState | null> {
  const { tenant, db } = tx;
  const core = await db
    .selectFrom('snapshot_core')
    .selectAll()
    .where('tenant', '=', tenant)
    .executeTakeFirst();
  if (core?.version !== SNAPSHOT_VERSION || (await readHash(tx, core.seq)) !== core.hash) return null;
  const segments = await db
    .selectFrom('snapshot_segment')
    .selectAll()
    .where('tenant', '=', tenant)
    .orderBy('first_seq')
    .execute();
  if (!covers(segments, core.seq)) return null;
  try {
    return stateFrom(
      core.data,
      segments.map(({ data }) => data),
    );
  } catch {
    // Bytes that cannot be read are no snapshot; nothing is lost, the ledger has it all.
    return null;
  }
}

function covers(segments: readonly { first_seq: number; last_seq: number }[], seq: number): boolean {
  let last = 0;
  for (const { first_seq, last_seq } of segments) {
    if (first_seq !== last + 1) return false;
    last = last_seq;
  }
  return last === seq;
}

/** Up to which entry a usable snapshot stands; 0: there is none. Nobody else writes it until the transaction ends. */
export async function lockSnapshot(tx: TenantTransaction): Promise<number> {
  const { tenant, db } = tx;
  const core = await db
    .selectFrom('snapshot_core')
    .select(['seq', 'hash', 'version'])
    .where('tenant', '=', tenant)
    .forUpdate()
    .executeTakeFirst();
  const fits = core?.version === SNAPSHOT_VERSION && (await readHash(tx, core.seq)) === core.hash;
  return fits ? core.seq : 0;
}

/** Adds what was accepted since the entry `kept`, and replaces the core. */
export async function writeSnapshot(tx: TenantTransaction, state: TenantState, kept: number): Promise<void> {
  const { tenant, db } = tx;
  if (kept === 0) await db.deleteFrom('snapshot_segment').where('tenant', '=', tenant).execute();
  for await (const batch of readBatches(tx, kept)) {
    const entries = batch.filter(({ seq }) => seq <= state.seq);
    if (entries.length === 0) break;
    await writeSegment(tx, entries);
  }
  const core = { seq: state.seq, hash: state.hash, version: SNAPSHOT_VERSION, data: coreOf(state) };
  await db
    .insertInto('snapshot_core')
    .values({ tenant, ...core })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet(core))
    .execute();
}

async function writeSegment(
  { tenant, db }: TenantTransaction,
  entries: readonly StoredEntry[],
): Promise<void> {
  const [first_seq = 0, last_seq = 0] = [entries[0]?.seq, entries.at(-1)?.seq];
  const data = segmentOf(entries);
  await db.insertInto('snapshot_segment').values({ tenant, first_seq, last_seq, data }).execute();
}
