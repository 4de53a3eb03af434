import type { RecalibrationView } from '../../contract/recalibration-view.ts';
import { addDays } from '../../domain/civil-date.ts';
import { whoMayDecide } from '../../domain/decision-rules.ts';
import { deciderAt } from '../../domain/people.ts';
import type { Initiative, Kpi } from '../../domain/portfolio.ts';
import { price } from '../../domain/price.ts';
import { isOpen, type Recalibration } from '../../domain/recalibration.ts';
import { clockTime, dateIn, days, money, weekdayDate } from '../../domain/words/format.ts';
import type { ViewContext } from '../view-context.ts';
import { decideBy } from '../../domain/recalibration-escalation.ts';
import { presentAttendees } from './present-attendees.ts';
import { presentFacts } from './present-facts.ts';
import { presentPrice } from './present-price.ts';
import { presentCard } from './present-recalibrations.ts';
import { iso } from './present-status.ts';
import { DEFAULT_DELAY_DAYS, type IndexedView, indexView } from './view-index.ts';

/** Everything the decision form needs (SCREENS.md 06). */
export function presentRecalibration(context: ViewContext, recalibration: Recalibration): RecalibrationView {
  const view = indexView(context);
  const kpi = view.kpiOf(recalibration.cause);
  const refusal = refusalOf(view, recalibration);
  return {
    asOf: iso(view.asOf) ?? '',
    card: presentCard(view, recalibration).card,
    price: presentPrice(view, recalibration.cause, DEFAULT_DELAY_DAYS),
    facts: presentFacts(view, recalibration),
    attendees: presentAttendees(view, recalibration),
    otherwise: otherwiseLine(view, recalibration),
    sources: view.facts.portfolio.initiatives
      .filter(({ id }) => id !== kpi?.initiative)
      .map((initiative) => presentSource(view, initiative)),
    stopConsequence: stopConsequence(view, kpi),
    plan: {
      kind: kpi?.kind ?? 'reach',
      due: kpi?.plan.due ?? view.today,
      target: kpi?.kind === 'reach' ? kpi.plan.target : null,
      unit: kpi?.unit ?? '',
    },
    mayDecide: refusal === null,
    refusal,
    earliestReview: addDays(view.today, 1),
    suggestedReview: addDays(view.today, DEFAULT_DELAY_DAYS),
  };
}

function refusalOf(view: IndexedView, recalibration: Recalibration): string | null {
  if (view.asOf < view.now) return 'This is a past moment. Decisions are recorded now.';
  if (!isOpen(recalibration)) return 'This recalibration is closed.';
  if (whoMayDecide(view.facts, recalibration.cause, recalibration).includes(view.reader.id)) return null;
  return `${view.personOf(recalibration.decisionMaker).name} decides.`;
}

/** "On Fri 13 Mar at 10:45 the decision goes to Erika Brandt, with a new meeting." */
function otherwiseLine(view: IndexedView, recalibration: Recalibration): string {
  const by = decideBy(view.facts.portfolio, recalibration);
  const when = by === null ? 'One working day after the meeting' : momentLine(view, by);
  const above = deciderAt(view.facts.portfolio, recalibration.cause, recalibration.revision + 1);
  if (above === recalibration.decisionMaker) {
    return `${when} the decision comes back to ${view.personOf(above).name}, with a new meeting: nobody stands above.`;
  }
  return `${when} the decision goes to ${view.personOf(above).name}, with a new meeting.`;
}

function momentLine(view: IndexedView, at: number): string {
  return `On ${weekdayDate(dateIn(at, view.words), view.words)} at ${clockTime(at, view.words)}`;
}

/** "It has no float either: each day lost there costs €8,571." */
function presentSource(view: IndexedView, initiative: Initiative): RecalibrationView['sources'][number] {
  const kpis = view.facts.portfolio.kpis.filter((kpi) => kpi.initiative === initiative.id);
  const cost = (kpi: Kpi): number => view.priceOf(kpi.id).cost ?? -1;
  const dearest = kpis.toSorted((a, b) => cost(b) - cost(a))[0];
  return {
    initiative: initiative.id,
    name: initiative.name,
    kpi: dearest?.id ?? null,
    sentence: dearest
      ? takingFrom(view, dearest)
      : `${initiative.name} has no KPI yet: what it loses is unknown.`,
  };
}

function takingFrom(view: IndexedView, kpi: Kpi): string {
  const { room } = view.priceOf(kpi.id);
  const perDay = price(view.pricing(), kpi.id, 1).cost ?? 0;
  if (perDay > 0) {
    return `This takes from ${kpi.name}. It has no float either: each day lost there costs ${money(perDay, view.words)}.`;
  }
  return room > 0
    ? `This takes from ${kpi.name}. It has ${days(room, view.words)} of float.`
    : `This takes from ${kpi.name}. It has no float; a delay there has no price.`;
}

function stopConsequence(view: IndexedView, kpi: Kpi | undefined): string {
  const initiative = view.initiativeOf(kpi?.initiative);
  if (!initiative) return 'The KPI no longer counts.';
  const owners = view.facts.portfolio.kpis
    .filter((one) => one.initiative === initiative.id)
    .map((one) => view.personOf(one.owner).name);
  const names = [...new Set(owners)];
  return `End ${initiative.name}. Its ${owners.length === 1 ? 'KPI no longer counts' : 'KPIs no longer count'}; freed: ${names.join(', ')}.`;
}
