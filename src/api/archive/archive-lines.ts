import { canonicalJson } from '../ledger/canonical-json.ts';
import { hashOfStored, type StoredEntry } from '../ledger/hash-chain.ts';
import type { LedgerEntry, LedgerEvent } from '../ledger/ledger-event.ts';
import type { Head } from '../ledger/ledger-store.ts';
import { naturalKeyOf } from '../ledger/natural-key.ts';
import { ArchiveFault } from './archive-fault.ts';
import { ARCHIVE_FORMAT, ARCHIVE_SCHEMA, type ArchiveHeader } from './archive-format.ts';
import { entryLine } from './entry-line.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The first line, or what is wrong with it. */
export function readHeader(value: JsonObject, line: number): ArchiveHeader {
  const { format, schema, tenant, exportedAt, product } = value;
  if (format !== ARCHIVE_FORMAT) {
    throw new ArchiveFault(line, 'not-an-export', 'This is not an export of a Lastmile ledger.');
  }
  if (schema !== ARCHIVE_SCHEMA) {
    const message = `The file has schema ${JSON.stringify(schema)}; this program reads ${ARCHIVE_SCHEMA}.`;
    throw new ArchiveFault(line, 'wrong-version', message);
  }
  const head = headIn(value);
  if (head && typeof tenant === 'string' && tenant !== '') {
    return { tenant, head, exportedAt: String(exportedAt), product: String(product) };
  }
  throw new ArchiveFault(line, 'not-an-export', 'The first line names no tenant or no head.');
}

/** The last line, or what is wrong with it. */
export function readClosing(
  value: JsonObject,
  line: number,
): { readonly count: number; readonly head: Head } {
  const head = headIn(value);
  if (head && typeof value['count'] === 'number') return { count: value['count'], head };
  throw new ArchiveFault(line, 'wrong-count', 'The closing line has no count or no head.');
}

function headIn({ head }: JsonObject): Head | null {
  if (typeof head !== 'object' || head === null) return null;
  const { seq, hash } = head as JsonObject;
  return typeof seq === 'number' && typeof hash === 'string' ? { seq, hash } : null;
}

interface Place {
  readonly text: string;
  readonly line: number;
  readonly tenant: string;
  /** The sequence number whose turn it is. */
  readonly due: number;
}

export interface CheckedEntry {
  readonly entry: LedgerEntry;
  readonly stored: StoredEntry;
  readonly naturalKey: string | null;
}

/** One entry by itself: whose it is, whose turn it is, its hash, its text. What came before is the reader's business. */
export function checkLine({ text, line, tenant, due }: Place, value: JsonObject): CheckedEntry {
  const entry = entryIn(value, line);
  if (entry.tenant !== tenant)
    throw new ArchiveFault(line, 'wrong-tenant', 'This entry is of another tenant.');
  if (entry.seq > due) {
    throw new ArchiveFault(line, 'missing-entry', `Entry ${due} is missing: here stands entry ${entry.seq}.`);
  }
  if (entry.seq < due) {
    throw new ArchiveFault(line, 'wrong-order', `Entry ${entry.seq} stands where entry ${due} belongs.`);
  }
  const { event, ...rest } = entry;
  const { type, v: version, data } = event;
  const written: StoredEntry = { ...rest, type, version, data: canonicalJson(data) };
  if (hashOfStored(written) !== entry.hash) {
    throw new ArchiveFault(line, 'changed-entry', `Entry ${due} was changed after it was accepted.`);
  }
  if (entryLine(written) !== text) {
    const message = `Entry ${due} is true, but written another way than an export writes it.`;
    throw new ArchiveFault(line, 'not-canonical', message);
  }
  return { entry, stored: written, naturalKey: naturalKeyIn(entry, line) };
}

function entryIn(value: JsonObject, line: number): LedgerEntry {
  const { tenant, seq, at, actor, type, v, data, prevHash, hash } = value;
  const moment = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  const texts = [tenant, actor, type, prevHash, hash];
  const sound =
    texts.every((text) => typeof text === 'string' && text.isWellFormed()) &&
    Number.isSafeInteger(seq) &&
    Number.isSafeInteger(v) &&
    Number.isFinite(moment) &&
    typeof data === 'object' &&
    data !== null;
  if (!sound) throw new ArchiveFault(line, 'bad-entry', 'This line is no entry of a ledger.');
  // The checks above and the hash stand for the shape; what it says is proven when it is folded.
  return {
    tenant,
    seq,
    at: moment,
    actor,
    event: { type, v, data } as LedgerEvent,
    prevHash,
    hash,
  } as LedgerEntry;
}

/** A type of a newer program has no key here, and nobody to fold it. */
function naturalKeyIn({ seq, event }: LedgerEntry, line: number): string | null {
  try {
    return naturalKeyOf(event);
  } catch {
    const message = `Entry ${seq} is of the type “${event.type}”, which this program does not know.`;
    throw new ArchiveFault(line, 'unknown-entry', message);
  }
}
