import { isOpen } from '../../domain/recalibration.ts';
import type { CostRow, PortfolioView } from '../../contract/portfolio-view.ts';
import type { RichText } from '../../contract/primitives.ts';
import type { Kpi } from '../../domain/portfolio.ts';
import { countWord, dayMonth, days, nearDate, statusWord } from '../../domain/words/format.ts';
import { localDate } from '../../domain/zoned-time.ts';
import type { ViewContext } from '../view-context.ts';
import { meetingLine } from './present-meeting.ts';
import { presentFindings } from './present-findings.ts';
import { presentMatrix } from './present-matrix.ts';
import { happens, presentPrice, sentenceParts } from './present-price.ts';
import { hasLeftGreen, iso, presentKpiStatus, shownOf } from './present-status.ts';
import { presentTree } from './present-tree.ts';
import { DEFAULT_DELAY_DAYS, functionOf, type IndexedView, indexView, personRef } from './view-index.ts';

/** The ten-second answer, the tree and the matrix (SCREENS.md 02). */
export function presentPortfolio(context: ViewContext): PortfolioView {
  const view = indexView(context);
  const left = leftGreenDearestFirst(view);
  const costs = left.filter((kpi) => (view.priceOf(kpi.id).cost ?? 0) > 0);
  const costless = left.filter((kpi) => !costs.includes(kpi));
  const { portfolio } = view.facts;
  return {
    asOf: iso(view.asOf) ?? '',
    timeZone: portfolio.timeZone,
    currency: portfolio.currency,
    sentence: headline(view, costs[0]),
    costs: costs.map((kpi) => presentCost(view, kpi)),
    costless: costlessLine(view, costless, costs.length),
    rows: presentTree(view),
    matrix: presentMatrix(view),
    findings: presentFindings(view),
    functions: [...new Set(portfolio.initiatives.map((initiative) => initiative.function))].toSorted(),
  };
}

function leftGreenDearestFirst(view: IndexedView): readonly Kpi[] {
  return view.facts.portfolio.kpis
    .filter((kpi) => hasLeftGreen(view.stateOf(kpi.id)) && shownOf(view, kpi.id) !== 'stopped')
    .toSorted(
      (a, b) =>
        (view.priceOf(b.id).cost ?? -1) - (view.priceOf(a.id).cost ?? -1) ||
        urgency(view, b) - urgency(view, a),
    );
}

/** Among equals in price a measured fault is told before a missing report. */
function urgency(view: IndexedView, { id }: Kpi): number {
  const status = view.stateOf(id)?.status;
  if (status === 'red') return 2;
  return status === 'yellow' ? 1 : 0;
}

function headline(view: IndexedView, dearest: Kpi | undefined): RichText {
  const decisions = openDecisions(view);
  if (dearest) return [...sentenceParts(view, view.priceOf(dearest.id)), { text: ` ${decisions}` }];
  return [{ text: `Nothing that left Green costs money in the next two weeks. ${decisions}` }];
}

function openDecisions(view: IndexedView): string {
  const open = view.facts.recalibrations.filter(isOpen);
  const overdue = open.filter((one) => one.revision > 1 || one.state === 'alarm').length;
  if (open.length === 0) return 'No decision is open.';
  const count = open.length === 1 ? 'One decision is open' : `${countWord(open.length)} decisions are open`;
  if (overdue === 0) return `${count}.`;
  return `${count}; ${countWord(overdue).toLowerCase()} ${overdue === 1 ? 'is' : 'are'} overdue.`;
}

function presentCost(view: IndexedView, kpi: Kpi): CostRow {
  const status = presentKpiStatus(view, kpi.id);
  const owner = view.personOf(kpi.owner);
  const since = view.timeline.since.get(kpi.id);
  const sinceLine =
    since === undefined ? '' : ` since ${nearDate(localDate(since, view.words.timeZone), view.words)}`;
  const answer = view.answering(kpi.id);
  const price = presentPrice(view, kpi.id, DEFAULT_DELAY_DAYS);
  return {
    kpi: kpi.id,
    name: kpi.name,
    status,
    caption: `${statusWord(status.status)}${sinceLine} · ${[owner.name, functionOf(view, kpi)].filter(Boolean).join(', ')}`,
    price,
    happens: happens(view, view.priceOf(kpi.id)),
    hurts: price.owners.filter(({ id }) => id !== kpi.owner && id !== answer?.decisionMaker),
    decides: answer ? personRef(view.personOf(answer.decisionMaker)) : null,
    when: answer ? meetingLine(view, answer) : 'no meeting yet',
  };
}

function costlessLine(view: IndexedView, kpis: readonly Kpi[], costing: number): RichText {
  if (kpis.length === 0) return [];
  const more = costing > 0 ? `${countWord(kpis.length)} more` : countWord(kpis.length);
  const verb = kpis.length === 1 ? 'has left Green and costs' : 'have left Green and cost';
  const named = kpis.slice(0, 5).flatMap((kpi, index): RichText => {
    const joint = index === 0 ? '' : index === Math.min(kpis.length, 5) - 1 ? ' and ' : ', ';
    return [{ text: joint }, { text: kpi.name, kpi: kpi.id }, { text: ` (${marginOf(view, kpi)})` }];
  });
  const rest = kpis.length > 5 ? ` and ${kpis.length - 5} more` : '';
  return [{ text: `${more} ${verb} nothing yet: ` }, ...named, { text: `${rest}.` }];
}

function marginOf(view: IndexedView, kpi: Kpi): string {
  const state = view.stateOf(kpi.id);
  const silent = state?.status === 'silent' ? ', Silent' : '';
  if (view.priceOf(kpi.id).cost === null) return `no price${silent}`;
  if (kpi.kind === 'keep') return `due ${dayMonth(kpi.plan.due, view.words)}${silent}`;
  return `${days(view.priceOf(kpi.id).room, view.words)} of float${silent}`;
}
