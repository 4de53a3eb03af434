import { cellText, columnLetters } from './model/address.ts';
import { intersection } from './model/area.ts';
import { isError, type CellValue } from './model/cell.ts';
import { conditionalLook } from './model/conditional-format.ts';
import { mergeAt } from './model/merge.ts';
import type { Sheet } from './model/sheet.ts';
import type { BorderLine, BorderSide } from './model/style.ts';
import { validationKind } from './model/validation-rule.ts';
import type { Workbook } from './model/workbook.ts';
import { isDateOrTime as isDate } from './number-format/format-kind.ts';
import { formatText } from './number-format/format-text.ts';

/** 0-based; as many rows and columns as fit on the screen. */
export interface Viewport {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

export interface GridColumn {
  readonly index: number;
  readonly letters: string;
  /** Points; hidden columns are not listed. */
  readonly width: number;
}

export interface GridCell {
  readonly column: number;
  readonly address: string;
  /** What the cell shows. */
  readonly text: string;
  /** What the formula bar and an editor show. */
  readonly input: string;
  readonly align: 'left' | 'right' | 'center';
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly wrap?: boolean;
  readonly borders?: Readonly<Partial<Record<BorderSide, BorderLine>>>;
  /** A merged cell spans these; the cells it covers are not listed. */
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  /** Header row of a table. */
  readonly tableHeader?: boolean;
  /** The cell has a drop-down list. */
  readonly list?: boolean;
  /** The sheet is protected and the cell is locked. */
  readonly readOnly?: boolean;
}

export interface GridRow {
  readonly index: number;
  /** Points. */
  readonly height: number;
  /** Only cells that show something; the others are blank and editable. */
  readonly cells: readonly GridCell[];
}

export interface GridView {
  readonly sheet: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}

const COLUMN_WIDTH = 48;
const ROW_HEIGHT = 15;

/** The visible part of a sheet as plain data, cheap enough to ask for after every change. */
export function gridView(workbook: Workbook, sheet: Sheet, viewport: Viewport): GridView {
  const columns = visible(
    viewport.left,
    viewport.columns,
    (index) => sheet.columns.get(index)?.hidden !== true,
  );
  const rows = visible(viewport.top, viewport.rows, (index) => sheet.rows.get(index)?.hidden !== true);
  return {
    sheet: sheet.name,
    columns: columns.map((index) => ({
      index,
      letters: columnLetters(index),
      width: sheet.columns.get(index)?.size ?? COLUMN_WIDTH,
    })),
    rows: rows.map((index) => ({
      index,
      height: sheet.rows.get(index)?.size ?? ROW_HEIGHT,
      cells: columns.flatMap(
        (column) => viewCell(workbook, { sheet, row: index, column }, { rows, columns }) ?? [],
      ),
    })),
  };
}

/** As many visible indexes as asked for, from the first on. */
function visible(from: number, count: number, shown: (index: number) => boolean): readonly number[] {
  const indexes: number[] = [];
  for (let index = from; indexes.length < count && index < from + count + 20_000; index += 1)
    if (shown(index)) indexes.push(index);
  return indexes;
}

interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

interface Shown {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

function viewCell(workbook: Workbook, place: Place, shown: Shown): GridCell | undefined {
  const { sheet, row, column } = place;
  const merge = mergeAt(sheet, row, column);
  if (
    merge !== undefined &&
    (row !== firstShown(shown.rows, merge.top) || column !== firstShown(shown.columns, merge.left))
  )
    return undefined;
  const source = merge === undefined ? place : { sheet, row: merge.top, column: merge.left };
  const looks = lookOf(workbook, source);
  const cell = sheet.cell(source.row, source.column);
  const table = workbook.tables.some(
    (t) =>
      t.sheet === sheet &&
      t.showHeaders &&
      t.area.top === row &&
      t.area.left <= column &&
      column <= t.area.right,
  );
  const list = hasList(sheet, row, column);
  const spans =
    merge === undefined
      ? {}
      : {
          rowSpan: countIn(shown.rows, merge.top, merge.bottom),
          columnSpan: countIn(shown.columns, merge.left, merge.right),
        };
  if (cell === undefined && merge === undefined && Object.keys(looks).length === 0 && !table && !list)
    return undefined;
  return {
    column,
    address: cellText(source.row, source.column),
    text: formatText(cell?.value ?? null, sheet.format(source.row, source.column), workbook),
    input: inputText(workbook, source),
    align: alignment(sheet.style(source.row, source.column).horizontal, cell?.value ?? null),
    ...looks,
    ...spans,
    ...(table ? { tableHeader: true } : {}),
    ...(list ? { list: true } : {}),
    ...(sheet.protection !== undefined && sheet.style(row, column).locked ? { readOnly: true } : {}),
  };
}

function firstShown(indexes: readonly number[], from: number): number | undefined {
  return indexes.find((index) => index >= from);
}

function countIn(indexes: readonly number[], from: number, to: number): number {
  return indexes.filter((index) => index >= from && index <= to).length;
}

function hasList(sheet: Sheet, row: number, column: number): boolean {
  const at = { top: row, left: column, bottom: row, right: column };
  return sheet.validations.some(
    (rule) => validationKind(rule) === 'list' && intersection(rule.area, at) !== undefined,
  );
}

/** The cell's own look, with that of conditional formats over it; defaults are left out. */
function lookOf(workbook: Workbook, place: Place): Partial<GridCell> {
  const { sheet, row, column } = place;
  const own = {
    ...sheet.columns.get(column)?.style,
    ...sheet.rows.get(row)?.style,
    ...sheet.cell(row, column)?.style,
  };
  const conditional = sheet.conditionalRules.length === 0 ? undefined : conditionalLook(workbook, place);
  const fill = conditional?.fill ?? own.fill;
  const color = conditional?.fontColor ?? own.fontColor;
  const underline = conditional?.underline ?? own.underline ?? 'None';
  return {
    ...(fill === undefined ? {} : { fill }),
    ...(color === undefined ? {} : { color }),
    ...((conditional?.bold ?? own.bold) === true ? { bold: true } : {}),
    ...((conditional?.italic ?? own.italic) === true ? { italic: true } : {}),
    ...(underline === 'None' ? {} : { underline: true }),
    ...(own.wrap === true ? { wrap: true } : {}),
    ...(own.borders === undefined || Object.keys(own.borders).length === 0 ? {} : { borders: own.borders }),
  };
}

/** Texts stand left, numbers right, booleans and errors in the middle, unless somebody said otherwise. */
function alignment(horizontal: string, value: CellValue): GridCell['align'] {
  if (horizontal === 'Left' || horizontal === 'Fill' || horizontal === 'Justify') return 'left';
  if (horizontal === 'Right') return 'right';
  if (horizontal.startsWith('Center')) return 'center';
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' || isError(value) ? 'center' : 'left';
}

/** Formulas as they are; numbers in full, dates and percents as one would type them. */
function inputText(workbook: Workbook, { sheet, row, column }: Place): string {
  const cell = sheet.cell(row, column);
  if (cell?.formula !== undefined) return cell.formula;
  const value = cell?.value ?? null;
  if (typeof value !== 'number') return formatText(value, '@', workbook);
  const format = sheet.format(row, column);
  if (isDate(format) && value >= 0)
    return formatText(
      value,
      Number.isInteger(value) ? 'm/d/yyyy' : `${workbook.locale.shortDate} hh:mm:ss`,
      workbook,
    );
  const percent = format.includes('%');
  const plain = String(percent ? Number((value * 100).toPrecision(15)) : value).replace(
    '.',
    workbook.locale.decimal,
  );
  return percent ? `${plain}%` : plain;
}
