import { ok } from '../../domain/result.ts';
import type { Handler } from '../http/handler.ts';
import { presentPricing } from '../present/present-tenant.ts';
import { viewFor } from '../view.ts';

/** The network, so that a browser prices delays while the slider moves. */
export const readPricing: Handler<'readPricing'> = async (context, call) => {
  return ok(presentPricing(await viewFor(context, call, call.query.asOf)));
};
