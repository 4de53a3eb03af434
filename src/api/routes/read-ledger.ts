import { ok } from '../../domain/result.ts';
import type { Handler } from '../http/handler.ts';
import { presentLedger } from '../present/present-tenant.ts';
import { viewFor } from '../view.ts';

/** Who changed what, newest first. */
export const readLedger: Handler<'readLedger'> = async (context, call) => {
  const page = await context.tenants.page(call.caller.tenant, call.query.before ?? null);
  return ok(presentLedger(await viewFor(context, call), page));
};
