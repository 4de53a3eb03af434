import type { FieldProblem } from '../../contract/problem.ts';
import type { Facts } from '../../domain/facts.ts';
import { calendarOf } from '../../domain/people.ts';
import type { Kpi, Person } from '../../domain/portfolio.ts';
import { type Instant, localDate } from '../../domain/zoned-time.ts';
import type { ReadLine } from '../http/handler.ts';
import { findOwner } from './find-owner.ts';
import { folded } from './folded.ts';
import { type AdoptionInput, type RowFault, hintFor, kpiFromRow } from './kpi-from-row.ts';

/** What becomes of one row. */
export type RowJudgement =
  | { readonly kind: 'created'; readonly row: AdoptionInput; readonly kpi: Kpi; readonly hint: string | null }
  | { readonly kind: 'linked'; readonly row: AdoptionInput; readonly kpi: Kpi; readonly hint: string | null }
  | {
      readonly kind: 'refused';
      readonly row: Pick<AdoptionInput, 'ref' | 'name'>;
      readonly errors: readonly FieldProblem[];
    };

export interface Adopter {
  readonly person: Person;
  readonly now: Instant;
  readonly initiative: string | undefined;
}

/**
 * Judges rows one by one; a bad row spoils nothing but itself. A KPI of the same name and owner is linked, not made
 * twice; the same row sent again finds the KPI it made.
 */
export function judgeRows(
  { portfolio }: Facts,
  rows: readonly ReadLine<AdoptionInput>[],
  adopter: Adopter,
): readonly RowJudgement[] {
  const seen = new Set<string>();
  return rows.map((one): RowJudgement => {
    if ('spoiled' in one) return { kind: 'refused', row: one.spoiled, errors: one.spoiled.errors };
    const { row, index } = { row: one.line, index: one.index };
    const refused = (...faults: RowFault[]): RowJudgement => ({
      kind: 'refused',
      row,
      errors: placed(faults, index),
    });
    const made = portfolio.kpis.find(({ id }) => id === row.id);
    if (made) return { kind: 'linked', row, kpi: made, hint: null };
    const owner = findOwner(portfolio.people, row);
    const ownerId = owner.ok ? owner.value.id : '';
    const today = localDate(adopter.now, calendarOf(portfolio, ownerId).timeZone);
    const built = kpiFromRow(row, {
      owner: ownerId,
      by: adopter.person.id,
      at: adopter.now,
      today,
      initiative: adopter.initiative,
    });
    if (!owner.ok) return refused(owner.error, ...(built.ok ? [] : built.error));
    const key = JSON.stringify([folded(row.name ?? ''), ownerId]);
    if (row.name !== undefined && seen.has(key)) {
      return refused({
        field: 'name',
        rule: 'duplicate-row',
        message: `“${row.name}” stands above with the same owner.`,
      });
    }
    seen.add(key);
    const existing = portfolio.kpis.find(
      (kpi) => kpi.owner === ownerId && folded(kpi.name) === folded(row.name ?? ''),
    );
    if (existing)
      return { kind: 'linked', row, kpi: existing, hint: 'This KPI exists already; the row is tied to it.' };
    return built.ok
      ? { kind: 'created', row, kpi: built.value, hint: hintFor(row) }
      : refused(...built.error);
  });
}

function placed(faults: readonly RowFault[], index: number): readonly FieldProblem[] {
  return faults.map(({ field, rule, message }) => ({ at: `rows[${index}].${field}`, rule, message }));
}
