import type { StoredEntry } from '../ledger/hash-chain.ts';

/** One line of an export: the canonical JSON (RFC 8785) of an entry with its hash, made from the text that was hashed. */
export function entryLine({
  tenant,
  seq,
  at,
  actor,
  type,
  version,
  data,
  prevHash,
  hash,
}: StoredEntry): string {
  const text = (value: string) => JSON.stringify(value);
  return (
    `{"actor":${text(actor)},"at":"${new Date(at).toISOString()}","data":${data},"hash":${text(hash)},` +
    `"prevHash":${text(prevHash)},"seq":${seq},"tenant":${text(tenant)},"type":${text(type)},"v":${version}}`
  );
}
