import { checkInsOf } from '../../domain/check-in-log.ts';
import type { PersonRef } from '../../contract/primitives.ts';
import type { CivilDate } from '../../domain/civil-date.ts';
import { objectivesUp } from '../../domain/people.ts';
import type { Initiative, Kpi, Objective, Person } from '../../domain/portfolio.ts';
import { price } from '../../domain/price.ts';
import { isCovering, isOpen, type Recalibration } from '../../domain/recalibration.ts';
import type { KpiState, Price } from '../../domain/status.ts';
import type { Reader } from '../../domain/words/format.ts';
import { localDate } from '../../domain/zoned-time.ts';
import type { ViewContext } from '../view-context.ts';

/** The delay every list prices (SCREENS.md 8, rule 3: "two more weeks"). */
export const DEFAULT_DELAY_DAYS = 14;

/** A view with its lookups: built once per request, so that no presenter searches a list twice. */
export interface IndexedView extends ViewContext {
  readonly today: CivilDate;
  readonly words: Reader;
  readonly personOf: (id: string) => Person;
  readonly kpiOf: (id: string) => Kpi | undefined;
  readonly initiativeOf: (id: string | undefined) => Initiative | undefined;
  readonly objectiveOf: (id: string | undefined) => Objective | undefined;
  readonly stateOf: (kpi: string) => KpiState | undefined;
  /** The price of two more weeks. */
  readonly priceOf: (kpi: string) => Price;
  /** The one that answers for this KPI now: open, booked, alarm, or decided and not yet reviewed. */
  readonly answering: (kpi: string) => Recalibration | undefined;
  readonly nameOf: (id: string) => string;
}

export function indexView(view: ViewContext): IndexedView {
  const { portfolio } = view.facts;
  const people = byId(portfolio.people);
  const kpis = byId(portfolio.kpis);
  const initiatives = byId(portfolio.initiatives);
  const objectives = byId(portfolio.objectives);
  const today = localDate(view.asOf, portfolio.timeZone);
  const prices = new Map<string, Price>();
  return {
    ...view,
    today,
    words: { locale: view.locale, timeZone: portfolio.timeZone, currency: portfolio.currency, today },
    personOf: (id) => people.get(id) ?? { id, name: id, appRole: 'Manager' },
    kpiOf: (id) => kpis.get(id),
    initiativeOf: (id) => (id === undefined ? undefined : initiatives.get(id)),
    objectiveOf: (id) => (id === undefined ? undefined : objectives.get(id)),
    stateOf: (kpi) => view.evaluation.kpis.get(kpi),
    priceOf: (kpi) => remembered(prices, kpi, () => price(view.pricing(), kpi, DEFAULT_DELAY_DAYS)),
    answering: answeringBy(view),
    nameOf: (id) => kpis.get(id)?.name ?? objectives.get(id)?.name ?? initiatives.get(id)?.name ?? id,
  };
}

/** The objectives above a KPI, root first. */
export function objectivesAbove(view: IndexedView, kpi: Kpi): readonly Objective[] {
  const { portfolio } = view.facts;
  return objectivesUp(portfolio, view.initiativeOf(kpi.initiative)?.objective).toReversed();
}

export function personRef({ id, name, role, function: team }: Person): PersonRef {
  return { id, name, ...(role ? { role } : {}), ...(team ? { function: team } : {}) };
}

/** Who sent a check-in; where nobody is named, the KPI's owner. */
export function senderOf(view: IndexedView, kpi: string, checkIn: string): Person {
  const sent = checkInsOf(view.facts.checkIns, kpi).find(({ id }) => id === checkIn);
  return view.personOf(sent?.by ?? view.kpiOf(kpi)?.owner ?? '');
}

/** A KPI's function is its initiative's; without one, its owner's. */
export function functionOf(view: IndexedView, kpi: Kpi): string | undefined {
  return view.initiativeOf(kpi.initiative)?.function ?? view.personOf(kpi.owner).function;
}

function answeringBy(view: ViewContext): IndexedView['answering'] {
  const answer = new Map<string, Recalibration>();
  for (const recalibration of view.facts.recalibrations) {
    if (!isCovering(recalibration, view.asOf) && !isOpen(recalibration)) continue;
    for (const kpi of recalibration.covers) answer.set(kpi, recalibration);
    if (!answer.has(recalibration.cause)) answer.set(recalibration.cause, recalibration);
  }
  return (kpi) => answer.get(kpi);
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function remembered<V>(memory: Map<string, V>, key: string, compute: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const value = compute();
  memory.set(key, value);
  return value;
}
