import type { AdoptionOutcome } from '../../contract/adoption.ts';
import type { Problem } from '../../contract/problem.ts';
import { err, ok } from '../../domain/result.ts';
import { type RowJudgement, judgeRows } from '../adoption/judge-rows.ts';
import { mayAdoptInto } from '../auth/policies.ts';
import type { ApiContext } from '../context.ts';
import type { Call, Handler } from '../http/handler.ts';
import { problem } from '../http/problem-response.ts';
import type { LedgerEvent } from '../ledger/ledger-event.ts';
import { presentKpiStatus } from '../present/present-status.ts';
import { type IndexedView, indexView, personRef } from '../present/view-index.ts';
import { type Moment, takenIn } from '../state/accept.ts';
import { timelineOf } from '../state/engine.ts';
import type { TenantState } from '../state/tenant-state.ts';
import { viewOf } from '../view.ts';

type AdoptCall = Call<'adoptKpis'>;

/** Rows of a sheet become KPIs: created, linked, or refused by name. A dry run stores nothing. */
export const adoptKpis: Handler<'adoptKpis'> = async (context, call) => {
  const { facts } = await context.tenants.read(call.caller.tenant);
  const refusal = initiativeRefusal(facts.portfolio.initiatives, call);
  if (refusal) return err(refusal);
  const { judgements, view } = call.body.dryRun ? await tried(context, call) : await stored(context, call);
  return ok({
    dryRun: call.body.dryRun,
    outcomes: judgements.map((one) => outcomeOf(one, view, call.body.dryRun)),
  });
};

function initiativeRefusal(
  initiatives: readonly Parameters<typeof mayAdoptInto>[1][],
  { body, caller }: AdoptCall,
): Problem | null {
  if (body.initiative === undefined) return null;
  const found = initiatives.find(({ id }) => id === body.initiative);
  if (!found) {
    const message = 'This initiative does not exist.';
    return problem('request-invalid', {
      errors: [{ at: 'initiative', rule: 'unknown-initiative', message }],
    });
  }
  const detail = `Only ${found.function} and leaders put KPIs under “${found.name}”.`;
  return mayAdoptInto(caller.person, found) ? null : problem('not-allowed', { detail });
}

interface Adopted {
  readonly judgements: readonly RowJudgement[];
  readonly view: IndexedView;
}

async function stored(context: ApiContext, call: AdoptCall): Promise<Adopted> {
  const { tenant, person } = call.caller;
  const { result, state, now } = await context.tenants.accept(tenant, (moment) => {
    const judgements = judge(moment, call);
    const drafts = events(judgements, moment.state, call).map((event) => ({ actor: person.id, event }));
    return { drafts, result: judgements };
  });
  return {
    judgements: result,
    view: indexView(viewOf(state, timelineOf(state), { ...call, now, asOf: now })),
  };
}

async function tried(context: ApiContext, call: AdoptCall): Promise<Adopted> {
  const moment = await context.tenants.peek(call.caller.tenant);
  const { state, timeline, now } = moment;
  const judgements = judge(moment, call);
  const then = takenIn(state, timeline, { events: events(judgements, state, call), now });
  return { judgements, view: indexView(viewOf(state, then, { ...call, now, asOf: now })) };
}

function judge({ facts, now }: Moment, { body, caller, lines }: AdoptCall): readonly RowJudgement[] {
  return judgeRows(facts, lines, { person: caller.person, now, initiative: body.initiative });
}

function events(
  judgements: readonly RowJudgement[],
  { workbooks }: TenantState,
  { body: { workbook } }: AdoptCall,
): readonly LedgerEvent[] {
  const tied = new Set(workbooks.get(workbook)?.kpis);
  return judgements.flatMap((one): LedgerEvent[] => {
    if (one.kind === 'refused') return [];
    const row = one.row.id;
    if (one.kind === 'created') return [{ type: 'kpi-adopted', v: 1, data: { kpi: one.kpi, workbook, row } }];
    return tied.has(one.kpi.id)
      ? []
      : [{ type: 'kpi-linked', v: 1, data: { kpi: one.kpi.id, workbook, row } }];
  });
}

function outcomeOf(one: RowJudgement, view: IndexedView, dryRun: boolean): AdoptionOutcome {
  const { ref, name } = one.row;
  if (one.kind === 'refused') return { outcome: 'refused', ref, name: name ?? '', errors: [...one.errors] };
  const { kpi, hint, kind } = one;
  return {
    outcome: kind,
    ref,
    kpi: dryRun && kind === 'created' ? null : kpi.id,
    name: kpi.name,
    owner: personRef(view.personOf(kpi.owner)),
    status: presentKpiStatus(view, kpi.id),
    hint,
  };
}
