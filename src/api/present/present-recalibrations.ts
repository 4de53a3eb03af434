import type {
  DecisionView,
  RecalibrationCard,
  RecalibrationsView,
} from '../../contract/recalibration-view.ts';
import type { RichText } from '../../contract/primitives.ts';
import type { Decision } from '../../domain/decision.ts';
import { isOpen, type Recalibration } from '../../domain/recalibration.ts';
import { days, statusWord } from '../../domain/words/format.ts';
import type { ViewContext } from '../view-context.ts';
import { decideBy } from '../../domain/recalibration-escalation.ts';
import { decisionSummary } from './decision-summary.ts';
import { decisionOf, presentMeeting } from './present-meeting.ts';
import { shortPrice } from '../../domain/words/price-words.ts';
import { iso, presentKpiStatus, presentWhy } from './present-status.ts';
import { type IndexedView, indexView, personRef } from './view-index.ts';

const DAY = 86_400_000;

/** Booked, held, decided, reviewed; and how long decisions take (SCREENS.md 05). */
export function presentRecalibrations(context: ViewContext): RecalibrationsView {
  const view = indexView(context);
  const shown = view.facts.recalibrations.filter(
    (one) => one.state !== 'released' && one.state !== 'superseded',
  );
  const cards = shown.map((one) => presentCard(view, one)).toSorted(dearestFirst);
  const latency = shown.map((one) => latencyOf(view, one)).toSorted((a, b) => a.at.localeCompare(b.at));
  const median = medianOf(latency.filter((one) => !one.open).map((one) => one.days));
  return {
    asOf: iso(view.asOf) ?? '',
    sentence: headline(view, cards, median),
    medianDays: median,
    cards: cards.map(({ card }) => card),
    latency,
  };
}

interface PricedCard {
  readonly cost: number;
  readonly card: RecalibrationCard;
}

export function presentCard(view: IndexedView, recalibration: Recalibration): PricedCard {
  const { cause } = recalibration;
  const decision = decisionOf(view, recalibration);
  const price = view.priceOf(cause);
  const column = columnOf(view, recalibration);
  const by = decideBy(view.facts.portfolio, recalibration);
  return {
    cost: price.cost ?? -1,
    card: {
      id: recalibration.id,
      column,
      revision: recalibration.revision,
      kpi: { id: cause, name: view.nameOf(cause) },
      status: presentKpiStatus(view, cause),
      priceShort: shortPrice(price, view.words),
      headline: decision ? decisionSummary(view, decision) : presentWhy(view, cause),
      helpRequested: recalibration.helpRequested,
      openedAt: iso(recalibration.openedAt) ?? '',
      decideBy: iso(by),
      overdue: isOpen(recalibration) && (column === 'held' || recalibration.state === 'alarm'),
      meeting: presentMeeting(view, recalibration),
      decisionMaker: personRef(view.personOf(recalibration.decisionMaker)),
      decision: decision ? presentDecision(view, decision, recalibration) : null,
    },
  };
}

export function presentDecision(
  view: IndexedView,
  decision: Decision,
  recalibration: Recalibration | undefined,
): DecisionView {
  const { choice } = decision;
  const then = recalibration?.afterDecision?.find(({ kpi }) => kpi === decision.cause)?.status;
  const now = view.stateOf(decision.cause)?.status;
  const due = view.today >= decision.reviewDate;
  return {
    id: decision.id,
    at: iso(decision.at) ?? '',
    by: personRef(view.personOf(decision.by)),
    kind: choice.kind,
    reason: decision.reason,
    reviewDate: decision.reviewDate,
    ...(choice.kind === 'hold' && choice.commitDate ? { commitDate: choice.commitDate } : {}),
    summary: decisionSummary(view, decision),
    latencyDays: recalibration ? daysSince(firstOpened(view, recalibration), decision.at) : 0,
    statusThen: statusWord(then ?? 'yellow'),
    worked: due ? now === 'green' : null,
  };
}

function columnOf(view: IndexedView, recalibration: Recalibration): RecalibrationCard['column'] {
  if (recalibration.state === 'decided') {
    return (recalibration.coveredUntil ?? Infinity) > view.asOf ? 'decided' : 'reviewed';
  }
  const held = recalibration.meeting !== undefined && recalibration.meeting.end <= view.asOf;
  return held || recalibration.revision > 1 ? 'held' : 'booked';
}

function latencyOf(view: IndexedView, recalibration: Recalibration): RecalibrationsView['latency'][number] {
  const decision = decisionOf(view, recalibration);
  const opened = firstOpened(view, recalibration);
  return {
    recalibration: recalibration.id,
    name: view.nameOf(recalibration.cause),
    at: iso(decision?.at ?? view.asOf) ?? '',
    days: daysSince(opened, decision?.at ?? view.asOf),
    open: decision === undefined,
  };
}

/** Latency runs from the transition, so from the first revision of this case. */
function firstOpened(view: IndexedView, recalibration: Recalibration): number {
  const earlier = view.facts.recalibrations.filter(
    ({ cause, openedAt }) => cause === recalibration.cause && openedAt <= recalibration.openedAt,
  );
  return earlier.toReversed().find(({ revision }) => revision === 1)?.openedAt ?? recalibration.openedAt;
}

function daysSince(from: number, to: number): number {
  return Math.max(0, Math.round(((to - from) / DAY) * 10) / 10);
}

function headline(view: IndexedView, cards: readonly PricedCard[], median: number | null): RichText {
  const overdue = cards.find(({ card }) => card.overdue)?.card;
  const start: RichText =
    median === null
      ? [
          {
            text:
              cards.length === 0
                ? 'No KPI has needed a recalibration yet.'
                : 'No decision has been recorded yet.',
          },
        ]
      : [
          { text: 'Half of all decisions take ' },
          { text: days(median, view.words), strong: true },
          { text: ' or less.' },
        ];
  if (!overdue) return start;
  return [
    ...start,
    { text: ' Overdue: ' },
    { text: overdue.kpi.name, strong: true, kpi: overdue.kpi.id },
    { text: `, now with ${overdue.decisionMaker.name}.` },
  ];
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.length === 0 ? null : (sorted[Math.floor((sorted.length - 1) / 2)] ?? null);
}

function dearestFirst(a: PricedCard, b: PricedCard): number {
  return b.cost - a.cost;
}
