import { assertNever } from '../../../src/domain/result.ts';
import type { Area } from '../model/address.ts';
import { intersection, mapCells, overlaps } from '../model/area.ts';
import type { CellValue } from '../model/cell.ts';
import { cellKey, keyArea, type Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { canEvaluate, evaluateToCell, type CellSource } from './evaluate.ts';
import { parseFormula, type Expression } from './parse-formula.ts';

export interface SheetArea {
  readonly sheet: Sheet;
  readonly area: Area;
}

interface FormulaCell extends SheetArea {
  readonly key: number;
  readonly expression: Expression;
  readonly precedents: readonly SheetArea[];
}

/**
 * Brings formulas that look at what changed (and changed formulas themselves) up to date. A formula with a
 * function we do not know keeps the value the file came with: better an old figure than a wrong one.
 */
export function recalculate(workbook: Workbook, changed: SheetArea): void {
  const formulas = formulaCells(workbook);
  if (formulas.length === 0) return;
  const dirty = dirtyCells(formulas, changed);
  const values = new Recalculation(workbook, dirty);
  for (const cell of dirty.values()) values.settle(cell);
  for (const sheet of new Set([...dirty.values()].map((cell) => cell.sheet)))
    workbook.emit({ kind: 'calculated', sheet });
}

/** Reads references of one sheet's formulas from the workbook as it stands. */
export function sourceOn(
  workbook: Workbook,
  home: Sheet,
  read: (sheet: Sheet, row: number, column: number) => CellValue = stored,
): CellSource {
  return {
    area: (area, sheetName) => {
      const sheet = sheetName === undefined ? home : workbook.sheetNamed(sheetName);
      if (sheet === undefined) return undefined;
      return { grid: mapCells(clipped(sheet, area), (row, column) => read(sheet, row, column)) };
    },
    named: (name) => {
      const found = workbook.names.find((n) => n.name.toLowerCase() === name.toLowerCase());
      return found && parseFormula(found.formula);
    },
  };
}

function stored(sheet: Sheet, row: number, column: number): CellValue {
  return sheet.cell(row, column)?.value ?? null;
}

/** Whole columns and rows are read as far as the sheet is used. */
function clipped(sheet: Sheet, area: Area): Area {
  if (area.bottom - area.top < 10_000 && area.right - area.left < 1000) return area;
  const used = sheet.usedArea(true);
  const first = { ...area, bottom: area.top, right: area.left };
  return (used && intersection(used, area)) ?? first;
}

function formulaCells(workbook: Workbook): readonly FormulaCell[] {
  return workbook.sheets.flatMap((sheet) =>
    [...sheet.cells].flatMap(([key, cell]) => {
      const expression = cell.formula === undefined ? undefined : parseFormula(cell.formula);
      return expression
        ? [
            {
              sheet,
              key,
              area: keyArea(key),
              expression,
              precedents: precedents(workbook, sheet, expression),
            },
          ]
        : [];
    }),
  );
}

function precedents(workbook: Workbook, home: Sheet, expression: Expression): readonly SheetArea[] {
  switch (expression.kind) {
    case 'reference': {
      const sheet = expression.sheet === undefined ? home : workbook.sheetNamed(expression.sheet);
      return sheet ? [{ sheet, area: expression.area }] : [];
    }
    case 'name': {
      const target = sourceOn(workbook, home).named(expression.name);
      return target ? precedents(workbook, home, target) : [];
    }
    case 'call':
      return expression.args.flatMap((arg) => precedents(workbook, home, arg));
    case 'unary':
      return precedents(workbook, home, expression.operand);
    case 'binary':
      return [
        ...precedents(workbook, home, expression.left),
        ...precedents(workbook, home, expression.right),
      ];
    case 'constant':
    case 'missing':
      return [];
    default:
      return assertNever(expression);
  }
}

function dirtyCells(formulas: readonly FormulaCell[], changed: SheetArea): Map<FormulaCell, FormulaCell> {
  const dirty = new Map<FormulaCell, FormulaCell>();
  for (const cell of formulas)
    if (cell.sheet === changed.sheet && overlaps(cell.area, changed.area)) dirty.set(cell, cell);
  const queue: SheetArea[] = [changed, ...dirty.keys()];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const cell of formulas) {
      if (dirty.has(cell) || !looksAt(cell, next)) continue;
      dirty.set(cell, cell);
      queue.push(cell);
    }
  }
  return dirty;
}

function looksAt(cell: FormulaCell, changed: SheetArea): boolean {
  return cell.precedents.some((p) => p.sheet === changed.sheet && overlaps(p.area, changed.area));
}

class Recalculation {
  readonly #workbook: Workbook;
  readonly #waiting = new Map<Sheet, Map<number, FormulaCell>>();
  readonly #visiting = new Set<FormulaCell>();

  constructor(workbook: Workbook, dirty: ReadonlyMap<FormulaCell, FormulaCell>) {
    this.#workbook = workbook;
    for (const cell of dirty.values()) {
      const sheet = this.#waiting.get(cell.sheet) ?? new Map<number, FormulaCell>();
      this.#waiting.set(cell.sheet, sheet.set(cell.key, cell));
    }
  }

  settle(cell: FormulaCell): void {
    if (this.#waiting.get(cell.sheet)?.delete(cell.key) !== true) return;
    const { sheet, key, expression } = cell;
    const source = sourceOn(this.#workbook, sheet, (s, row, column) => this.#read(s, row, column));
    const stale = sheet.cells.get(key);
    if (stale === undefined) return;
    this.#visiting.add(cell);
    const unknown = !canEvaluate(expression, source);
    const value = unknown ? (stale.value ?? { error: '#NAME?' }) : evaluateToCell(expression, source);
    this.#visiting.delete(cell);
    sheet.cells.set(key, { ...stale, value });
  }

  /** A circle reads the old value, which is what Excel's first warning leaves in the cell. */
  #read(sheet: Sheet, row: number, column: number): CellValue {
    const pending = this.#waiting.get(sheet)?.get(cellKey(row, column));
    if (pending !== undefined && !this.#visiting.has(pending)) this.settle(pending);
    return stored(sheet, row, column);
  }
}
