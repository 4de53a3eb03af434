import type { Kysely } from 'kysely';
import { type Result, err, ok } from '../../domain/result.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import type { Schema } from '../database/schema.ts';
import { type TenantTransaction, inTenant } from '../database/tenant-transaction.ts';
import { type Head, lockHead } from '../ledger/ledger-store.ts';
import { enqueue, nextRunAt } from '../outbox/job-store.ts';
import { setWake } from '../outbox/wake-store.ts';
import { timelineOf } from '../state/engine.ts';
import { rebuildProjection } from '../state/verify-tenant.ts';
import { ArchiveFault } from './archive-fault.ts';
import type { ArchiveHeader } from './archive-format.ts';
import { fileLines } from './file-lines.ts';
import { type Folding, foldedOnto, START } from './fold-archive.ts';
import { outstandingJobs } from './outstanding-jobs.ts';
import { type ArchivePiece, type PlacedEntry, readArchive } from './read-archive.ts';
import { writeEntries } from './write-entries.ts';

export interface ImportOptions {
  readonly db: Kysely<Schema>;
  /** The application's clock: work that lay ahead then and still does is queued. */
  readonly now: Instant;
  /** Told after each batch, for people who wait. */
  readonly progress?: (entries: number) => void;
}

export interface Imported {
  readonly tenant: string;
  readonly head: Head;
  /** Work that was queued: bookings, looks at meetings, reminders. */
  readonly jobs: number;
}

/**
 * Imports an export into its own tenant, which must be empty: the chain holds the tenant's id. Everything in one
 * transaction, so nothing is visible before the last line was proven; a fault leaves nothing behind.
 */
export async function importTenantFile(
  file: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<Result<Imported, ArchiveFault>> {
  return await faultsReturned(async () => {
    const pieces = readArchive(fileLines(file));
    const { tenant } = await headerOf(pieces);
    return await inTenant(options.db, tenant, async (tx) => await takeIn(tx, pieces, options));
  });
}

/** Proves a file without a database: a look at a backup. */
export async function checkArchive(
  file: AsyncIterable<Uint8Array>,
): Promise<Result<Pick<Imported, 'tenant' | 'head'>, ArchiveFault>> {
  return await faultsReturned(async () => {
    const pieces = readArchive(fileLines(file));
    const { tenant, head } = await headerOf(pieces);
    let folding = START;
    for await (const batch of batches(pieces)) folding = foldedOnto(folding, batch);
    return { tenant, head };
  });
}

async function faultsReturned<T>(work: () => Promise<T>): Promise<Result<T, ArchiveFault>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof ArchiveFault) return err(error);
    throw error;
  }
}

async function headerOf(pieces: AsyncGenerator<ArchivePiece>): Promise<ArchiveHeader> {
  const first = await pieces.next();
  // An empty file is a fault of its own, thrown by the reader.
  if (first.done === true || first.value.kind !== 'header') throw new Error('a file begins with its header');
  return first.value.header;
}

async function takeIn(
  tx: TenantTransaction,
  pieces: AsyncGenerator<ArchivePiece>,
  { now, progress }: ImportOptions,
): Promise<Imported> {
  let head = await lockHead(tx);
  if (head.seq > 0) {
    const message = `Tenant ${tx.tenant} has ${head.seq} entries already. An import needs an empty one.`;
    throw new ArchiveFault(null, 'tenant-not-empty', message);
  }
  let folding = START;
  for await (const batch of batches(pieces)) {
    folding = foldedOnto(folding, batch);
    head = await writeEntries(
      tx,
      head,
      batch.map(({ stored }) => stored),
    );
    progress?.(head.seq);
  }
  return await settle(tx, folding, now);
}

/** What follows from the entries: the work still to do, and when to look at the tenant next. */
async function settle(tx: TenantTransaction, { state, asked }: Folding, now: Instant): Promise<Imported> {
  await rebuildProjection(tx);
  const timeline = timelineOf(state);
  const jobs = outstandingJobs(timeline, asked, now);
  await enqueue(tx, jobs);
  await setWake(tx, [timeline.next, await nextRunAt(tx)]);
  return { tenant: tx.tenant, head: { seq: state.seq, hash: state.hash }, jobs: jobs.length };
}

const BATCH = 2000;

/** The entries in batches; the last is given out only when the closing line was read. */
async function* batches(pieces: AsyncGenerator<ArchivePiece>): AsyncGenerator<readonly PlacedEntry[]> {
  let batch: PlacedEntry[] = [];
  for await (const piece of pieces) {
    if (piece.kind !== 'entry') continue;
    batch.push(piece);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
