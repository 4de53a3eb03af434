import { canonicalJson } from '../ledger/canonical-json.ts';
import type { Head } from '../ledger/ledger-store.ts';

/**
 * An export: a first line about the file, one line per entry in order, and a closing line, each canonical JSON
 * (RFC 8785) and ended by a line feed. The closing line makes a truncated file known.
 */
export const ARCHIVE_FORMAT = 'lastmile-ledger';

/** Grows when a reader of the old shape would misread the new one. */
export const ARCHIVE_SCHEMA = 1;

export interface ArchiveHeader {
  readonly tenant: string;
  readonly head: Head;
  /** ISO 8601, on the clock of whoever exported. */
  readonly exportedAt: string;
  /** The version of the program that wrote the file. */
  readonly product: string;
}

export function headerLine({ tenant, head: { seq, hash }, exportedAt, product }: ArchiveHeader): string {
  const about = { format: ARCHIVE_FORMAT, schema: ARCHIVE_SCHEMA, product, exportedAt };
  return canonicalJson({ ...about, tenant, head: { seq, hash } });
}

export function closingLine({ seq, hash }: Head): string {
  return canonicalJson({ end: true, count: seq, head: { seq, hash } });
}

/** Keep this outside of the database: `SEQ:HASH`. */
export function headText({ seq, hash }: Head): string {
  return `${seq}:${hash}`;
}

/** The head that somebody kept; null when the text is none. */
export function parseHead(text: string): Head | null {
  const parts = /^(\d{1,15}):([\da-f]{64})$/u.exec(text.trim());
  return parts ? { seq: Number(parts[1]), hash: parts[2] ?? '' } : null;
}
