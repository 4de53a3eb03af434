import { byId } from './by-id.ts';
import type { InitiativeId, Kpi, KpiId, Objective, ObjectiveId, PersonId, Portfolio } from './portfolio.ts';
import type { WorkCalendar } from './working-time.ts';

/** A person's working life: own hours and zone where they differ from the tenant's. Unknown people live the tenant's. */
export function calendarOf(portfolio: Portfolio, person: PersonId): WorkCalendar {
  const found = byId(portfolio.people).get(person);
  return {
    workWeek: found?.workWeek ?? portfolio.workWeek,
    timeZone: found?.timeZone ?? portfolio.timeZone,
    holidays: new Set(portfolio.holidays),
  };
}

export function kpiOf(portfolio: Portfolio, kpi: KpiId): Kpi | undefined {
  return byId(portfolio.kpis).get(kpi);
}

/** '' for an unknown KPI. */
export function ownerOf(portfolio: Portfolio, kpi: KpiId): PersonId {
  return kpiOf(portfolio, kpi)?.owner ?? '';
}

/** The working life of a KPI's owner; the tenant's for an unknown KPI. */
export function ownerCalendar(portfolio: Portfolio, kpi: KpiId): WorkCalendar {
  return calendarOf(portfolio, ownerOf(portfolio, kpi));
}

/** The objective a KPI's initiative carries; undefined where it stands alone. */
export function objectiveOfKpi(portfolio: Portfolio, kpi: KpiId): Objective | undefined {
  const initiative = kpiOf(portfolio, kpi)?.initiative;
  return initiative === undefined ? undefined : objectiveOfInitiative(portfolio, initiative);
}

function objectiveOfInitiative(portfolio: Portfolio, initiative: InitiativeId): Objective | undefined {
  const carried = byId(portfolio.initiatives).get(initiative)?.objective;
  return carried === undefined ? undefined : byId(portfolio.objectives).get(carried);
}

/** An objective and those above it, nearest first. A circle, which set-up refuses, ends where it closes. */
export function objectivesUp(portfolio: Portfolio, from: ObjectiveId | undefined): readonly Objective[] {
  const path: Objective[] = [];
  for (let next = from; next !== undefined;) {
    const found = byId(portfolio.objectives).get(next);
    if (!found || path.includes(found)) break;
    path.push(found);
    next = found.parent;
  }
  return path;
}

/**
 * Who decides about a KPI, level by level: the owners of its objective and those above, each different from the KPI's
 * owner and from the level below. Without an objective, or where nobody else owns one, the owner's manager from the
 * directory; without that the owner, who is then the root. Never empty for a known KPI. DESIGN.md 3.8.
 */
export function decidersOf(portfolio: Portfolio, kpi: KpiId): readonly PersonId[] {
  const owner = kpiOf(portfolio, kpi)?.owner;
  if (owner === undefined) return [];
  const owners = objectivesUp(portfolio, objectiveOfKpi(portfolio, kpi)?.id).map(
    (objective) => objective.owner,
  );
  const others = owners
    .filter((person) => person !== owner)
    .filter((person, level, all) => person !== all[level - 1]);
  if (others.length > 0) return others;
  const manager = byId(portfolio.people).get(owner)?.manager;
  return [manager ?? owner];
}

/** Who is asked at a revision: each is one level higher, at the root the root again; '' for an unknown KPI. DESIGN.md 3.8. */
export function deciderAt(portfolio: Portfolio, kpi: KpiId, revision: number): PersonId {
  const levels = decidersOf(portfolio, kpi);
  return levels[revision - 1] ?? levels.at(-1) ?? '';
}
