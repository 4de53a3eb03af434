import { useState } from 'react';
import type { PortfolioView } from '../contract/portfolio-view.ts';

export interface HeldOrder {
  readonly view: PortfolioView;
  /** How many lines would move, come or go. */
  readonly changes: number;
  readonly show: () => void;
}

/** Values change in place; if the order would change, nothing moves until the reader asks. SCREENS.md 6. */
export function useHeldOrder(view: PortfolioView): HeldOrder {
  const [shown, setShown] = useState(view);
  const costs = holdOrder(shown.costs, view.costs, ({ kpi }) => kpi);
  const rows = holdOrder(shown.rows, view.rows, ({ id }) => id);
  return {
    view: { ...view, costs: [...costs.lines], rows: [...rows.lines] },
    changes: costs.changes + rows.changes,
    show: () => setShown(view),
  };
}

/**
 * The fresh lines in the order that is shown. New lines at the end move nothing and simply appear; anything else is
 * counted and held back. A line that is gone keeps its last value until then.
 */
export function holdOrder<T>(
  shown: readonly T[],
  fresh: readonly T[],
  idOf: (line: T) => string,
): { readonly lines: readonly T[]; readonly changes: number } {
  const freshById = new Map(fresh.map((line) => [idOf(line), line]));
  const before = shown.map(idOf);
  const after = fresh.map(idOf);
  if (before.every((id, index) => after[index] === id)) return { lines: fresh, changes: 0 };
  const known = new Set(before);
  const kept = after.filter((id) => known.has(id));
  const stayed = before.filter((id) => freshById.has(id));
  const moved = kept.filter((id, index) => stayed[index] !== id).length;
  const changes = moved + (after.length - kept.length) + (before.length - stayed.length);
  return { lines: shown.map((line) => freshById.get(idOf(line)) ?? line), changes };
}
