import type { Area } from './address.ts';
import type { CellValue } from './cell.ts';
import type { Sheet } from './sheet.ts';
import type { Table } from './workbook.ts';

export type ChangeType =
  | 'RangeEdited'
  | 'RowInserted'
  | 'RowDeleted'
  | 'ColumnInserted'
  | 'ColumnDeleted'
  | 'CellInserted'
  | 'CellDeleted';

export interface ChangedEvent {
  readonly kind: 'changed';
  readonly sheet: Sheet;
  readonly area: Area;
  readonly changeType: ChangeType;
  /** Single cells only, as in Excel. */
  readonly before?: CellValue;
  readonly after?: CellValue;
}

/** What happened to the workbook, in the words of the model; wire numbers live with the channel. */
export type WorkbookEvent =
  | ChangedEvent
  | { readonly kind: 'formatted'; readonly sheet: Sheet; readonly area: Area }
  | { readonly kind: 'calculated'; readonly sheet: Sheet }
  | { readonly kind: 'selected'; readonly sheet: Sheet; readonly area: Area }
  | {
      readonly kind: 'activated' | 'deactivated' | 'sheet-added' | 'sheet-deleted' | 'sheet-changed';
      readonly sheet: Sheet;
    }
  | { readonly kind: 'table-added' | 'table-deleted'; readonly table: Table }
  | { readonly kind: 'protection'; readonly sheet: Sheet }
  | { readonly kind: 'settings' | 'editing' };
