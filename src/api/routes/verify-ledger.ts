import { ok } from '../../domain/result.ts';
import type { Handler } from '../http/handler.ts';

/** Proves chain and state by reading and replaying everything. */
export const verifyLedger: Handler<'verifyLedger'> = async ({ tenants }, { caller }) => {
  const { entries, difference } = await tenants.verify(caller.tenant);
  return ok({ sound: difference === null, entries, difference });
};
