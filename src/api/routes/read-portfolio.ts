import { ok } from '../../domain/result.ts';
import type { Handler } from '../http/handler.ts';
import { presentPortfolio } from '../present/present-portfolio.ts';
import { viewFor } from '../view.ts';

/** The ten-second answer. SCREENS.md 02. */
export const readPortfolio: Handler<'readPortfolio'> = async (context, call) => {
  return ok(presentPortfolio(await viewFor(context, call, call.query.asOf)));
};
