import { type Kysely, sql } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { type TenantTransaction, inTenant } from '../database/tenant-transaction.ts';

/** A ledger entry as it is stored: `data` is the very text that was hashed. */
export interface StoredRow {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actor: string;
  readonly type: string;
  readonly version: number;
  readonly data: string;
  readonly prev_hash: string;
  readonly hash: string;
  readonly natural_key: string | null;
}

/** Reads the rows after a sequence number, oldest first, at most `PAGE` of them; none at the end. */
export type ReadPage = (after: number) => Promise<readonly StoredRow[]>;

/** Large enough that the way to the database does not count, small enough to hold. */
export const PAGE = 4000;

type Columns = readonly [number, number, string, string, number, string, string, string, string | null];

/**
 * Pages of one transaction, which sees one moment if it is a snapshot. A page travels as one JSON text: on PGlite that
 * takes half the time of as many rows, on PostgreSQL the server does more of the work.
 */
export function pagesIn({ tenant, db }: TenantTransaction): ReadPage {
  return async (after) => {
    const { rows } = await sql<{ page: string | null }>`
      select json_agg(json_build_array(seq, at, actor, type, version, data, prev_hash, hash, natural_key)
        order by seq)::text as page
      from (select * from ledger_entry where tenant = ${tenant} and seq > ${after}
        order by seq limit ${PAGE}) as entry`.execute(db);
    return (JSON.parse(rows[0]?.page ?? '[]') as readonly Columns[]).map(rowOf);
  };
}

function rowOf([seq, at, actor, type, version, data, prev_hash, hash, natural_key]: Columns): StoredRow {
  return { seq, at, actor, type, version, data, prev_hash, hash, natural_key };
}

/**
 * Pages with a transaction each: a slow reader holds nothing up, and up to a known head an append-only ledger reads the
 * same at any time.
 */
export function pagesOf(db: Kysely<Schema>, tenant: string): ReadPage {
  return async (after) => await inTenant(db, tenant, async (tx) => await pagesIn(tx)(after));
}

/** All rows up to `head`, page by page; the next page is on its way while one is looked at. */
export async function* storedRows(read: ReadPage, head: number): AsyncGenerator<readonly StoredRow[]> {
  let next = read(0);
  for (;;) {
    const page = await next;
    const last = page.at(-1)?.seq ?? head;
    if (page.length > 0 && last < head) {
      next = read(last);
      // Whoever stops in between never asks for it; whoever goes on meets its failure at `await`.
      next.catch(() => {});
    }
    const wanted = last > head ? page.filter(({ seq }) => seq <= head) : page;
    if (wanted.length > 0) yield wanted;
    if (last >= head) return;
  }
}
