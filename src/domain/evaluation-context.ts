import { checkInsOf } from './check-in-log.ts';
import type { Decision } from './decision.ts';
import type { Facts } from './facts.ts';
import { groupBy } from './group-by.ts';
import { type KpiRecord, type OwnerDays, recordOf } from './kpi-record.ts';
import { type NetworkPlan, planNetwork } from './network.ts';
import { withPlanInForce } from './plan-in-force.ts';
import { type PlanTime, planTimeOf } from './plan-time.ts';
import type { Kpi, KpiId, Person, PersonId, Portfolio } from './portfolio.ts';
import { type StoppedWork, stopOf, stoppedWork } from './stopped-work.ts';
import { workDaysOf } from './work-days.ts';
import type { Instant } from './zoned-time.ts';

/** Everything the rules share at one moment. */
export interface EvaluationContext {
  readonly asOf: Instant;
  /** KPIs with the plan in force. */
  readonly portfolio: Portfolio;
  readonly time: PlanTime;
  readonly network: NetworkPlan;
  readonly stopped: StoppedWork;
  /** Of the KPIs that run. */
  readonly records: ReadonlyMap<KpiId, KpiRecord>;
}

export function contextOf(facts: Facts, asOf: Instant): EvaluationContext {
  const decisions = facts.decisions.filter(({ at }) => at <= asOf).toSorted((a, b) => a.at - b.at);
  const byCause = groupBy(decisions, ({ cause }) => cause);
  const kpis = facts.portfolio.kpis.map((kpi) => withPlanInForce(kpi, byCause.get(kpi.id) ?? [], asOf));
  const stopped = stoppedWork(decisions, new Map(kpis.map((kpi) => [kpi.id, kpi])));
  const running = kpis.filter((kpi) => stopOf(kpi, stopped) === undefined);
  const portfolio = { ...facts.portfolio, kpis };
  return {
    asOf,
    portfolio,
    stopped,
    time: planTimeOf(portfolio.holidays),
    network: planNetwork({ ...portfolio, kpis: running }),
    records: recordsOf(running, { facts, asOf, decisions }),
  };
}

function recordsOf(
  kpis: readonly Kpi[],
  { facts, asOf, decisions }: { facts: Facts; asOf: Instant; decisions: readonly Decision[] },
): ReadonlyMap<KpiId, KpiRecord> {
  const decided = decidedMoments(facts, decisions);
  const daysOf = ownerDays(facts.portfolio);
  return new Map(
    kpis.map((kpi) => [
      kpi.id,
      recordOf({
        kpi,
        asOf,
        days: daysOf(kpi.owner),
        checkIns: checkInsOf(facts.checkIns, kpi.id),
        decidedAt: decided.get(kpi.id) ?? [],
      }),
    ]),
  );
}

/** A decision is one on its cause and on every KPI its recalibration answers for. */
function decidedMoments(facts: Facts, decisions: readonly Decision[]): ReadonlyMap<KpiId, Instant[]> {
  const moments = new Map<KpiId, Instant[]>();
  const named = new Map(facts.recalibrations.map((one) => [one.id, one.covers]));
  const ended = new Map(facts.recalibrations.map((one) => [one.decisionId, one.covers]));
  for (const { id, at, cause, recalibration } of decisions) {
    const joined = named.get(recalibration ?? '') ?? ended.get(id) ?? [];
    for (const kpi of new Set([cause, ...joined])) moments.set(kpi, [...(moments.get(kpi) ?? []), at]);
  }
  return moments;
}

/** Each owner's own zone and working week, the tenant's where they have none; made once per owner. */
function ownerDays(portfolio: Portfolio): (owner: PersonId) => OwnerDays {
  const people = new Map(portfolio.people.map((person) => [person.id, person]));
  const holidays = new Set(portfolio.holidays);
  const known = new Map<PersonId, OwnerDays>();
  const make = (person: Person | undefined): OwnerDays => {
    const timeZone = person?.timeZone ?? portfolio.timeZone;
    const workWeek = person?.workWeek ?? portfolio.workWeek;
    const { waitGraceDays, silenceGraceDays } = portfolio.settings;
    const workDays = workDaysOf({ workWeek, timeZone, holidays });
    return { timeZone, workDays, waitGraceDays, silenceGraceDays };
  };
  return (owner) => {
    const days = known.get(owner) ?? make(people.get(owner));
    known.set(owner, days);
    return days;
  };
}
