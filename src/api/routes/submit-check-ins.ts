import type { CheckInOutcome, CheckInReceipt } from '../../contract/check-in-batch.ts';
import { assertNever, ok } from '../../domain/result.ts';
import { type Judgement, judgeLines } from '../check-ins/judge-lines.ts';
import { type BeforeAndAfter, footerOf, verdictOn } from '../check-ins/verdict.ts';
import type { ApiContext } from '../context.ts';
import type { Call, Handler } from '../http/handler.ts';
import type { LedgerEvent } from '../ledger/ledger-event.ts';
import { indexView } from '../present/view-index.ts';
import { type Moment, takenIn } from '../state/accept.ts';
import { timelineOf } from '../state/engine.ts';
import type { TenantState } from '../state/tenant-state.ts';
import { viewOf } from '../view.ts';

type SubmitCall = Call<'submitCheckIns'>;

/** Readings in, computed statuses out. Good lines are stored, bad lines are named; a dry run stores nothing. */
export const submitCheckIns: Handler<'submitCheckIns'> = async (context, call) => {
  return ok(call.body.dryRun ? await tried(context, call) : await stored(context, call));
};

async function stored(context: ApiContext, call: SubmitCall): Promise<CheckInReceipt> {
  const { tenant, person } = call.caller;
  const { result, state, now } = await context.tenants.accept(tenant, (moment) => {
    const judgements = judge(moment, call);
    const drafts = events(judgements, call).map((event) => ({ actor: person.id, event }));
    return { drafts, result: { judgements, moment } };
  });
  const before = indexView(viewOf(result.moment.state, result.moment.timeline, { ...call, now, asOf: now }));
  const after = indexView(viewOf(state, timelineOf(state), { ...call, now, asOf: now }));
  return receipt(result.judgements, { before, after, dryRun: false }, state);
}

async function tried(context: ApiContext, call: SubmitCall): Promise<CheckInReceipt> {
  const moment = await context.tenants.peek(call.caller.tenant);
  const { state, timeline, now } = moment;
  const judgements = judge(moment, call);
  const then = takenIn(state, timeline, { events: events(judgements, call), now });
  const before = indexView(viewOf(state, timeline, { ...call, now, asOf: now }));
  const after = indexView(viewOf(state, then, { ...call, now, asOf: now }));
  return receipt(judgements, { before, after, dryRun: true }, state);
}

function judge(
  { facts, now, state: { entryOf } }: Moment,
  { lines, caller }: SubmitCall,
): readonly Judgement[] {
  return judgeLines(facts, lines, { person: caller.person, now, entryOf });
}

/** In order of date, as they were judged. */
function events(judgements: readonly Judgement[], { body }: SubmitCall): readonly LedgerEvent[] {
  const workbook = body.workbook === undefined ? {} : { workbook: body.workbook };
  return judgements
    .flatMap((one) => (one.kind === 'accepted' ? [one.checkIn] : []))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((checkIn) => ({ type: 'check-in-accepted', v: 1, data: { checkIn, ...workbook } }));
}

function receipt(
  judgements: readonly Judgement[],
  views: BeforeAndAfter,
  state: TenantState,
): CheckInReceipt {
  return {
    at: new Date(views.after.now).toISOString(),
    dryRun: views.dryRun,
    outcomes: judgements.map((one) => outcomeOf(one, views, state)),
    footer: footerOf(views),
  };
}

function idOf(one: Exclude<Judgement, { kind: 'refused' }>): string {
  return one.kind === 'repeated' ? one.of : one.line.id;
}

function outcomeOf(one: Judgement, views: BeforeAndAfter, { entryOf }: TenantState): CheckInOutcome {
  const { ref, kpi } = one.line;
  const entry = one.kind === 'refused' ? undefined : entryOf.get(idOf(one));
  switch (one.kind) {
    case 'refused':
      return { outcome: 'refused', ref, kpi, errors: [...one.errors] };
    case 'accepted':
      return { outcome: 'accepted', ref, kpi, entry: entry ?? null, verdict: verdictOn(kpi, views) };
    case 'repeated': {
      const verdict = verdictOn(kpi, { ...views, before: views.after });
      // Sent twice in one dry run: there is no entry to name.
      return entry === undefined
        ? { outcome: 'accepted', ref, kpi, entry: null, verdict }
        : { outcome: 'repeated', ref, kpi, entry, verdict };
    }
    default:
      return assertNever(one);
  }
}
