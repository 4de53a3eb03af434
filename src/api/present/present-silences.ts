import type { SilenceLine } from '../../contract/candour-view.ts';
import type { Kpi, KpiId } from '../../domain/portfolio.ts';
import type { KpiState } from '../../domain/status.ts';
import { dateIn, dayMonth, listing, nearDate, quantity, weekdayDate } from '../../domain/words/format.ts';
import { shortPrice } from '../../domain/words/price-words.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import { iso } from './present-status.ts';
import { type IndexedView, personRef } from './view-index.ts';

/** A reminder that went out. */
export interface SentReminder {
  readonly kpi: KpiId;
  /** The due date of the report it was about. */
  readonly report: string;
  readonly at: Instant;
}

/** Who is silent, longest first: the KPI, since when, who was reminded. DESIGN.md 3.4. */
export function presentSilences(view: IndexedView, reminders: readonly SentReminder[]): SilenceLine[] {
  return view.facts.portfolio.kpis
    .flatMap((kpi) => {
      const state = view.stateOf(kpi.id);
      return state && state.silentSince !== null ? [{ kpi, state, since: state.silentSince }] : [];
    })
    .toSorted((a, b) => a.since - b.since)
    .map(({ kpi, state, since }) => ({
      kpi: { id: kpi.id, name: kpi.name },
      since: iso(since) ?? '',
      sinceWords: `since ${nearDate(dateIn(since, view.words), view.words)}`,
      sentence: sentence(view, kpi, state),
      caption: caption(view, kpi, remindedOn(view, reminders, { kpi: kpi.id, report: state.missingReport })),
      owner: personRef(view.personOf(kpi.owner)),
      ask: ask(view, kpi),
    }));
}

function sentence(
  view: IndexedView,
  kpi: Kpi,
  { missingReport, lastReading, longSilentFrom }: KpiState,
): string {
  const last = lastReading
    ? `last reading ${quantity(lastReading.value, kpi.unit, view.words)} on ${dayMonth(lastReading.date, view.words)}`
    : 'there is no reading yet';
  const due = missingReport === null ? '' : ` due ${weekdayDate(missingReport, view.words)}`;
  return `The report${due} is missing; ${last}. ${consequence(view, kpi.id, longSilentFrom)}`;
}

function consequence(view: IndexedView, kpi: KpiId, longSilentFrom: Instant | null): string {
  const start = view.answering(kpi)?.meeting?.start;
  if (start !== undefined)
    return `The recalibration is on ${weekdayDate(dateIn(start, view.words), view.words)}.`;
  if (longSilentFrom === null || longSilentFrom <= view.asOf) return 'Its recalibration is open.';
  return `Without a report by ${weekdayDate(dateIn(longSilentFrom - 1, view.words), view.words)}, a recalibration is booked.`;
}

function remindedOn(
  view: IndexedView,
  reminders: readonly SentReminder[],
  { kpi, report }: { readonly kpi: KpiId; readonly report: string | null },
): readonly string[] {
  return reminders
    .filter((one) => one.kpi === kpi && one.report === report && one.at <= view.asOf)
    .map(({ at }) => dayMonth(dateIn(at, view.words), view.words));
}

function caption(view: IndexedView, kpi: Kpi, reminded: readonly string[]): string {
  const told = reminded.length === 0 ? [] : [`reminded ${listing(reminded)}`];
  const price = view.priceOf(kpi.id);
  const costs = price.cost === null ? [] : [`two weeks cost ${shortPrice(price, view.words)}`];
  return [view.personOf(kpi.owner).name, ...told, ...costs].join(' · ');
}

function ask(view: IndexedView, kpi: Kpi): string | null {
  const { mail } = view.personOf(kpi.owner);
  return mail === undefined
    ? null
    : `mailto:${encodeURIComponent(mail).replaceAll('%40', '@')}?subject=${encodeURIComponent(kpi.name)}`;
}
