import { ok } from '../../domain/result.ts';
import type { Handler } from '../http/handler.ts';
import { presentRecalibrations } from '../present/present-recalibrations.ts';
import { viewFor } from '../view.ts';

/** All recalibrations and decision latency. SCREENS.md 05. */
export const readRecalibrations: Handler<'readRecalibrations'> = async (context, call) => {
  return ok(presentRecalibrations(await viewFor(context, call, call.query.asOf)));
};
