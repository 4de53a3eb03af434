import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { inTenant } from '../database/tenant-transaction.ts';
import { CHAIN_START, endDiffers, follow } from '../ledger/hash-chain.ts';
import { readHead } from '../ledger/ledger-store.ts';
import { type ArchiveHeader, closingLine, headerLine } from './archive-format.ts';
import { entryLine } from './entry-line.ts';

import { storedPages } from './stored-rows.ts';

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
  let end = CHAIN_START;
  yield `${headerLine(header)}\n`;
  for await (const page of storedPages(db, tenant, { after: 0, head: head.seq })) {
    const followed = follow(end, page);
    if (typeof followed === 'string') throw new LedgerBroken(followed);
    end = followed;
    yield page.map((entry) => `${entryLine(entry)}\n`).join('');
  }
  const fault = endDiffers(end, head);
  if (fault !== null) throw new LedgerBroken(fault);
  yield `${closingLine(head)}\n`;
}
