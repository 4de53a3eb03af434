import { hash } from 'node:crypto';
import type { StoredRow } from './stored-rows.ts';

/** An entry as text is made from: `data` is canonical JSON already. */
export type EntryText = Pick<StoredRow, 'seq' | 'at' | 'actor' | 'type' | 'version' | 'data'> & {
  readonly tenant: string;
  readonly prevHash: string;
};

/**
 * The SHA-256 of an entry without its own hash. The same as `hashOf`, but from the stored text: nothing is parsed and
 * nothing is written again, so that what is proven is what is stored.
 */
export function hashOfText(entry: EntryText): string {
  return hash('sha256', `{${beforeHash(entry)},${afterHash(entry)}}`);
}

/** One line of an export: the canonical JSON of the entry with its hash. Members stand in RFC 8785 order. */
export function entryLine(entry: EntryText & { readonly hash: string }): string {
  return `{${beforeHash(entry)},"hash":${JSON.stringify(entry.hash)},${afterHash(entry)}}`;
}

function beforeHash({ actor, at, data }: EntryText): string {
  return `"actor":${JSON.stringify(actor)},"at":"${new Date(at).toISOString()}","data":${data}`;
}

function afterHash({ prevHash, seq, tenant, type, version }: EntryText): string {
  const names = [prevHash, tenant, type].map((text) => JSON.stringify(text));
  return `"prevHash":${names[0]},"seq":${seq},"tenant":${names[1]},"type":${names[2]},"v":${version}`;
}
