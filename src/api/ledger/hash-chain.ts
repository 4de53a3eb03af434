import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { LedgerEntry } from './ledger-event.ts';

/** What stands before the first entry. */
export const GENESIS = '0'.repeat(64);

/**
 * SHA-256 over the canonical JSON of an entry without its own hash: `{actor, at, data, prevHash, seq, tenant, type,
 * v}`, `at` in ISO 8601. Anyone can recompute it from an export. DESIGN.md 3.11.
 */
export function hashOf(entry: Omit<LedgerEntry, 'hash'>): string {
  const { tenant, seq, actor, prevHash, event } = entry;
  const at = new Date(entry.at).toISOString();
  const body = canonicalJson({
    tenant,
    seq,
    at,
    actor,
    type: event.type,
    v: event.v,
    data: event.data,
    prevHash,
  });
  return createHash('sha256').update(body).digest('hex');
}

/** The first entry that does not follow from the one before, in words; null when the chain is whole. */
export function breakIn(entries: readonly LedgerEntry[]): string | null {
  let [seq, prevHash, at] = [0, GENESIS, -Infinity];
  for (const entry of entries) {
    seq += 1;
    if (entry.seq !== seq) return `entry ${seq} is missing`;
    if (entry.prevHash !== prevHash) return `entry ${seq} does not follow entry ${seq - 1}`;
    if (hashOf(entry) !== entry.hash) return `entry ${seq} was changed after it was accepted`;
    if (entry.at < at) return `entry ${seq} is dated before entry ${seq - 1}`;
    [prevHash, at] = [entry.hash, entry.at];
  }
  return null;
}
