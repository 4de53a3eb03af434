import type { KeyboardEvent } from 'react';
import type { PlacedRow } from './portfolio-filter.ts';

export interface TreeActions {
  readonly onToggle: (id: string, open: boolean) => void;
  /** Enter on a KPI. */
  readonly onOpenKpi: (kpi: string) => void;
}

/** The keys of a treegrid, one row at a time. Everything else is left to the host. */
export function treeKeys(
  event: KeyboardEvent<HTMLTableElement>,
  rows: readonly PlacedRow[],
  actions: TreeActions,
): void {
  const index = rows.findIndex(({ row }) => `row-${row.id}` === document.activeElement?.id);
  const placed = rows[index];
  if (!placed || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = targetOf(event.key, { rows, index, placed });
  if (target === undefined && !act(event.key, placed, actions)) return;
  event.preventDefault();
  const id = target === undefined ? undefined : rows[target]?.row.id;
  if (id !== undefined) document.getElementById(`row-${id}`)?.focus();
}

interface Place {
  readonly rows: readonly PlacedRow[];
  readonly index: number;
  readonly placed: PlacedRow;
}

function targetOf(key: string, { rows, index, placed }: Place): number | undefined {
  if (key === 'ArrowDown') return Math.min(rows.length - 1, index + 1);
  if (key === 'ArrowUp') return Math.max(0, index - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return rows.length - 1;
  if (key === 'ArrowRight' && placed.isOpen) return index + 1;
  if (key === 'ArrowLeft' && !placed.isOpen && placed.level > 1)
    return rows.findIndex(({ row }) => row.id === placed.row.parent);
  return undefined;
}

function act(key: string, placed: PlacedRow, actions: TreeActions): boolean {
  const { row, isOpen, hasChildren } = placed;
  if (key === 'ArrowRight' && hasChildren && !isOpen) actions.onToggle(row.id, true);
  else if (key === 'ArrowLeft' && isOpen) actions.onToggle(row.id, false);
  else if (key === 'Enter' && row.kind === 'kpi') actions.onOpenKpi(row.id);
  else if (key === 'Enter' && hasChildren) actions.onToggle(row.id, !isOpen);
  else return false;
  return true;
}
