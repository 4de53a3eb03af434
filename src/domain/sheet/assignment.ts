import { ABSENT_THRESHOLD, evidenceFor, type ColumnView, type Evidence } from './field-evidence.ts';
import { FIELD_NAMES, type FieldName } from './mapping.ts';

export interface ScoredColumn {
  readonly column: ColumnView;
  readonly evidence: Evidence;
}

/** Which column carries each field; undefined where none does. */
export type Assignment = Partial<Readonly<Record<FieldName, ScoredColumn>>>;

export interface Assigned {
  readonly assignment: Assignment;
  /** Total evidence above the thresholds; how much the table says. */
  readonly total: number;
  /** All columns worth a thought, best first. */
  readonly ranking: Readonly<Record<FieldName, readonly ScoredColumn[]>>;
}

const OFFERED = 5;
/** The most that the pairs of one assignment can add. */
const MOST_PAIR_BONUS = 1.6;

/** The assignment with the greatest total evidence: one column one field, and a field may be absent. */
export function assignFields(columns: readonly ColumnView[]): Assigned {
  const ranking = rankColumns(columns);
  let best: Assignment = {};
  let bestTotal = -1;
  const rest = remainingBest(ranking);
  const visit = (depth: number, total: number, chosen: Assignment): void => {
    if (total + (rest[depth] ?? 0) + MOST_PAIR_BONUS <= bestTotal) return;
    const field = FIELD_NAMES[depth];
    if (field === undefined) {
      const sum = total + pairBonus(chosen);
      if (sum > bestTotal) [best, bestTotal] = [chosen, sum];
      return;
    }
    for (const scored of ranking[field]) {
      if (isTaken(chosen, scored) || gain(scored) <= 0) continue;
      visit(depth + 1, total + gain(scored), { ...chosen, [field]: scored });
    }
    visit(depth + 1, total, chosen);
  };
  visit(0, 0, {});
  return { assignment: withName(best, columns), total: bestTotal, ranking };
}

/** A table without a name is known by its codes: the leftmost free column of different texts. */
function withName(assignment: Assignment, columns: readonly ColumnView[]): Assignment {
  if (assignment.name !== undefined) return assignment;
  const free = columns.filter(
    (column) => !Object.values(assignment).some((other) => other.column === column),
  );
  const codes = free.find(
    ({ profile: p, isPeriod }) =>
      !isPeriod && p.text > 0.6 && p.distinct > 0.8 && p.fill > 0.6 && p.link < 0.5,
  );
  if (codes === undefined) return assignment;
  return {
    ...assignment,
    name: { column: codes, evidence: { score: ABSENT_THRESHOLD + 0.2, header: 0, values: 0 } },
  };
}

function rankColumns(columns: readonly ColumnView[]): Assigned['ranking'] {
  const entries = FIELD_NAMES.map((field) => {
    const scored = columns.map((column) => ({ column, evidence: evidenceFor(field, column) }));
    const ranked = scored.toSorted(
      (a, b) => b.evidence.score - a.evidence.score || a.column.index - b.column.index,
    );
    return [field, ranked.slice(0, OFFERED)] as const;
  });
  return Object.fromEntries(entries) as unknown as Assigned['ranking'];
}

function gain({ evidence }: ScoredColumn): number {
  return evidence.score - ABSENT_THRESHOLD;
}

function isTaken(chosen: Assignment, scored: ScoredColumn): boolean {
  return Object.values(chosen).some((other) => other.column.index === scored.column.index);
}

/** Upper bounds: the best each later field could still add. */
function remainingBest(ranking: Assigned['ranking']): readonly number[] {
  const bounds: number[] = [0];
  for (const field of FIELD_NAMES.toReversed()) {
    const first = ranking[field][0];
    bounds.unshift((bounds[0] ?? 0) + Math.max(0, first === undefined ? 0 : gain(first)));
  }
  return bounds;
}

/** Fields that stand together on real sheets: target beside actual with the same further words, start before due. */
function pairBonus({ target, actual, start, due, baseline }: Assignment): number {
  let bonus = 0;
  if (target !== undefined && actual !== undefined) {
    if (Math.abs(target.column.index - actual.column.index) === 1) bonus += 0.4;
    if (firstWord(target) === firstWord(actual)) bonus += 0.3;
  }
  if (start !== undefined && due !== undefined && start.column.index < due.column.index) bonus += 0.4;
  if (baseline !== undefined && target !== undefined && baseline.column.index < target.column.index)
    bonus += 0.3;
  return bonus;
}

function firstWord({ column }: ScoredColumn): string {
  return /^[\p{L}\p{N}]+/u.exec(column.header.toLowerCase())?.[0] ?? '';
}
