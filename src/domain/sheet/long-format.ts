import type { ColumnView } from './field-evidence.ts';
import { cellAt, type SheetGrid } from './grid.ts';
import { sideOf } from './parse-period.ts';
import { wordsOf } from './words.ts';

/** A table that keeps target and actual in one column, found by a column of just those words. */
export interface LongColumns {
  readonly value: ColumnView;
  readonly side: ColumnView;
  readonly plan: readonly string[];
  readonly actual: readonly string[];
}

const MOST_WORDS = 6;

/** Looks for a column whose values say "target" and "actual", and the one numeric column they speak about. */
export function findLongFormat(
  grid: SheetGrid,
  views: readonly ColumnView[],
  rows: readonly number[],
): LongColumns | undefined {
  for (const side of views) {
    if (side.profile.text < 0.9 || side.profile.distinctCount > MOST_WORDS) continue;
    const words = sidesIn(grid, side.index, rows);
    const value = valueBeside(views, side);
    if (words !== undefined && value !== undefined) return { value, side, ...words };
  }
  return undefined;
}

function sidesIn(
  grid: SheetGrid,
  column: number,
  rows: readonly number[],
): { plan: string[]; actual: string[] } | undefined {
  const texts = [...new Set(rows.map((row) => cellAt(grid, row, column).text.trim()))].filter(
    (text) => text !== '',
  );
  const sided = texts.map((text) => ({ text, side: text.length > 20 ? null : sideOf(wordsOf(text)) }));
  const plan = sided.filter(({ side }) => side === 'plan').map(({ text }) => text);
  const actual = sided.filter(({ side }) => side === 'actual').map(({ text }) => text);
  return plan.length > 0 && actual.length > 0 && plan.length + actual.length === texts.length
    ? { plan, actual }
    : undefined;
}

/** The nearest column of measured numbers; years and running numbers are not measured. */
function valueBeside(views: readonly ColumnView[], side: ColumnView): ColumnView | undefined {
  const numeric = views.filter(
    ({ profile: p, isPeriod }) => !isPeriod && p.number > 0.7 && p.year < 0.8 && !p.counting,
  );
  return numeric.toSorted((a, b) => Math.abs(a.index - side.index) - Math.abs(b.index - side.index))[0];
}
