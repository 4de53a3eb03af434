import type { GridRange } from './grid.ts';
import type { PeriodKind, PeriodSide } from './parse-period.ts';
import type { SheetProblem } from './problems.ts';

/** The fields a sheet can feed. `status` is recognised to be compared with the computed one, never imported. */
export const FIELD_NAMES = [
  'name', 'owner', 'unit', 'baseline', 'target', 'actual', 'due', 'start', 'status', 'comment',
] as const; // prettier-ignore
export type FieldName = (typeof FIELD_NAMES)[number];

export type Orientation = 'records_in_rows' | 'records_in_columns' | 'metrics_in_columns_periods_in_rows';

/**
 * One line of the table that carries a field: a column, or a row where records stand in columns.
 * `index` is its 0-based position in the grid, `line` what the person calls it ("F", or "6").
 */
export interface FieldLine {
  readonly index: number;
  readonly line: string;
  readonly header: string;
}

export interface FieldCandidate extends FieldLine {
  /** 0 to 1; above ½ the guess is more likely right than wrong. */
  readonly confidence: number;
  /** The ground for the guess, "Likely: all numbers, left of the target". */
  readonly reason: string;
}

export interface FieldGuess {
  readonly chosen: FieldCandidate | null;
  /** How sure we are of `chosen`, or of its absence. */
  readonly confidence: number;
  readonly reason: string;
  /** Other lines worth offering, best first. */
  readonly runnersUp: readonly FieldCandidate[];
}

export interface PeriodLine extends FieldLine {
  readonly kind: PeriodKind;
  /** First civil day, YYYY-MM-DD; null while the year is not known. */
  readonly start: string | null;
  /** Plan or actual, where headers say so. */
  readonly side: PeriodSide | null;
  /** The group header above, "" where there is none. */
  readonly group: string;
}

export type SkippedKind = 'section' | 'total' | 'note' | 'header' | 'unnamed' | 'junk';

/** A row inside or under the table that is no record. `row` as on the sheet, 1-based. */
export interface SkippedRow {
  readonly row: number;
  readonly kind: SkippedKind;
  readonly text: string;
}

/** A table that keeps target and actual in one column and says in another which is which. */
export interface LongFormat {
  readonly value: FieldLine;
  readonly side: FieldLine;
  /** The words of the side column, by what they mean. */
  readonly plan: readonly string[];
  readonly actual: readonly string[];
}

export interface OtherTable {
  readonly headerRow: number;
  readonly headers: readonly string[];
}

export interface SheetMapping {
  readonly sheet: string;
  readonly orientation: Orientation;
  /** Header and records, 0-based in the grid that was given. */
  readonly range: GridRange;
  /** The same as an address, "A3:I36". */
  readonly address: string;
  /** 1-based on the sheet; column numbers where records stand in columns. Without records lastRow is headerRow. */
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly recordCount: number;
  readonly fields: Readonly<Record<FieldName, FieldGuess>>;
  /** The column of running numbers or codes, where there is one. */
  readonly key: FieldLine | null;
  /** Every line of the table, for correction by hand. */
  readonly lines: readonly FieldLine[];
  readonly periods: readonly PeriodLine[];
  readonly longFormat: LongFormat | null;
  readonly skipRows: readonly SkippedRow[];
  readonly problems: readonly SheetProblem[];
  readonly otherTables: readonly OtherTable[];
}

/** Why a sheet gives no mapping, in a code and a sentence for the person. */
export interface MappingFailure {
  readonly code: 'empty-sheet' | 'no-header' | 'no-records';
  readonly message: string;
}
