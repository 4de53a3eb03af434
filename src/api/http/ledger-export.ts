import { Readable } from 'node:stream';
import type { Handler } from 'hono';
import { exportTenant, type TenantExport } from '../archive/export-tenant.ts';
import { productVersion } from '../archive/product-version.ts';
import { authenticate } from '../auth/authenticate.ts';
import { mayAdminister } from '../auth/policies.ts';
import type { ApiContext } from '../context.ts';
import { problem, problemResponse } from './problem-response.ts';

/**
 * The whole ledger of the caller's tenant as lines of JSON, for admins: the file of `lastmile export`, sent as it is
 * read. What breaks off on the way lacks its closing line, so that nobody takes it for whole.
 */
export function ledgerExport(context: ApiContext): Handler {
  return async (c) => {
    const caller = await authenticate(context, c.req.header('authorization'));
    if (!caller.ok) return problemResponse(caller.error);
    const { tenant, person } = caller.value;
    if (!mayAdminister(person)) {
      return problemResponse(problem('not-allowed', { detail: 'Only admins export the ledger.' }));
    }
    const exportedAt = new Date(context.clock.now()).toISOString();
    const maker = { exportedAt, product: productVersion() };
    const found = await exportTenant(context.database.kysely, tenant, maker);
    return found ? fileOf(context, found) : problemResponse(problem('not-found'));
  };
}

function fileOf(context: ApiContext, found: TenantExport): Response {
  const { seq } = found.header.head;
  const headers = {
    'content-type': 'application/x-ndjson',
    'content-disposition': `attachment; filename="lastmile-ledger-${seq}.ndjson"`,
    'cache-control': 'no-store',
  };
  const body = Readable.toWeb(Readable.from(bytesOf(context, found))) as ReadableStream<Uint8Array>;
  return new Response(body, { headers });
}

async function* bytesOf({ log }: ApiContext, { header, text }: TenantExport): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of text()) yield Buffer.from(piece);
  } catch (error) {
    // The status has been sent: the caller sees a file that breaks off, the log says why.
    log.write('error', 'export-broke-off', { tenant: header.tenant, error: String(error) });
    throw error;
  }
}
