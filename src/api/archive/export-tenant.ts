import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { inTenant } from '../database/tenant-transaction.ts';
import { type Head, readHead } from '../ledger/ledger-store.ts';
import { type ArchiveHeader, closingLine, headerLine, headText } from './archive-format.ts';
import { chainCheck } from './chain-check.ts';
import { entryLine } from './entry-line.ts';
import { pagesOf, type StoredRow, storedRows } from './stored-rows.ts';

/** A backup that nobody could import is no backup: a ledger that does not hold is not exported. */
export class LedgerBroken extends Error {
  override readonly name = 'LedgerBroken';
}

/** A tenant's ledger as it stood when the export began; entries that follow are not waited for. */
export interface TenantExport {
  readonly header: ArchiveHeader;
  /** The whole file in pieces of whole lines. Throws `LedgerBroken` at the first entry that does not hold. */
  readonly text: () => AsyncGenerator<string>;
}

/** What the file says about its making. */
export type Maker = Pick<ArchiveHeader, 'exportedAt' | 'product'>;

/** Begins an export; null for a tenant about which nothing was accepted. */
export async function exportTenant(
  db: Kysely<Schema>,
  tenant: string,
  maker: Maker,
): Promise<TenantExport | null> {
  const head = await inTenant(db, tenant, readHead);
  if (head.seq === 0) return null;
  const header = { tenant, head, ...maker };
  return { header, text: () => lines(db, header) };
}

async function* lines(db: Kysely<Schema>, header: ArchiveHeader): AsyncGenerator<string> {
  const { tenant, head } = header;
  const check = chainCheck(tenant);
  yield `${headerLine(header)}\n`;
  for await (const rows of storedRows(pagesOf(db, tenant), head.seq)) {
    const fault = check.follow(rows);
    if (fault !== null) throw new LedgerBroken(fault);
    yield rows.map((row) => `${lineOf(tenant, row)}\n`).join('');
  }
  refuseOtherEnd(check.head(), head);
  yield `${closingLine(head)}\n`;
}

function lineOf(tenant: string, row: StoredRow): string {
  return entryLine({ ...row, tenant, prevHash: row.prev_hash });
}

function refuseOtherEnd(reached: Head, head: Head): void {
  if (headText(reached) === headText(head)) return;
  throw new LedgerBroken(`the ledger ends at entry ${reached.seq}, its head says ${head.seq}`);
}
