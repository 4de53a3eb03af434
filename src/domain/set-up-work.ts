import { groupBy } from './group-by.ts';
import { objectivesUp } from './people.ts';
import type { Kpi, Objective, Portfolio } from './portfolio.ts';
import type { SetUpFinding } from './set-up-finding.ts';

/** Work that is not measured, delays that cost twice, and objectives that are only looked back at. DESIGN.md 3.1, 3.7. */
export function workFindings(portfolio: Portfolio): readonly SetUpFinding[] {
  return [...emptyWork(portfolio), ...addedProfiles(portfolio), ...laggingObjectives(portfolio)];
}

/** Work cannot start without a KPI, and an objective that nothing carries is never late. */
function emptyWork({ objectives, initiatives, kpis }: Portfolio): readonly SetUpFinding[] {
  const measured = new Set(kpis.map(({ initiative }) => initiative));
  const carried = new Set([
    ...initiatives.map(({ objective }) => objective),
    ...objectives.map(({ parent }) => parent),
  ]);
  return [
    ...initiatives
      .filter(({ id }) => !measured.has(id))
      .map(({ id }): SetUpFinding => ({ code: 'initiative-without-kpi', initiative: id })),
    ...objectives
      .filter(({ id }) => !carried.has(id))
      .map(({ id }): SetUpFinding => ({ code: 'objective-carried-by-nothing', objective: id })),
  ];
}

/** The nearest objective above that a delay costs something, too: both are added. */
function addedProfiles(portfolio: Portfolio): readonly SetUpFinding[] {
  const costs = ({ delayProfile }: Objective): boolean => delayProfile.kind !== 'none';
  return portfolio.objectives.filter(costs).flatMap(({ id, parent }): SetUpFinding[] => {
    const above = objectivesUp(portfolio, parent).find(
      (objective) => objective.id !== id && costs(objective),
    );
    return above ? [{ code: 'profiles-add', objective: id, parent: above.id }] : [];
  });
}

/** Where nobody said whether a KPI leads or lags, nothing is said here either. */
function laggingObjectives({ objectives, initiatives, kpis }: Portfolio): readonly SetUpFinding[] {
  const carries = new Map(initiatives.map(({ id, objective }) => [id, objective]));
  const measures = groupBy(kpis, ({ initiative }) => carries.get(initiative ?? '') ?? '');
  const lags = (own: readonly Kpi[]): boolean =>
    own.length > 0 && own.every(({ leading }) => leading === false);
  return objectives
    .filter(({ id }) => lags(measures.get(id) ?? []))
    .map(({ id }) => ({ code: 'only-lagging', objective: id }));
}
