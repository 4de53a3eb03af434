import type { SheetGrid } from '../domain/sheet/grid.ts';

/** What the pane needs of Excel. One adapter, `workbook.ts`; the rest of the pane never meets office.js. */
export interface SheetPort {
  /** The active sheet, or the named one while it exists: everything in one client sync. */
  readonly read: (sheet?: string) => Promise<SheetReading>;
  /** Selects a cell and leaves focus in the pane. */
  readonly select: (sheet: string, address: string) => Promise<void>;
  /** Writes our own columns; nothing else of the sheet is touched. */
  readonly write: (columns: OwnColumns) => Promise<void>;
  /** Ties this file to what the server knows of it; kept in the file. */
  readonly keepWorkbookId: (id: string) => Promise<void>;
}

export interface SheetReading {
  readonly sheet: string;
  readonly grid: SheetGrid;
  /** Null: this file was never adopted. */
  readonly workbookId: string | null;
  readonly isProtected: boolean;
}

/** Our six columns beside the table: the hidden key, then the five verdict columns. Columns are letters. */
export interface OwnColumns {
  readonly sheet: string;
  readonly keyColumn: string;
  readonly verdictColumn: string;
  /** 1-based sheet rows. */
  readonly headerRow: number;
  readonly firstRow: number;
  /** One entry a sheet row from `firstRow` on; null leaves the row as it is. */
  readonly rows: readonly (OwnRow | null)[];
  /** True the first time: headers, formats, colours and hiding are set too. */
  readonly withFormats: boolean;
}

export interface OwnRow {
  readonly key: string;
  /** Status, Why, Slip, Two weeks, Next step. */
  readonly verdict: readonly [string, string, string | number, string, string];
}

/** Where the pane runs. Outside Excel it says so, also when the host never answers. */
export type HostState =
  | { readonly kind: 'excel'; readonly locale: string; readonly sheet: SheetPort }
  | { readonly kind: 'outside' };

export const KEY_HEADER = 'Lastmile key';
export const VERDICT_HEADERS = ['Status', 'Why', 'Slip', 'Two weeks', 'Next step'] as const;
