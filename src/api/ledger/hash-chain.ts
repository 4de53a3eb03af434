import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { LedgerEntry } from './ledger-event.ts';

/** What stands before the first entry. */
export const GENESIS = '0'.repeat(64);

/** An entry as it is stored: `data` is canonical JSON, byte for byte what was hashed. */
export interface StoredEntry extends Pick<
  LedgerEntry,
  'tenant' | 'seq' | 'at' | 'actor' | 'prevHash' | 'hash'
> {
  readonly type: string;
  readonly version: number;
  readonly data: string;
}

/**
 * SHA-256 over the canonical JSON of an entry without its own hash: `{actor, at, data, prevHash, seq, tenant, type,
 * v}`, `at` in ISO 8601. Anyone can recompute it from an export. DESIGN.md 3.11.
 */
export function hashOf(entry: Omit<LedgerEntry, 'hash'>): string {
  const { event, ...rest } = entry;
  return hashOfStored({
    ...rest,
    type: event.type,
    version: event.v,
    data: canonicalJson(event.data),
  });
}

/** The same from the stored text, which is canonical already; the keys are in their order, and a text alone is itself. */
export function hashOfStored(entry: Omit<StoredEntry, 'hash'>): string {
  const { tenant, seq, actor, prevHash, type, version, data } = entry;
  const at = new Date(entry.at).toISOString();
  const body =
    `{"actor":${JSON.stringify(actor)},"at":"${at}","data":${data},"prevHash":${JSON.stringify(prevHash)},` +
    `"seq":${seq},"tenant":${JSON.stringify(tenant)},"type":${JSON.stringify(type)},"v":${version}}`;
  return hash('sha256', body, 'hex');
}

/** A place in a chain, by number and hash. */
type ChainPlace = Pick<StoredEntry, 'seq' | 'hash'>;

/** Where a chain has been proven up to. */
export interface ChainEnd extends ChainPlace {
  readonly at: number;
}

export const CHAIN_START: ChainEnd = { seq: 0, hash: GENESIS, at: -Infinity };

/** What does not follow when an entry is put behind the end of a chain, in words; null when it does. */
export function breakAt(end: ChainEnd, entry: StoredEntry): string | null {
  const seq = end.seq + 1;
  if (entry.seq !== seq) return `entry ${seq} is missing`;
  if (entry.prevHash !== end.hash) return `entry ${seq} does not follow entry ${end.seq}`;
  if (hashOfStored(entry) !== entry.hash) return `entry ${seq} was changed after it was accepted`;
  if (entry.at < end.at) return `entry ${seq} is dated before entry ${end.seq}`;
  return null;
}

/** The end of the chain with more entries behind it, or in words why they do not follow. */
export function follow(end: ChainEnd, entries: readonly StoredEntry[]): ChainEnd | string {
  let last = end;
  for (const entry of entries) {
    const broken = breakAt(last, entry);
    if (broken !== null) return broken;
    last = entry;
  }
  return last;
}

/** The head stands apart from the entries, so that an end that was cut off is noticed. */
export function endDiffers(end: ChainPlace, head: ChainPlace): string | null {
  if (end.seq === head.seq && end.hash === head.hash) return null;
  return `the ledger ends at entry ${end.seq}, its head says ${head.seq}`;
}

/** The first entry that does not follow from the one before, in words; null when the chain is whole. */
export function breakIn(entries: readonly LedgerEntry[]): string | null {
  let end = CHAIN_START;
  for (const entry of entries) {
    const { event, ...rest } = entry;
    const data = canonicalJson(event.data);
    const broken = breakAt(end, { ...rest, type: event.type, version: event.v, data });
    if (broken) return broken;
    end = entry;
  }
  return null;
}
