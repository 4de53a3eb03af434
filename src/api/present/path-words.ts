import type { Kpi } from '../../domain/portfolio.ts';
import { dayMonth, figure, quantity } from '../../domain/words/format.ts';
import type { IndexedView } from './view-index.ts';

/** "0 to 120 items, 2 Mar to 13 Apr", or the band. */
export function pathWords(view: IndexedView, kpi: Kpi): string {
  const { words } = view;
  const span = `${dayMonth(kpi.plan.start, words)} to ${dayMonth(kpi.plan.due, words)}`;
  if (kpi.kind === 'reach') {
    return `${figure(kpi.plan.baseline, words)} to ${quantity(kpi.plan.target, kpi.unit, words)}, ${span}`;
  }
  const { lower, upper } = kpi.plan;
  if (lower !== undefined && upper !== undefined) {
    return `between ${figure(lower, words)} and ${quantity(upper, kpi.unit, words)}, ${span}`;
  }
  if (upper !== undefined) return `at most ${quantity(upper, kpi.unit, words)}, ${span}`;
  return lower === undefined ? span : `at least ${quantity(lower, kpi.unit, words)}, ${span}`;
}
