import { err, ok } from '../../domain/result.ts';
import type { Handler } from '../http/handler.ts';
import { problem } from '../http/problem-response.ts';
import { presentRecalibration } from '../present/present-recalibration.ts';
import { viewFor } from '../view.ts';

/** The facts of the decision form. SCREENS.md 06. */
export const readRecalibration: Handler<'readRecalibration'> = async (context, call) => {
  const view = await viewFor(context, call, call.query.asOf);
  const found = view.facts.recalibrations.find(({ id }) => id === call.params.recalibration);
  return found ? ok(presentRecalibration(view, found)) : err(problem('not-found'));
};
