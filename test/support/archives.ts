import { createHash } from 'node:crypto';
import type { Database } from '../../src/api/database/open-database.ts';
import { exportTenant } from '../../src/api/archive/export-tenant.ts';
import { canonicalJson } from '../../src/api/ledger/canonical-json.ts';

/** Exports of a ledger, and small ones made by hand: their hashes are computed here, not by the product. */

export const MAKER = { exportedAt: '2026-04-01T08:00:00.000Z', product: '9.9.9' };

export async function exported({ kysely }: Database, tenant: string): Promise<string> {
  const found = await exportTenant(kysely, tenant, MAKER);
  if (!found) throw new Error(`nothing to export of ${tenant}`);
  let text = '';
  for await (const piece of found.text()) text += piece;
  return text;
}

/** A text as a file that arrives in pieces of any size; pieces cut characters and lines anywhere. */
export async function* bytesOf(text: string | Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export interface HandEntry {
  readonly actor?: string;
  readonly at?: string;
  readonly type: string;
  readonly v?: number;
  readonly data: object;
}

const NOTHING_BEFORE = '0'.repeat(64);

/** The lines of an export of these entries, chained as DESIGN.md 3.11 says, without line feeds. */
export function handArchive(tenant: string, given: readonly HandEntry[]): string[] {
  let prevHash = NOTHING_BEFORE;
  const entries = given.map(
    ({ actor = 'system', at = '2026-03-02T07:00:00.000Z', type, v = 1, data }, index) => {
      const body = { tenant, seq: index + 1, at, actor, type, v, data, prevHash };
      prevHash = createHash('sha256').update(canonicalJson(body)).digest('hex');
      return canonicalJson({ ...body, hash: prevHash });
    },
  );
  const head = { seq: given.length, hash: prevHash };
  const header = { format: 'lastmile-ledger', schema: 1, tenant, head, ...MAKER };
  return [canonicalJson(header), ...entries, canonicalJson({ end: true, count: given.length, head })];
}
