import { mapReferences } from '../formula/shift-formula.ts';
import { recalculate } from '../formula/recalculate.ts';
import {
  areaText,
  isEntireColumn,
  isEntireRow,
  MAX_COLUMNS,
  MAX_ROWS,
  parseArea,
  WHOLE_SHEET,
  type Area,
} from './address.ts';
import { columnCount, contains, rowCount } from './area.ts';
import { mayDo, mayEdit } from './protect.ts';
import type { BandProps, Sheet } from './sheet.ts';
import type { Workbook } from './workbook.ts';
import type { ChangeType } from './workbook-event.ts';

export type Shift = 'vertical' | 'horizontal';

interface Target {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** Pushes cells down or right to make room. False when the sheet's protection forbids it. */
export function insertCells(workbook: Workbook, target: Target, shift: Shift): boolean {
  const by = shift === 'vertical' ? rowCount(target.area) : columnCount(target.area);
  return shiftCells(workbook, target, { shift, by, deleted: false });
}

/** Removes cells and pulls up or left what follows. */
export function deleteCells(workbook: Workbook, target: Target, shift: Shift): boolean {
  const by = -(shift === 'vertical' ? rowCount(target.area) : columnCount(target.area));
  return shiftCells(workbook, target, { shift, by, deleted: true });
}

interface Move {
  readonly shift: Shift;
  readonly by: number;
  readonly deleted: boolean;
}

function shiftCells(workbook: Workbook, target: Target, move: Move): boolean {
  const { sheet, area } = target;
  if (!mayShift(target, move)) return false;
  const band = affected(area, move.shift);
  const cells = [...sheet.storedCells(band)];
  for (const { row, column } of cells) sheet.put(row, column, undefined);
  for (const { row, column, cell } of cells) {
    const moved = movedArea({ top: row, left: column, bottom: row, right: column }, area, move);
    if (moved !== undefined) sheet.put(moved.top, moved.left, cell);
  }
  moveBands(target, move);
  moveAreas(workbook, target, move);
  moveReferences(workbook, target, move);
  recalculate(workbook, { sheet, area: band });
  workbook.emit({ kind: 'changed', sheet, area, changeType: changeType(area, move) });
  return true;
}

/** A protected sheet allows whole rows and columns to be inserted or deleted only where its options say so. */
function mayShift({ sheet, area }: Target, move: Move): boolean {
  const verb = move.deleted ? 'Delete' : 'Insert';
  if (isEntireRow(area)) return mayDo(sheet, `allow${verb}Rows`);
  if (isEntireColumn(area)) return mayDo(sheet, `allow${verb}Columns`);
  return mayEdit(sheet, area);
}

function affected(area: Area, shift: Shift): Area {
  return shift === 'vertical' ? { ...area, bottom: MAX_ROWS - 1 } : { ...area, right: MAX_COLUMNS - 1 };
}

/** Where an area lies afterwards; undefined when it was deleted. Areas only partly in the band stay. */
function movedArea(own: Area, at: Area, move: Move): Area | undefined {
  const vertical = move.shift === 'vertical';
  const crosses = vertical
    ? own.left < at.left || own.right > at.right
    : own.top < at.top || own.bottom > at.bottom;
  if (crosses) return own;
  const [from, until] = vertical ? [at.top, at.bottom] : [at.left, at.right];
  const first = movedIndex(vertical ? own.top : own.left, {
    from,
    until,
    by: move.by,
    deleted: move.deleted,
    end: 'first',
  });
  const last = movedIndex(vertical ? own.bottom : own.right, {
    from,
    until,
    by: move.by,
    deleted: move.deleted,
    end: 'last',
  });
  if (first > last) return undefined;
  return vertical ? { ...own, top: first, bottom: last } : { ...own, left: first, right: last };
}

interface IndexMove {
  readonly from: number;
  readonly until: number;
  readonly by: number;
  readonly deleted: boolean;
  readonly end: 'first' | 'last';
}

function movedIndex(index: number, { from, until, by, deleted, end }: IndexMove): number {
  if (index < from) return index;
  if (!deleted) return index + by;
  if (index > until) return index + by;
  return end === 'first' ? from : from - 1;
}

function moveBands({ sheet, area }: Target, move: Move): void {
  if (move.shift === 'vertical' && isEntireRow(area))
    shiftBand(sheet.rows, (i) => movedArea({ ...area, top: i, bottom: i }, area, move)?.top);
  if (move.shift === 'horizontal' && isEntireColumn(area))
    shiftBand(sheet.columns, (i) => movedArea({ ...area, left: i, right: i }, area, move)?.left);
}

function shiftBand(bands: Map<number, BandProps>, moved: (index: number) => number | undefined): void {
  const entries = [...bands];
  bands.clear();
  for (const [index, props] of entries) {
    const next = moved(index);
    if (next !== undefined) bands.set(next, props);
  }
}

function moveAreas(workbook: Workbook, { sheet, area }: Target, move: Move): void {
  const next = (own: Area) => movedArea(own, area, move);
  sheet.merges = sheet.merges.flatMap((own) => next(own) ?? []);
  sheet.validations = sheet.validations.flatMap((rule) => withArea(rule, next(rule.area)));
  sheet.conditionalRules = sheet.conditionalRules.flatMap((rule) => withArea(rule, next(rule.area)));
  for (const table of workbook.tables) {
    if (table.sheet === sheet) table.area = next(table.area) ?? table.area;
  }
}

function withArea<T extends { readonly area: Area }>(rule: T, area: Area | undefined): readonly T[] {
  return area === undefined ? [] : [{ ...rule, area }];
}

/** References everywhere follow what they point at; what was deleted becomes #REF!. */
function moveReferences(workbook: Workbook, target: Target, move: Move): void {
  for (const home of workbook.sheets) {
    for (const { row, column, cell } of home.storedCells(WHOLE_SHEET)) {
      if (cell.formula !== undefined)
        home.put(row, column, {
          ...cell,
          formula: movedFormula(workbook, cell.formula, { home, target, move }),
        });
    }
  }
  const home = target.sheet;
  for (const name of workbook.names)
    name.formula = movedFormula(workbook, name.formula, { home, target, move });
}

interface FormulaMove {
  readonly home: Sheet;
  readonly target: Target;
  readonly move: Move;
}

function movedFormula(workbook: Workbook, formula: string, { home, target, move }: FormulaMove): string {
  return mapReferences(formula, (reference, sheetName) => {
    const sheet = sheetName === undefined ? home : workbook.sheetNamed(sheetName);
    const own = parseArea(reference);
    if (sheet !== target.sheet || own === undefined) return reference;
    const next = movedArea(own, target.area, move);
    return next === undefined
      ? '#REF!'
      : contains(next, own) && contains(own, next)
        ? reference
        : withLocks(reference, next);
  });
}

function withLocks(reference: string, next: Area): string {
  const locks = [...reference.matchAll(/(\$?)[A-Z]+(\$?)\d+/giu)];
  if (locks.length === 0) return areaText(next);
  return areaText(next)
    .split(':')
    .map((cell, i) =>
      cell.replace(/^([A-Z]+)(\d+)$/u, `${dollar(locks[i]?.[1])}$1${dollar(locks[i]?.[2])}$2`),
    )
    .join(':');
}

/** "$$" is how a replacement text spells one "$". */
function dollar(lock: string | undefined): string {
  return lock === '$' ? '$$' : '';
}

function changeType(area: Area, { deleted }: Move): ChangeType {
  if (isEntireRow(area)) return deleted ? 'RowDeleted' : 'RowInserted';
  if (isEntireColumn(area)) return deleted ? 'ColumnDeleted' : 'ColumnInserted';
  return deleted ? 'CellDeleted' : 'CellInserted';
}
