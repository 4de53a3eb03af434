import type { Kysely } from 'kysely';
import { type Result, err, ok } from '../../domain/result.ts';
import type { Schema } from '../database/schema.ts';
import { type TenantTransaction, inTenant } from '../database/tenant-transaction.ts';
import type { StoredEntry } from '../ledger/hash-chain.ts';
import { type Head, lockHead, readHead } from '../ledger/ledger-store.ts';
import { rebuildProjection } from '../state/verify-tenant.ts';
import { headText } from './archive-format.ts';
import { CARRIED, carryRows, missingRows } from './carried-rows.ts';
import { proveChain, proveLedger } from './prove-ledger.ts';
import { readStored, storedPages } from './stored-rows.ts';
import { writeEntries } from './write-entries.ts';

export interface Move {
  /** Nobody else writes here while the move lasts. */
  readonly from: Kysely<Schema>;
  readonly to: Kysely<Schema>;
  readonly tenant: string;
  /** Told in words, for people who wait. */
  readonly progress: (line: string) => void;
}

/**
 * Moves one tenant: entries page by page, each page for good; then, in one transaction, its outbox and the answers it
 * gave; then proof. After an end at any point it goes on where it stopped. Until the end no worker looks at the tenant,
 * because nothing wakes it. The error is a sentence; a target that tells another history is left as it is.
 */
export async function moveTenant(move: Move): Promise<Result<Head, string>> {
  const source = await proveChain(move.from, move.tenant);
  if (source.difference !== null) return err(`The ledger to move does not hold: ${source.difference}.`);
  const begun = await inTenant(move.to, move.tenant, readHead);
  const other = await otherHistory(move, source.head, begun);
  if (other !== null) return err(other);
  const copied = await copyEntries(move, source.head, begun);
  if (!copied.ok) return copied;
  move.progress('outbox and answered requests');
  await inBoth(move, async (from, to) => {
    await rebuildProjection(to);
    for (const carried of CARRIED) await carryRows(from, to, carried);
  });
  const fault = await proveMove(move, source.head);
  if (fault !== null) return err(fault);
  move.progress(`proven, ${headText(source.head)}`);
  return ok(source.head);
}

/** The shorter of the two must be the beginning of the longer. */
async function otherHistory({ from, to, tenant }: Move, source: Head, target: Head): Promise<string | null> {
  if (target.seq === 0 || source.seq === 0) return null;
  const [longer, shorter] = target.seq > source.seq ? [to, source] : [from, target];
  const [row] = await readStored(longer, tenant, shorter.seq - 1);
  return row?.seq === shorter.seq && row.hash === shorter.hash
    ? null
    : `The target has a different history of tenant ${tenant} from entry ${shorter.seq} or before. Nothing was changed there.`;
}

async function copyEntries(move: Move, source: Head, begun: Head): Promise<Result<Head, string>> {
  let head = begun;
  for await (const page of storedPages(move.from, move.tenant, { after: begun.seq, head: source.seq })) {
    const written = await appendPage(move, head, page);
    if (!written.ok) return written;
    head = written.value;
    move.progress(`${head.seq} of ${source.seq} entries`);
  }
  return ok(head);
}

async function appendPage(
  { to, tenant }: Move,
  after: Head,
  entries: readonly StoredEntry[],
): Promise<Result<Head, string>> {
  return await inTenant(to, tenant, async (tx) => {
    const locked = await lockHead(tx);
    if (headText(locked) !== headText(after)) {
      return err(`Somebody else writes to tenant ${tenant} in the target. Stop them and run this again.`);
    }
    return ok(await writeEntries(tx, after, entries));
  });
}

async function inBoth<T>(
  { from, to, tenant }: Move,
  work: (from: TenantTransaction, to: TenantTransaction) => Promise<T>,
): Promise<T> {
  return await inTenant(from, tenant, (source) => inTenant(to, tenant, (target) => work(source, target)));
}

/** What arrived is what was sent: chain to the very head, and every row of the outbox and of the answers. */
async function proveMove(move: Move, source: Head): Promise<string | null> {
  const { head, difference } = await proveLedger(move.to, move.tenant, source);
  if (difference !== null) return `The moved ledger of tenant ${move.tenant} does not hold: ${difference}.`;
  if (head.seq < source.seq)
    return `Only ${head.seq} of ${source.seq} entries of tenant ${move.tenant} arrived.`;
  return await inBoth(move, async (from, to) => {
    for (const carried of CARRIED) {
      const [missing] = await missingRows(from, to, carried);
      if (missing !== undefined) return `A row of ${carried.table} did not arrive: ${missing}.`;
    }
    return null;
  });
}
