import { evaluatePriced } from '../domain/evaluation-priced.ts';
import { preparePricing } from '../domain/price-prepare.ts';
import { type TimelineState, advance } from '../domain/timeline.ts';
import type { Instant } from '../domain/zoned-time.ts';
import type { ApiContext } from './context.ts';
import type { Caller } from './http/handler.ts';
import { systemDrafts, timelineOf } from './state/engine.ts';
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
  return viewOf(cut, advance(timelineOf(cut), asOf), { ...reader, now, asOf });
}

/** A view of any timeline that grew from a state, written or only tried. */
export function viewOf(
  state: TenantState,
  timeline: TimelineState,
  { caller, locale, now, asOf }: ViewReader & { readonly now: Instant; readonly asOf: Instant },
): ViewContext {
  const { facts } = timeline;
  const evaluation = evaluatePriced(facts, asOf, timeline.evaluation);
  const base = timelineOf(state);
  const later = systemDrafts(base, timeline).flatMap(({ at, event }) =>
    event.type === 'status-changed' ? [{ ...event.data, at }] : [],
  );
  return {
    tenantName: state.name,
    began: state.began,
    facts,
    timeline: { since: timeline.since, transitions: [...state.transitions, ...later] },
    evaluation,
    pricing: preparePricing(facts.portfolio, evaluation),
    workbooks: state.workbooks,
    entryOf: state.entryOf,
    reader: caller.person,
    locale,
    now,
    asOf,
  };
}
