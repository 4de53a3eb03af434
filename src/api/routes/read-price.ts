import { err, ok } from '../../domain/result.ts';
import type { Handler } from '../http/handler.ts';
import { problem } from '../http/problem-response.ts';
import { presentPriceAndRange } from '../present/present-price.ts';
import { indexView } from '../present/view-index.ts';
import { viewFor } from '../view.ts';

/** What a delay of this KPI costs. DESIGN.md 3.7. */
export const readPrice: Handler<'readPrice'> = async (context, call) => {
  const view = await viewFor(context, call, call.query.asOf);
  const known = view.facts.portfolio.kpis.some(({ id }) => id === call.params.kpi);
  return known
    ? ok(presentPriceAndRange(indexView(view), call.params.kpi, call.query.days))
    : err(problem('not-found'));
};
