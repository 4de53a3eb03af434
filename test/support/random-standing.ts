import * as fc from 'fast-check';
import { type CivilDate, dateOf, dayOf } from '../../src/domain/civil-date.ts';
import { earliestFinish, imposed } from '../../src/domain/network-finish.ts';
import { planNetwork } from '../../src/domain/network.ts';
import type { Portfolio, ReachKpi } from '../../src/domain/portfolio.ts';
import type { Evaluation, KpiState } from '../../src/domain/status.ts';
import type { Standing, Standings } from './delay-oracle.ts';
import { DAY_ZERO, kpiState } from './network-builder.ts';
import { randomPortfolio } from './random-network.ts';

export interface Situation {
  readonly portfolio: Portfolio;
  readonly standings: Standings;
  readonly asOf: number;
}

const standing: fc.Arbitrary<Standing> = fc.record({
  slip: fc.integer({ min: 0, max: 15 }),
  reachedOn: fc
    .option(fc.integer({ min: 10, max: 70 }), { freq: 5 })
    .map((day) => day && dayOf(DAY_ZERO) + day),
  left: fc.option(fc.integer({ min: 0, max: 20 })),
});

/** A random portfolio in the middle of its work. */
export const randomSituation: fc.Arbitrary<Situation> = fc
  .record({
    portfolio: randomPortfolio,
    all: fc.array(standing, { minLength: 12, maxLength: 12 }),
    day: fc.nat(40),
  })
  .map(({ portfolio, all, day }) => ({
    portfolio,
    standings: new Map(
      portfolio.kpis.map(({ id }, i) => [id, withinPlan(portfolio.kpis[i] as ReachKpi, all[i])]),
    ),
    asOf: dayOf(DAY_ZERO) + day,
  }));

function withinPlan(kpi: ReachKpi, drawn: Standing | undefined): Standing {
  const { slip, reachedOn, left } = drawn ?? { slip: 0, reachedOn: null, left: null };
  const planned = dayOf(kpi.plan.due) - dayOf(kpi.plan.start);
  return { slip, reachedOn, left: left === null ? null : Math.min(left, planned) };
}

/** The finishes by the rules under test, along `planNetwork(...).order`. */
export function finishesByRules({ portfolio, standings, asOf }: Situation): ReadonlyMap<string, CivilDate> {
  const { order, predecessors } = planNetwork(portfolio);
  const finishes = new Map<string, CivilDate>();
  for (const id of order) {
    const kpi = portfolio.kpis.find((one) => one.id === id) as ReachKpi;
    const { slip, reachedOn, left } = standings.get(id) ?? { slip: 0, reachedOn: null, left: null };
    const progress = {
      started: left !== null,
      reachedOn: reachedOn === null ? null : dateOf(reachedOn),
      slipUnshifted: slip,
      forecastFinish: null,
      remainingDays: left ?? 0,
    };
    const pushed = imposed(kpi, predecessors.get(id) ?? [], finishes);
    finishes.set(id, earliestFinish({ kpi, progress, imposed: pushed, asOfDate: dateOf(asOf) }));
  }
  return finishes;
}

/** An evaluation that says the same as the standings, for `preparePricing`. */
export function evaluationOf(situation: Situation): Evaluation {
  const finishes = finishesByRules(situation);
  const kpis = situation.portfolio.kpis.map((kpi): [string, KpiState] => {
    const { slip, reachedOn, left } = situation.standings.get(kpi.id) ?? {
      slip: 0,
      reachedOn: null,
      left: null,
    };
    const done = (kpi as ReachKpi).plan;
    const share = left === null ? 0 : 1 - left / (dayOf(done.due) - dayOf(done.start));
    const lastReading =
      left === null ? null : { checkIn: `c-${kpi.id}`, at: 0, date: done.start, value: share * 100 };
    const state = {
      slipUnshifted: slip,
      reachedOn: reachedOn === null ? null : dateOf(reachedOn),
      earliestFinish: finishes.get(kpi.id) ?? null,
      lastReading,
    };
    return [kpi.id, kpiState(kpi.id, state)];
  });
  return {
    asOf: situation.asOf * 86_400_000,
    kpis: new Map(kpis),
    initiatives: new Map(),
    objectives: new Map(),
    reviewAt: null,
  };
}
