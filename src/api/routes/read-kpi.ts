import { err, ok } from '../../domain/result.ts';
import type { Handler } from '../http/handler.ts';
import { problem } from '../http/problem-response.ts';
import { presentKpi } from '../present/present-kpi.ts';
import { viewFor } from '../view.ts';

/** One KPI: price, chart, reasons, history. SCREENS.md 03. */
export const readKpi: Handler<'readKpi'> = async (context, call) => {
  const view = await viewFor(context, call, call.query.asOf);
  const kpi = view.facts.portfolio.kpis.find(({ id }) => id === call.params.kpi);
  if (!kpi) return err(problem('not-found'));
  const cases = view.facts.recalibrations.filter(({ cause }) => cause === kpi.id);
  const subjects = [kpi.id, ...cases.map(({ id }) => id)];
  const entries = await context.tenants.entriesAbout(call.caller.tenant, subjects);
  const until = entries.filter(({ at }) => at <= view.asOf);
  return ok(presentKpi(view, kpi, until));
};
