import { isOpen } from '../../domain/recalibration.ts';
import type { DependencyView, KpiView } from '../../contract/kpi-view.ts';
import { daysBetween } from '../../domain/civil-date.ts';
import { whoMayDecide } from '../../domain/decision-rules.ts';
import type { Dependency, Kpi } from '../../domain/portfolio.ts';
import { dateTime, dayMonth, days, figure, statusWord } from '../../domain/words/format.ts';
import type { LedgerEntry } from '../ledger/ledger-event.ts';
import type { ViewContext } from '../view-context.ts';
import { cadenceWords } from './cadence-words.ts';
import { pathWords } from './path-words.ts';
import { decideBy } from '../../domain/recalibration-escalation.ts';
import { presentChart } from './present-chart.ts';
import { presentHistory } from './present-history.ts';
import { meetingLine, presentMeeting } from './present-meeting.ts';
import { priceRangeOf } from './price-range-of.ts';
import { presentPriceAndRange } from './present-price.ts';
import { iso, presentKpiStatus } from './present-status.ts';
import {
  DEFAULT_DELAY_DAYS,
  functionOf,
  type IndexedView,
  indexView,
  objectivesAbove,
  personRef,
} from './view-index.ts';

/** One KPI: price, chart, why, dependencies, history (SCREENS.md 03). `entries`: what was recorded about it. */
export function presentKpi(context: ViewContext, kpi: Kpi, entries: readonly LedgerEntry[]): KpiView {
  const view = indexView(context);
  const dependencies = view.facts.portfolio.dependencies;
  const delay = DEFAULT_DELAY_DAYS;
  // Drawn once: the dates of its finish are those of the chart, whatever the delay.
  const range = priceRangeOf(view, kpi.id, delay);
  return {
    asOf: iso(view.asOf) ?? '',
    timeZone: view.words.timeZone,
    kpi: presentIdentity(view, kpi),
    status: presentKpiStatus(view, kpi.id),
    price: presentPriceAndRange(view, { kpi: kpi.id, delay, range }),
    chart: presentChart(view, kpi, range?.finish ?? null),
    meeting: presentAnswer(view, kpi),
    waitsFor: [
      ...presentWaits(view, kpi),
      ...dependencies.filter(({ to }) => to === kpi.id).map((one) => presentNeighbour(view, one, one.from)),
    ],
    othersWait: dependencies
      .filter(({ from }) => from === kpi.id)
      .map((one) => presentNeighbour(view, one, one.to)),
    history: presentHistory(view, kpi, entries),
  };
}

function presentIdentity(view: IndexedView, kpi: Kpi): KpiView['kpi'] {
  const owner = view.personOf(kpi.owner);
  const initiative = view.initiativeOf(kpi.initiative);
  const captions = [
    [owner.name, functionOf(view, kpi)].filter(Boolean).join(', '),
    initiative?.name ?? '',
    pathWords(view, kpi),
    cadenceWords(kpi.cadence),
  ];
  return {
    id: kpi.id,
    name: kpi.name,
    unit: kpi.unit,
    kind: kpi.kind,
    owner: personRef(owner),
    initiative: initiative ? { id: initiative.id, name: initiative.name } : null,
    objectives: objectivesAbove(view, kpi).map(({ id, name }) => ({ id, name })),
    captions: captions.filter((caption) => caption !== ''),
  };
}

function presentAnswer(view: IndexedView, kpi: Kpi): KpiView['meeting'] {
  const answer = view.answering(kpi.id);
  if (!answer) return null;
  const decider = view.personOf(answer.decisionMaker).name;
  const by = decideBy(view.facts.portfolio, answer);
  const held = isOpen(answer) && answer.meeting !== undefined && answer.meeting.end <= view.asOf;
  const line = held ? `Held ${meetingLine(view, answer)}. No decision yet.` : meetingLine(view, answer);
  return {
    recalibration: answer.id,
    line: answer.meeting || !isOpen(answer) ? line : 'The meeting is being booked',
    caption: isOpen(answer)
      ? `${decider} decides${by === null ? '' : ` by ${dateTime(by, view.words)}`}`
      : `${decider} decided`,
    meeting: presentMeeting(view, answer),
    mayDecide:
      isOpen(answer) &&
      view.asOf >= view.now &&
      whoMayDecide(view.facts, answer.cause, answer).includes(view.reader.id),
  };
}

function presentWaits(view: IndexedView, kpi: Kpi): DependencyView[] {
  return (view.stateOf(kpi.id)?.waits ?? []).map((wait) => ({
    kpi: null,
    name: wait.what,
    caption: [
      wait.kind.replaceAll('-', ' '),
      `expected ${dayMonth(wait.expectedBy, view.words)}`,
      ...(wait.expectedBy < view.today
        ? [`${days(daysBetween(wait.expectedBy, view.today), view.words)} over`]
        : []),
    ].join(', '),
    crossing: null,
  }));
}

function presentNeighbour(view: IndexedView, dependency: Dependency, other: string): DependencyView {
  const found = view.kpiOf(other);
  const [from, to] = [view.kpiOf(dependency.from), view.kpiOf(dependency.to)];
  const [before, after] = [from && functionOf(view, from), to && functionOf(view, to)];
  return {
    kpi: other,
    name: view.nameOf(other),
    caption: found ? neighbourCaption(view, dependency, found) : '',
    crossing: before && after && before !== after ? `Crosses from ${before} to ${after}` : null,
  };
}

function neighbourCaption(view: IndexedView, dependency: Dependency, other: Kpi): string {
  const verb = dependency.type === 'finish-to-start' ? 'starts' : 'finishes';
  const relation = dependency.to === other.id ? `${verb} when this ends` : `this ${verb} when it ends`;
  const lag = dependency.lagDays === 0 ? '' : `, ${days(dependency.lagDays, view.words)} later`;
  const state = view.stateOf(other.id);
  const float =
    state?.float === null || state === undefined ? [] : [`float ${figure(state.float, view.words, 0)}`];
  const owner = [functionOf(view, other), view.personOf(other.owner).name].filter(Boolean).join(', ');
  return [owner, relation + lag, statusWord(presentKpiStatus(view, other.id).status), ...float].join('; ');
}
