import type { KpiId, Portfolio } from '../../../src/domain/portfolio.ts';
import { type Day, dayFrom } from './oracle-days.ts';

export interface OracleFloat {
  readonly float: number;
  readonly room: number;
}

/**
 * How far a KPI's finish may move before a due date moves (float) and before a price does (room), by following every
 * way to every objective. Profiles `linear` and `none` only. DESIGN.md 3.6.
 */
export function floatsOf(portfolio: Portfolio): ReadonlyMap<KpiId, OracleFloat> {
  return new Map(
    portfolio.kpis.map(({ id, plan }) => {
      const due = dayFrom(plan.due);
      const float = latest(portfolio, id, false) - due;
      const room = latest(portfolio, id, true) - due;
      return [id, { float, room: Number.isFinite(room) ? room : float }];
    }),
  );
}

/** The latest finish that moves nothing; infinite where nothing priced follows. */
function latest(portfolio: Portfolio, kpi: KpiId, pricedOnly: boolean): Day {
  const follows = portfolio.dependencies
    .filter(({ from }) => from === kpi)
    .map(({ to, type, lagDays }) => {
      const plan = portfolio.kpis.find(({ id }) => id === to)?.plan;
      const length = plan && type === 'finish-to-start' ? dayFrom(plan.due) - dayFrom(plan.start) : 0;
      return latest(portfolio, to, pricedOnly) - length - lagDays;
    });
  return Math.min(...follows, ...dueDates(portfolio, kpi, pricedOnly));
}

function dueDates(portfolio: Portfolio, kpi: KpiId, pricedOnly: boolean): readonly Day[] {
  const initiative = portfolio.kpis.find(({ id }) => id === kpi)?.initiative;
  let at = portfolio.initiatives.find(({ id }) => id === initiative)?.objective;
  const dates: Day[] = [];
  while (at !== undefined) {
    const objective = portfolio.objectives.find(({ id }) => id === at);
    if (objective && (!pricedOnly || objective.delayProfile.kind !== 'none'))
      dates.push(dayFrom(objective.due));
    at = objective?.parent;
  }
  return dates;
}
