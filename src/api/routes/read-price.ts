import { err, ok } from '../../domain/result.ts';
import type { Handler } from '../http/handler.ts';
import { problem } from '../http/problem-response.ts';
import { priceRangeOf } from '../present/price-range-of.ts';
import { presentPriceAndRange } from '../present/present-price.ts';
import { indexView } from '../present/view-index.ts';
import { viewFor } from '../view.ts';

/** What a delay of this KPI costs. DESIGN.md 3.7. */
export const readPrice: Handler<'readPrice'> = async (context, call) => {
  const view = indexView(await viewFor(context, call, call.query.asOf));
  const { kpi } = call.params;
  if (!view.kpiOf(kpi)) return err(problem('not-found'));
  const delay = call.query.days;
  return ok(presentPriceAndRange(view, { kpi, delay, range: priceRangeOf(view, kpi, delay) }));
};
