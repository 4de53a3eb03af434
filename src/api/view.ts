import { evaluatePriced } from '../domain/evaluation-priced.ts';
import { pricingOf } from '../domain/pricing-of.ts';
import type { Evaluation } from '../domain/status.ts';
import type { TimelineState } from '../domain/timeline.ts';
import type { Instant } from '../domain/zoned-time.ts';
import type { ApiContext } from './context.ts';
import type { Caller } from './http/handler.ts';
import { systemDrafts, timelineAt, timelineOf } from './state/engine.ts';
import type { TenantState } from './state/tenant-state.ts';
import type { ViewContext } from './view-context.ts';

/** What a view is rendered for. */
export interface ViewReader {
  readonly caller: Caller;
  readonly locale: string;
}

/** Everything a presenter may look at: now, or as it would have been seen at a past moment, by replay. */
export async function viewFor(
  { tenants, clock }: Pick<ApiContext, 'tenants' | 'clock'>,
  reader: ViewReader,
  past?: string,
): Promise<ViewContext> {
  const state = await tenants.read(reader.caller.tenant);
  const now = Math.max(clock.now(), state.at);
  const asOf = past === undefined ? now : Math.min(now, Date.parse(past));
  const cut = asOf < state.at ? await tenants.readAt(reader.caller.tenant, asOf) : state;
  return viewOf(cut, timelineAt(cut, asOf), { ...reader, now, asOf });
}

/** A view of any timeline that grew from a state, written or only tried. */
export function viewOf(
  state: TenantState,
  timeline: TimelineState,
  { caller, locale, now, asOf }: ViewReader & { readonly now: Instant; readonly asOf: Instant },
): ViewContext {
  const { facts } = timeline;
  const evaluation = evaluationAt(timeline, asOf);
  const base = timelineOf(state);
  const later = systemDrafts(base, timeline).flatMap(({ at, event }) =>
    event.type === 'status-changed' ? [{ ...event.data, at }] : [],
  );
  return {
    tenantName: state.name,
    began: state.began,
    facts,
    timeline: {
      since: timeline.since,
      transitions: later.length > 0 ? [...state.transitions, ...later] : state.transitions,
    },
    evaluation,
    pricing: () => pricingOf(facts.portfolio, evaluation),
    workbooks: state.workbooks,
    entryOf: state.entryOf,
    reader: caller.person,
    locale,
    now,
    asOf,
  };
}

/** What was last shown of a timeline; readers come one after another, and most of the time nothing has moved. */
const shown = new WeakMap<Evaluation, Evaluation>();

function evaluationAt({ facts, evaluation }: TimelineState, asOf: Instant): Evaluation {
  const last = shown.get(evaluation);
  const before = last && last.asOf <= asOf ? last : evaluation;
  const now = evaluatePriced(facts, asOf, before);
  shown.set(evaluation, now);
  return now;
}
