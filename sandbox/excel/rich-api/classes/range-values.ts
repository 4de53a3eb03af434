import { cellCount, columnCount, mapCells, rowCount } from '../../model/area.ts';
import { setFormats } from '../../model/format-cells.ts';
import { writeCells, type WriteProblem } from '../../model/write-cells.ts';
import { formatCategory } from '../../number-format/format-kind.ts';
import { plainValue, shownText, valueType } from '../cell-text.ts';
import { accessDenied, invalidArgument } from '../host-error.ts';
import type { RangeTarget } from '../remote.ts';
import type { Session } from '../session.ts';
import type { Scalar } from '../wire-class.ts';

const WRONG_SIZE =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";
/** Excel hands out at most five million cells at once; beyond that the answer is null without an error. */
const MAX_CELLS = 5_000_000;

export const rangeValueScalars: Readonly<Record<string, Scalar<RangeTarget>>> = {
  Values: {
    get: grid(({ sheet }, row, column) => plainValue(sheet.cell(row, column)?.value ?? null)),
    set: write,
  },
  Formulas: { get: grid(formula), set: write },
  FormulasLocal: { get: grid(formula), set: write },
  Text: { get: grid(({ sheet }, row, column, { workbook }) => shownText(workbook, sheet, row, column)) },
  ValueTypes: { get: grid(({ sheet }, row, column) => valueType(sheet.cell(row, column)?.value ?? null)) },
  NumberFormat: { get: grid(({ sheet }, row, column) => sheet.format(row, column)), set: writeFormats },
  NumberFormatLocal: { get: grid(({ sheet }, row, column) => sheet.format(row, column)), set: writeFormats },
  NumberFormatCategories: {
    get: grid(({ sheet }, row, column) => formatCategory(sheet.format(row, column))),
  },
  HasSpill: { get: () => false },
};

type CellReader = (target: RangeTarget, row: number, column: number, session: Session) => unknown;

function grid(read: CellReader): (target: RangeTarget, session: Session) => unknown {
  return (target, session) => {
    if (cellCount(target.area) > MAX_CELLS) return null;
    return mapCells(target.area, (row, column) => read(target, row, column, session));
  };
}

function formula({ sheet }: RangeTarget, row: number, column: number): unknown {
  const cell = sheet.cell(row, column);
  return cell?.formula ?? plainValue(cell?.value ?? null);
}

function write(target: RangeTarget, value: unknown, { workbook }: Session): void {
  const result = writeCells(workbook, { ...target, input: inputOf(target, value) });
  if (!result.ok) throw writeError(result.error);
}

function writeFormats(target: RangeTarget, value: unknown, { workbook }: Session): void {
  // One code in a 1 x 1 grid goes to all cells: add-ins write whole columns that way.
  const one: unknown =
    Array.isArray(value) && value.length === 1 && Array.isArray(value[0]) && value[0].length === 1
      ? value[0][0]
      : value;
  const input = inputOf(target, one);
  if (!setFormats(workbook, target, (row, column) => formatInput(input(row, column)))) throw accessDenied();
}

function formatInput(value: unknown): string | null {
  if (typeof value !== 'string' && value !== null) throw invalidArgument();
  return value;
}

export function writeError(problem: WriteProblem): Error {
  return problem === 'protected' ? accessDenied() : invalidArgument();
}

/** One value for all cells, or a grid of exactly the range's shape. */
function inputOf({ area }: RangeTarget, value: unknown): (row: number, column: number) => unknown {
  if (!Array.isArray(value)) return () => value;
  const rows = value as readonly (readonly unknown[])[];
  const fits =
    rows.length === rowCount(area) &&
    rows.every((row) => Array.isArray(row) && row.length === columnCount(area));
  if (!fits) throw invalidArgument(WRONG_SIZE);
  return (row, column) => rows[row - area.top]?.[column - area.left];
}

/** office.js asks this before it sends a large grid in slices. */
export function validateSize({ area }: RangeTarget, rows: number, columns: number): null {
  if (rows !== rowCount(area) || columns !== columnCount(area)) throw invalidArgument(WRONG_SIZE);
  return null;
}
