import { dayOf } from '../../src/domain/civil-date.ts';
import type { Dependency, DelayProfile, Portfolio, ReachKpi } from '../../src/domain/portfolio.ts';

/** What is known of a KPI besides its plan; the oracle's own shape, so that it shares nothing with the rules. */
export interface Standing {
  readonly slip: number;
  readonly reachedOn: number | null;
  /** Calendar days left to do after a predecessor; null: not started. */
  readonly left: number | null;
}

export type Standings = ReadonlyMap<string, Standing>;

/** Earliest finish by naming every path that ends in a KPI; no memory, no order. */
export function finishByPaths(
  portfolio: Portfolio,
  id: string,
  {
    standings,
    asOf,
    delayed,
  }: { standings: Standings; asOf: number; delayed?: { id: string; days: number } },
): number {
  const kpi = portfolio.kpis.find((one) => one.id === id) as ReachKpi;
  const [start, due] = [dayOf(kpi.plan.start), dayOf(kpi.plan.due)];
  const { slip, reachedOn, left } = standings.get(id) ?? { slip: 0, reachedOn: null, left: null };
  const extra = delayed?.id === id ? delayed.days : 0;
  if (reachedOn !== null) return Math.max(due, reachedOn) + extra;
  const allowed = portfolio.dependencies
    .filter((dependency) => dependency.to === id)
    .map((dependency: Dependency) => {
      const finish = finishByPaths(portfolio, dependency.from, {
        standings,
        asOf,
        ...(delayed && { delayed }),
      });
      const takes = Math.min(due - start, left ?? due - start);
      return finish + dependency.lagDays + (dependency.type === 'finish-to-start' ? takes : 0);
    });
  // `delayed` adds to the KPI's finish; nothing before it moves, because there are no circles.
  return Math.max(due, due + slip, asOf, ...allowed) + extra;
}

export function objectiveByTree(portfolio: Portfolio, id: string, finishOf: (kpi: string) => number): number {
  const initiatives = new Set(
    portfolio.initiatives.filter(({ objective }) => objective === id).map((one) => one.id),
  );
  const kpis = portfolio.kpis.filter(
    ({ initiative }) => initiative !== undefined && initiatives.has(initiative),
  );
  const due = dayOf(portfolio.objectives.find((one) => one.id === id)?.due ?? '');
  const children = portfolio.objectives.filter(({ parent }) => parent === id);
  return Math.max(
    due,
    ...kpis.map((kpi) => finishOf(kpi.id)),
    ...children.map((child) => objectiveByTree(portfolio, child.id, finishOf)),
  );
}

/** Loss by simulation: week shares by repeated multiplication of the daily share, linear by the day. */
export function lossByDays(profile: DelayProfile, due: number, date: number): number {
  const late = Math.max(0, date - due);
  if (profile.kind === 'linear') return (late * profile.perWeek) / 7;
  if (profile.kind === 'fixed-date') return late > Math.max(0, dayOf(profile.date) - due) ? profile.loss : 0;
  if (profile.kind === 'none') return 0;
  let left = profile.peak;
  for (let i = 0; i < late; i += 1) left *= Math.pow(1 - profile.lostPerWeek, 1 / 7);
  return profile.peak - left;
}
