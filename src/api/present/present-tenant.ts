import type { LedgerView, MeView, PricingView } from '../../contract/tenant-view.ts';
import type { LedgerPage } from '../state/tenants.ts';
import type { ViewContext } from '../view-context.ts';
import { ledgerLine } from './ledger-line.ts';
import { iso } from './present-status.ts';
import { indexView, personRef } from './view-index.ts';

/** The caller and what the caller may do. */
export function presentMe(context: ViewContext, abilities: MeView['abilities']): MeView {
  const view = indexView(context);
  const { portfolio } = view.facts;
  return {
    person: personRef(view.reader),
    appRole: view.reader.appRole,
    abilities,
    tenant: { name: view.tenantName, timeZone: portfolio.timeZone, currency: portfolio.currency },
    now: iso(view.now) ?? '',
    today: view.today,
    initiatives: portfolio.initiatives.map(({ id, name, objective }) => ({
      id,
      name,
      objective: view.nameOf(objective),
    })),
  };
}

/** The network for the slider, with the names its sentences need. */
export function presentPricing(context: ViewContext): PricingView {
  const view = indexView(context);
  const { kpis, objectives, initiatives, people, currency } = view.facts.portfolio;
  const named = [...kpis, ...objectives, ...initiatives, ...people];
  return {
    asOf: iso(view.asOf) ?? '',
    currency,
    today: view.today,
    names: Object.fromEntries(named.map(({ id, name }) => [id, name])),
    network: view.pricing(),
  };
}

/** Who changed what, newest first, a page at a time. */
export function presentLedger(context: ViewContext, { head, entries }: LedgerPage): LedgerView {
  const view = indexView(context);
  const first = entries[0]?.seq ?? 1;
  return {
    head: head.seq > 0 ? { seq: head.seq, hash: head.hash } : null,
    entries: entries.toReversed().map((entry) => ({
      seq: entry.seq,
      at: new Date(entry.at).toISOString(),
      actor: entry.actor === 'system' ? 'Lastmile' : view.personOf(entry.actor).name,
      type: entry.event.type,
      line: ledgerLine(view, entry.event),
      hash: entry.hash,
    })),
    next: first > 1 ? first : null,
  };
}
