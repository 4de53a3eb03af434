import { MAX_COLUMNS, MAX_ROWS } from '../../model/address.ts';
import { clearStyle, setColumns, setRows, setStyle } from '../../model/format-cells.ts';
import type { CellStyle } from '../../model/style.ts';
import { accessDenied, invalidArgument } from '../host-error.ts';
import { remote, type RangeTarget } from '../remote.ts';
import type { Session } from '../session.ts';
import { ignored, type Scalar, type WireClass } from '../wire-class.ts';
import { colorText } from './color.ts';
import { commonStyle } from './uniform-style.ts';

/** Points; the sizes of an untouched sheet. */
const STANDARD_WIDTH = 48;
const STANDARD_HEIGHT = 15;

export const rangeFormatClass: WireClass<RangeTarget> = {
  scalars: {
    HorizontalAlignment: styled('horizontal', word),
    VerticalAlignment: styled('vertical', word),
    WrapText: styled('wrap', truth),
    IndentLevel: styled('indent', amount),
    ColumnWidth: { get: columnWidth, set: setColumnWidth },
    RowHeight: { get: rowHeight, set: setRowHeight },
  },
  navigation: {
    Fill: (target) => remote('RangeFill', target),
    Font: (target) => remote('RangeFont', target),
    Borders: (target) => remote('RangeBorderCollection', target),
    Protection: (target) => remote('FormatProtection', target),
  },
  methods: { AutofitColumns: ignored, AutofitRows: ignored },
};

export const rangeFillClass: WireClass<RangeTarget> = {
  scalars: { Color: styled('fill', colorText) },
  methods: {
    Clear: (target, _, { workbook }) => {
      if (!clearStyle(workbook, target, ['fill'])) throw accessDenied();
    },
  },
};

export const rangeFontClass: WireClass<RangeTarget> = {
  scalars: {
    Name: styled('fontName', word),
    Size: styled('fontSize', amount),
    Color: styled('fontColor', colorText),
    Bold: styled('bold', truth),
    Italic: styled('italic', truth),
    Underline: styled('underline', word),
    Strikethrough: styled('strikethrough', truth),
  },
};

export const formatProtectionClass: WireClass<RangeTarget> = {
  scalars: { Locked: lockScalar('locked'), FormulaHidden: lockScalar('formulaHidden') },
};

/** One style key of a range: null where its cells differ. */
function styled<K extends keyof CellStyle>(
  key: K,
  read: (value: unknown) => NonNullable<CellStyle[K]>,
): Scalar<RangeTarget> {
  return {
    get: (target) => commonStyle(target, (style) => style[key]),
    set: (target, value, { workbook }) => {
      if (!setStyle(workbook, target, { [key]: read(value) })) throw accessDenied();
    },
  };
}

/** Locking cannot be changed on a protected sheet, whatever its options allow. */
function lockScalar(key: 'locked' | 'formulaHidden'): Scalar<RangeTarget> {
  const scalar = styled(key, truth);
  return {
    get: scalar.get,
    set: (target, value, session) => {
      if (target.sheet.protection !== undefined) throw accessDenied();
      scalar.set?.(target, value, session);
    },
  };
}

function word(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  return value;
}

function truth(value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidArgument();
  return value;
}

function amount(value: unknown): number {
  if (typeof value !== 'number' || value < 0) throw invalidArgument();
  return value;
}

function columnWidth({ sheet, area }: RangeTarget): number | null {
  const width = (index: number) =>
    sheet.columns.get(index)?.hidden === true ? 0 : (sheet.columns.get(index)?.size ?? STANDARD_WIDTH);
  return common(area.left, area.right, width);
}

function rowHeight({ sheet, area }: RangeTarget): number | null {
  const height = (index: number) =>
    sheet.rows.get(index)?.hidden === true ? 0 : (sheet.rows.get(index)?.size ?? STANDARD_HEIGHT);
  return common(area.top, Math.min(area.bottom, area.top + MAX_COLUMNS), height);
}

function common(from: number, to: number, read: (index: number) => number): number | null {
  const first = read(from);
  for (let index = from + 1; index <= to; index += 1) if (read(index) !== first) return null;
  return first;
}

function setColumnWidth(target: RangeTarget, value: unknown, { workbook }: Session): void {
  const whole = { ...target, area: { ...target.area, top: 0, bottom: MAX_ROWS - 1 } };
  if (!setColumns(workbook, whole, { size: amount(value) })) throw accessDenied();
}

function setRowHeight(target: RangeTarget, value: unknown, { workbook }: Session): void {
  const whole = { ...target, area: { ...target.area, left: 0, right: MAX_COLUMNS - 1 } };
  if (!setRows(workbook, whole, { size: amount(value) })) throw accessDenied();
}
