import { reportDays } from './cadence.ts';
import { dateOf, dayOf } from './civil-date.ts';
import { calendarOf } from './people.ts';
import type { Portfolio } from './portfolio.ts';
import type { SetUpFinding } from './set-up-finding.ts';
import { type WorkDays, workDaysOf } from './work-days.ts';

/** Due dates in the wrong order, and plans that end before anybody is asked. DESIGN.md 3.4, 3.6. */
export function dateFindings(portfolio: Portfolio): readonly SetUpFinding[] {
  return [...dueAfterParents(portfolio), ...lateFirstReports(portfolio)];
}

function dueAfterParents({ objectives }: Portfolio): readonly SetUpFinding[] {
  const byId = new Map(objectives.map((objective) => [objective.id, objective]));
  return objectives.flatMap(({ id, due, parent }): SetUpFinding[] => {
    const above = byId.get(parent ?? '');
    if (!above || due <= above.due) return [];
    return [{ code: 'due-after-parent', objective: id, due, parent: above.id, parentDue: above.due }];
  });
}

function lateFirstReports(portfolio: Portfolio): readonly SetUpFinding[] {
  const owners = new Set(portfolio.kpis.map(({ owner }) => owner));
  const days = new Map([...owners].map((owner) => [owner, workDaysOf(calendarOf(portfolio, owner))]));
  return portfolio.kpis.flatMap(({ id, owner, cadence, plan }): SetUpFinding[] => {
    const span = { start: dayOf(plan.start), until: Infinity, knownSince: -Infinity };
    const workDays = days.get(owner) as WorkDays;
    const first = reportDays({ cadence, ...span, workDays }).next().value;
    if (first === undefined || first <= dayOf(plan.due)) return [];
    return [{ code: 'first-report-too-late', kpi: id, report: dateOf(first), due: plan.due }];
  });
}
