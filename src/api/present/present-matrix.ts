import type { MatrixEntry } from '../../contract/portfolio-view.ts';
import type { Initiative, Kpi } from '../../domain/portfolio.ts';
import { shortPrice } from '../../domain/words/price-words.ts';
import { shownOf } from './present-status.ts';
import type { IndexedView } from './view-index.ts';

/** Risk × reach across functions: every initiative with its dearest KPI (SCREENS.md 02). */
export function presentMatrix(view: IndexedView): MatrixEntry[] {
  const entries = view.facts.portfolio.initiatives.map((initiative) => presentEntry(view, initiative));
  return entries.toSorted(
    (a, b) => Number(b.leftGreen) - Number(a.leftGreen) || (b.price.cost ?? -1) - (a.price.cost ?? -1),
  );
}

function presentEntry(view: IndexedView, initiative: Initiative): MatrixEntry {
  const kpis = view.facts.portfolio.kpis.filter((kpi) => kpi.initiative === initiative.id);
  const rolled = view.evaluation.initiatives.get(initiative.id);
  const anchor = rolled?.decidedBy ?? dearest(view, kpis);
  const shown = anchor === null ? 'not-started' : shownOf(view, anchor);
  const price = anchor === null ? null : view.priceOf(anchor);
  return {
    initiative: initiative.id,
    name: initiative.name,
    kpi: anchor,
    status: shown,
    risk: riskOf(initiative),
    reach: reachOf(view, initiative),
    leftGreen: shown === 'yellow' || shown === 'red' || shown === 'silent',
    price: { cost: price?.cost ?? null, short: price ? shortPrice(price, view.words) : 'no price' },
  };
}

function dearest(view: IndexedView, kpis: readonly Kpi[]): string | null {
  const cost = (kpi: Kpi): number => view.priceOf(kpi.id).cost ?? -1;
  return kpis.toSorted((a, b) => cost(b) - cost(a))[0]?.id ?? null;
}

function riskOf({ risk }: Initiative): MatrixEntry['risk'] {
  const size = risk.impact * risk.likelihood;
  if (size >= 15) return 'severe';
  if (size >= 10) return 'high';
  return size >= 5 ? 'medium' : 'low';
}

/** How many other functions it directly depends on or serves; derived, never typed (DESIGN.md 3.6). */
function reachOf(view: IndexedView, initiative: Initiative): MatrixEntry['reach'] {
  const owner = (kpi: string): Initiative | undefined => view.initiativeOf(view.kpiOf(kpi)?.initiative);
  const others = view.facts.portfolio.dependencies.flatMap(({ from, to }) => {
    const [before, after] = [owner(from), owner(to)];
    if (before?.id === initiative.id) return after ? [after.function] : [];
    return after?.id === initiative.id && before ? [before.function] : [];
  });
  const count = new Set(others.filter((team) => team !== initiative.function)).size;
  if (count === 0) return 'none';
  return count === 1 ? 'one' : 'two-or-more';
}
