import { GENESIS } from '../ledger/hash-chain.ts';
import type { Head } from '../ledger/ledger-store.ts';
import { hashOfText } from './entry-line.ts';
import type { StoredRow } from './stored-rows.ts';

/** Follows one ledger from its first entry; holds only the last one. */
export interface ChainCheck {
  /** The first thing wrong with these rows, in words; null when they follow from what came before. */
  readonly follow: (rows: readonly StoredRow[]) => string | null;
  /** The last entry that followed. */
  readonly head: () => Head;
}

/** The rules and words of `breakIn`, for ledgers that do not fit in memory. DESIGN.md 3.11. */
export function chainCheck(tenant: string): ChainCheck {
  let head: Head = { seq: 0, hash: GENESIS };
  let at = -Infinity;
  const faultOf = (row: StoredRow): string | null => {
    const seq = head.seq + 1;
    if (row.seq !== seq) return `entry ${seq} is missing`;
    if (row.prev_hash !== head.hash) return `entry ${seq} does not follow entry ${seq - 1}`;
    if (hashOfText({ ...row, tenant, prevHash: row.prev_hash }) !== row.hash) {
      return `entry ${seq} was changed after it was accepted`;
    }
    return row.at < at ? `entry ${seq} is dated before entry ${seq - 1}` : null;
  };
  return {
    follow: (rows) => {
      for (const row of rows) {
        const fault = faultOf(row);
        if (fault !== null) return fault;
        head = { seq: row.seq, hash: row.hash };
        at = row.at;
      }
      return null;
    },
    head: () => head,
  };
}
