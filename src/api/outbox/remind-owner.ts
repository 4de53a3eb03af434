import { kpiOf } from '../../domain/people.ts';
import { ok } from '../../domain/result.ts';
import { advance } from '../../domain/timeline.ts';
import { timelineOf } from '../state/engine.ts';
import type { JobHandler } from './job-outcome.ts';
import { mailboxesOf } from './mailboxes.ts';

/** Reminds the owner of a report that is still awaited. */
export const remindOwner: JobHandler<'remind'> = async (context, tenant, { kpi: id, report }) => {
  const { notifier, tenants, clock } = context;
  const state = await tenants.read(tenant);
  const { facts, evaluation } = advance(timelineOf(state), clock.now());
  const kpi = kpiOf(facts.portfolio, id);
  const known = evaluation.kpis.get(id);
  const awaited = known?.nextReport === report || known?.missingReport === report;
  const [owner] = kpi ? mailboxesOf(facts.portfolio, [kpi.owner]) : [];
  if (!notifier || !kpi || !owner || !awaited) return ok([]);
  const text = `The report on ${kpi.name} is due on ${report}.`;
  const told = await notifier.remind({ person: owner, kpi: id, text, key: `${tenant}:${id}:${report}` });
  return told.ok ? ok([]) : told;
};
