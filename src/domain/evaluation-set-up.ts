import type { Decision } from './decision.ts';
import type { Facts } from './facts.ts';
import { groupBy } from './group-by.ts';
import { indexOf } from './indexed-map.ts';
import type { OwnerDays } from './kpi-record.ts';
import { type NetworkPlan, planNetwork } from './network.ts';
import { withPlanInForce } from './plan-in-force.ts';
import { type PlanTime, planTimeOf } from './plan-time.ts';
import type { KpiId, Person, PersonId, Portfolio } from './portfolio.ts';
import { type Tree, treeOf } from './roll-up-tree.ts';
import { type StoppedWork, stopOf, stoppedWork } from './stopped-work.ts';
import { workDaysOf } from './work-days.ts';
import type { Instant, TimeZone } from './zoned-time.ts';

/** What moves neither with time nor with check-ins: only a changed portfolio, a decision or a plan makes it anew. */
export interface SetUp {
  /** KPIs with the plan in force. */
  readonly portfolio: Portfolio;
  /** Where each KPI stands in the portfolio. */
  readonly indexOf: ReadonlyMap<KpiId, number>;
  readonly stopped: StoppedWork;
  readonly time: PlanTime;
  readonly network: NetworkPlan;
  /** By the KPI's index in the portfolio. */
  readonly days: readonly OwnerDays[];
  /** By what they say, so that equal ones are one object. */
  readonly knownDays: ReadonlyMap<string, OwnerDays>;
  /** The place in the network; -1 for keep KPIs and stopped ones. */
  readonly placeOf: Int32Array;
  /** The KPI's index in the portfolio, by place in the network. */
  readonly indexAt: Int32Array;
  readonly zones: readonly TimeZone[];
  readonly tree: Tree;
  /** At this moment a decision or a revision that the facts hold already comes into force. */
  readonly until: Instant;
}

export function setUpOf(facts: Facts, asOf: Instant, before?: SetUp): SetUp {
  const decisions = decisionsBy(facts, asOf);
  const byCause = groupBy(decisions, ({ cause }) => cause);
  const kpis = facts.portfolio.kpis.map((kpi) => withPlanInForce(kpi, byCause.get(kpi.id) ?? [], asOf));
  const stopped = stoppedWork(decisions, new Map(kpis.map((kpi) => [kpi.id, kpi])));
  const portfolio = { ...facts.portfolio, kpis };
  const network = planNetwork({ ...portfolio, kpis: kpis.filter((kpi) => !stopOf(kpi, stopped)) });
  const knownDays = new Map(before?.knownDays);
  const placeOf = Int32Array.from(kpis, ({ id }) => network.placeOf.get(id) ?? -1);
  const daysOf = ownerDays(portfolio, knownDays);
  const days = kpis.map(({ owner }) => daysOf(owner));
  return {
    portfolio,
    stopped,
    network,
    days,
    knownDays,
    indexOf: indexOf(kpis.map(({ id }) => id)),
    time: planTimeOf(portfolio.holidays),
    placeOf,
    indexAt: inverse(placeOf, network.order.length),
    zones: [...new Set(days.map(({ timeZone }) => timeZone))],
    tree: treeOf(portfolio),
    until: firstAfter(asOf, facts),
  };
}

function inverse(placeOf: Int32Array, places: number): Int32Array {
  const indexAt = new Int32Array(places).fill(-1);
  placeOf.forEach((place, index) => {
    if (place >= 0) indexAt[place] = index;
  });
  return indexAt;
}

/** Those made by a moment, in the order of time. */
export function decisionsBy({ decisions }: Facts, asOf: Instant): readonly Decision[] {
  return decisions.filter(({ at }) => at <= asOf).toSorted((a, b) => a.at - b.at);
}

function firstAfter(asOf: Instant, { decisions, portfolio }: Facts): Instant {
  let first = Infinity;
  const look = ({ at }: { readonly at: Instant }): void => {
    if (at > asOf && at < first) first = at;
  };
  decisions.forEach(look);
  for (const { revisions } of portfolio.kpis) revisions.forEach(look);
  return first;
}

/** Each owner's own zone and working week, the tenant's where they have none; made once per owner. */
function ownerDays(portfolio: Portfolio, known: Map<string, OwnerDays>): (owner: PersonId) => OwnerDays {
  const people = new Map(portfolio.people.map((person) => [person.id, person]));
  const holidays = new Set(portfolio.holidays);
  const { waitGraceDays, silenceGraceDays } = portfolio.settings;
  const ofOwner = new Map<PersonId, OwnerDays>();
  const make = (person: Person | undefined): OwnerDays => {
    const timeZone = person?.timeZone ?? portfolio.timeZone;
    const workWeek = person?.workWeek ?? portfolio.workWeek;
    const key = JSON.stringify([timeZone, workWeek.days, [...holidays], waitGraceDays, silenceGraceDays]);
    const workDays = workDaysOf({ workWeek, timeZone, holidays });
    const days = known.get(key) ?? { timeZone, workDays, waitGraceDays, silenceGraceDays };
    known.set(key, days);
    return days;
  };
  return (owner) => {
    const days = ofOwner.get(owner) ?? make(people.get(owner));
    ofOwner.set(owner, days);
    return days;
  };
}
