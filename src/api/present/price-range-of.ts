import { checkInsOf } from '../../domain/check-in-log.ts';
import { groupBy } from '../../domain/group-by.ts';
import { type PaceSamples, paceSamplesOf } from '../../domain/monte-carlo-pace.ts';
import { type PriceRange, priceRange } from '../../domain/monte-carlo.ts';
import type { Kpi, KpiId } from '../../domain/portfolio.ts';
import { type DayReading, readingsOf, sentBy, standing } from '../../domain/reading.ts';
import type { IndexedView } from './view-index.ts';

const MOST_RUNS = 2000;
const LEAST_RUNS = 200;
/** KPIs times runs: keeps the answer within a tenth of a second in any tenant. */
const WORK = 2_000_000;

/** The range beside the price of a delay; null before the third reading. The same question has the same answer. */
export function priceRangeOf(view: IndexedView, kpi: KpiId, days: number): PriceRange | null {
  const runs = Math.floor(WORK / Math.max(1, view.pricing().kpis.length));
  return priceRange(view.pricing(), kpi, days, {
    seed: seedOf(kpi),
    runs: Math.min(MOST_RUNS, Math.max(LEAST_RUNS, runs)),
    paceSamples: samplesAround(view, kpi),
  });
}

/** Paces of those that can move it and of those it can move; nobody else's pace matters here. */
function samplesAround(view: IndexedView, kpi: KpiId): PaceSamples {
  const { portfolio } = view.facts;
  const around = new Set([...reached(view, kpi, 'before'), ...reached(view, kpi, 'after')]);
  const kpis = portfolio.kpis.filter(({ id }) => around.has(id));
  const readings = new Map(kpis.map((one) => [one.id, readingsUntil(view, one)]));
  return paceSamplesOf({ ...portfolio, kpis }, readings);
}

function reached(view: IndexedView, kpi: KpiId, way: 'before' | 'after'): ReadonlySet<KpiId> {
  const [near, far] = way === 'before' ? (['to', 'from'] as const) : (['from', 'to'] as const);
  const links = groupBy(view.facts.portfolio.dependencies, (link) => link[near]);
  const found = new Set([kpi]);
  for (const at of found) for (const link of links.get(at) ?? []) found.add(link[far]);
  return found;
}

function readingsUntil(view: IndexedView, kpi: Kpi): readonly DayReading[] {
  return readingsOf(kpi, standing(sentBy(checkInsOf(view.facts.checkIns, kpi.id), view.asOf)));
}

/** Any number will do, as long as a KPI keeps its own. */
function seedOf(kpi: KpiId): number {
  let seed = 17;
  for (const letter of kpi) seed = (seed * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647;
  return seed;
}
