import { MAX_COLUMNS, type Area } from './address.ts';
import { bounding, cellArea, intersection } from './area.ts';
import { GENERAL, isBlank, type Cell } from './cell.ts';
import type { ConditionalRule } from './conditional-rule.ts';
import { DEFAULT_STYLE, type CellStyle } from './style.ts';
import type { ValidationRule } from './validation-rule.ts';

/** What a whole row or column carries; a cell's own settings win. */
export interface BandProps {
  /** Points: a column's width or a row's height. */
  readonly size?: number;
  readonly hidden?: boolean;
  readonly format?: string;
  readonly style?: CellStyle;
}

export interface SheetProtection {
  readonly options: Readonly<Record<string, unknown>>;
  readonly password?: string;
}

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** One worksheet: sparse cells and what lies on them. It keeps no rules; writing goes through `writeCells`. */
export class Sheet {
  readonly id: string;
  name: string;
  visibility: Visibility = 'Visible';
  tabColor = '';
  readonly cells = new Map<number, Cell>();
  readonly columns = new Map<number, BandProps>();
  readonly rows = new Map<number, BandProps>();
  merges: Area[] = [];
  validations: ValidationRule[] = [];
  conditionalRules: ConditionalRule[] = [];
  protection: SheetProtection | undefined;

  constructor(id: string, name: string) {
    this.id = id;
    this.name = name;
  }

  cell(row: number, column: number): Cell | undefined {
    return this.cells.get(cellKey(row, column));
  }

  put(row: number, column: number, cell: Cell | undefined): void {
    if (cell === undefined) this.cells.delete(cellKey(row, column));
    else this.cells.set(cellKey(row, column), cell);
  }

  format(row: number, column: number): string {
    return (
      this.cell(row, column)?.format ??
      this.rows.get(row)?.format ??
      this.columns.get(column)?.format ??
      GENERAL
    );
  }

  style(row: number, column: number): Required<CellStyle> {
    const own = this.cell(row, column)?.style;
    return { ...DEFAULT_STYLE, ...this.columns.get(column)?.style, ...this.rows.get(row)?.style, ...own };
  }

  /** The smallest area with all cells that hold something; with `valuesOnly`, formatting does not count. */
  usedArea(valuesOnly: boolean, within?: Area): Area | undefined {
    let used: Area | undefined;
    for (const [key, cell] of this.cells) {
      if (valuesOnly && isBlank(cell)) continue;
      const at = keyArea(key);
      if (within !== undefined && intersection(at, within) === undefined) continue;
      used = used === undefined ? at : bounding(used, at);
    }
    return used;
  }

  /** The stored cells of an area, in no particular order; cheap on whole columns too. */
  *storedCells(
    area: Area,
  ): Generator<{ readonly row: number; readonly column: number; readonly cell: Cell }> {
    for (const [key, cell] of this.cells) {
      const { top: row, left: column } = keyArea(key);
      if (row >= area.top && row <= area.bottom && column >= area.left && column <= area.right)
        yield { row, column, cell };
    }
  }
}

export function cellKey(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

export function keyArea(key: number): Area {
  return cellArea(Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS);
}
