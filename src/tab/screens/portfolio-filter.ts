import type { TreeRow } from '../../contract/portfolio-view.ts';
import type { ShownStatus } from '../../contract/primitives.ts';

/** What is shown of the tree; it lives in the address, so that a view can be shared. SCREENS.md 02. */
export interface TreeFilter {
  readonly search: string;
  /** Empty: all functions. */
  readonly function: string;
  /** Empty: every status. */
  readonly status: ShownStatus | '';
}

export const NO_FILTER: TreeFilter = { search: '', function: '', status: '' };

export function isFiltered(filter: TreeFilter): boolean {
  return filter.search.trim() !== '' || filter.function !== '' || filter.status !== '';
}

/** A row of the tree with what the keyboard needs to know about its place. */
export interface PlacedRow {
  readonly row: TreeRow;
  /** 1 for a top objective. */
  readonly level: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
  readonly position: number;
  readonly siblings: number;
}

/** The rows to draw: those that match with everything above them, folded where the reader folded. */
export function placeRows(
  rows: readonly TreeRow[],
  filter: TreeFilter,
  open: ReadonlySet<string>,
): readonly PlacedRow[] {
  const filtered = isFiltered(filter);
  const kept = filtered ? keptRows(rows, filter) : new Set(rows.map(({ id }) => id));
  const byParent = childrenByParent(rows.filter(({ id }) => kept.has(id)));
  const below = (parent: string, level: number): readonly PlacedRow[] => {
    const siblings = byParent.get(parent) ?? [];
    return siblings.flatMap((row, index) => {
      const hasChildren = byParent.has(row.id);
      const isOpen = hasChildren && (filtered || open.has(row.id));
      const place = { row, level, hasChildren, isOpen, position: index + 1, siblings: siblings.length };
      return isOpen ? [place, ...below(row.id, level + 1)] : [place];
    });
  };
  return below('', 1);
}

function childrenByParent(rows: readonly TreeRow[]): ReadonlyMap<string, readonly TreeRow[]> {
  const children = new Map<string, TreeRow[]>();
  for (const row of rows) {
    const siblings = children.get(row.parent ?? '');
    if (siblings) siblings.push(row);
    else children.set(row.parent ?? '', [row]);
  }
  return children;
}

function keptRows(rows: readonly TreeRow[], filter: TreeFilter): ReadonlySet<string> {
  const parents = new Map(rows.map(({ id, parent }) => [id, parent]));
  const kept = new Set<string>();
  for (const row of rows.filter((each) => matches(each, filter))) {
    for (let id: string | null | undefined = row.id; id && !kept.has(id); id = parents.get(id)) kept.add(id);
  }
  return kept;
}

function matches(row: TreeRow, filter: TreeFilter): boolean {
  const words = filter.search.trim().toLocaleLowerCase();
  const text = `${row.name} ${row.caption} ${row.owner.name}`.toLocaleLowerCase();
  return (
    text.includes(words) &&
    (filter.function === '' || row.functions.includes(filter.function)) &&
    (filter.status === '' || row.status.status === filter.status)
  );
}

/** What is open on arrival: the first objective, when it has left green, down to its KPIs. */
export function openAtFirst(rows: readonly TreeRow[]): ReadonlySet<string> {
  const first = rows.find(({ parent }) => parent === null);
  if (!first || first.status.status === 'green' || first.status.status === 'not-started') return new Set();
  return withDescendants(rows, first.id);
}

/** The row, its ancestors and everything below it. */
export function withDescendants(rows: readonly TreeRow[], id: string): ReadonlySet<string> {
  const parents = new Map(rows.map((row) => [row.id, row.parent]));
  const open = new Set([id]);
  for (let up = parents.get(id); up; up = parents.get(up)) open.add(up);
  for (const row of rows)
    if (row.kind === 'objective' && row.parent && open.has(row.parent)) open.add(row.id);
  return open;
}
