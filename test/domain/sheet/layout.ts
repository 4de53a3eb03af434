import type { GridRange } from '../../../src/domain/sheet/grid.ts';
import type { Value } from './build-grid.ts';

/** A sheet as somebody might keep it, and what a person would answer about it. */
export interface Layout {
  readonly title: string;
  readonly rows: readonly (readonly Value[])[];
  readonly merges?: readonly GridRange[];
  readonly found: string;
  readonly header: number;
  readonly first: number;
  readonly last: number;
  readonly orientation?: string;
  readonly periods?: string;
  readonly skipped?: string;
}
