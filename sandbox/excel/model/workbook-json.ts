import type { CellValue } from './cell.ts';
import type { CellStyle } from './style.ts';

/** A workbook as plain data: what the reader makes of a file and the page loads over HTTP. */
export interface WorkbookJson {
  readonly name: string;
  readonly date1904: boolean;
  /** Number formats and styles are written once and pointed at. */
  readonly formats: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly sheets: readonly SheetJson[];
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly documentSettings?: Readonly<Record<string, string>>;
}

export interface SheetJson {
  readonly name: string;
  readonly visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  readonly cells: readonly CellJson[];
  readonly columns: readonly BandJson[];
  readonly rows: readonly BandJson[];
  /** A1 addresses. */
  readonly merges: readonly string[];
  readonly tables: readonly TableJson[];
  readonly validations: readonly ValidationJson[];
  readonly conditionalRules?: readonly ConditionalJson[];
  readonly protection?: Readonly<Record<string, unknown>>;
}

/** Row and column are 0-based; `f` is the formula, `n` and `s` point into formats and styles. */
export interface CellJson {
  readonly r: number;
  readonly c: number;
  readonly v: CellValue;
  readonly f?: string;
  readonly n?: number;
  readonly s?: number;
  /** Text by its apostrophe. */
  readonly q?: true;
}

export interface BandJson {
  readonly index: number;
  /** The last index these settings hold for, where it is another. */
  readonly until?: number;
  /** Points. */
  readonly size?: number;
  readonly hidden?: boolean;
  readonly n?: number;
  readonly s?: number;
}

export interface TableJson {
  readonly name: string;
  readonly address: string;
  readonly style: string;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
}

export interface ValidationJson {
  readonly address: string;
  readonly rule: Readonly<Record<string, unknown>>;
  readonly prompt?: unknown;
  readonly errorAlert?: unknown;
  readonly ignoreBlanks: boolean;
}

export interface ConditionalJson {
  readonly address: string;
  readonly kind: 'CellValue' | 'ContainsText' | 'Custom';
  readonly priority: number;
  readonly stopIfTrue: boolean;
  readonly rule?: Readonly<Record<string, unknown>>;
  readonly formula: string;
  readonly look: Readonly<Record<string, unknown>>;
}
