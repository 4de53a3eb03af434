import type { MatrixEntry } from '../../contract/portfolio-view.ts';
import type { Initiative } from '../../domain/portfolio.ts';
import { setUpIndex } from './set-up-index.ts';
import { costOf, dearest, NO_PRICE, shortPriceOf } from './short-price.ts';
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
  const kpis = setUpIndex(view.facts.portfolio).kpisOf(initiative.id);
  const rolled = view.evaluation.initiatives.get(initiative.id);
  const anchor = rolled?.decidedBy ?? dearest(kpis, (kpi) => costOf(view, kpi.id));
  const shown = anchor === null ? 'not-started' : shownOf(view, anchor);
  return {
    initiative: initiative.id,
    name: initiative.name,
    kpi: anchor,
    status: shown,
    risk: riskOf(initiative),
    reach: reachOf(view, initiative),
    leftGreen: shown === 'yellow' || shown === 'red' || shown === 'silent',
    price: anchor === null ? NO_PRICE : shortPriceOf(view, anchor),
  };
}

function riskOf({ risk }: Initiative): MatrixEntry['risk'] {
  const size = risk.impact * risk.likelihood;
  if (size >= 15) return 'severe';
  if (size >= 10) return 'high';
  return size >= 5 ? 'medium' : 'low';
}

/** How many other functions it directly depends on or serves; derived, never typed (DESIGN.md 3.6). */
function reachOf(view: IndexedView, initiative: Initiative): MatrixEntry['reach'] {
  const near = setUpIndex(view.facts.portfolio).functionsNear(initiative.id);
  const count = near.size - (near.has(initiative.function) ? 1 : 0);
  if (count === 0) return 'none';
  return count === 1 ? 'one' : 'two-or-more';
}
