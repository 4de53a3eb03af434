import { parseFormula } from '../formula/parse-formula.ts';
import { evaluate } from '../formula/evaluate.ts';
import { sourceOn } from '../formula/recalculate.ts';
import { isMatrix, plainText, single, toBoolean, toNumber } from '../formula/value.ts';
import { shiftFormula } from '../formula/shift-formula.ts';
import type { CellValue } from './cell.ts';
import type { Sheet } from './sheet.ts';
import { validationKind, type ValidationRule } from './validation-rule.ts';
import type { Workbook } from './workbook.ts';

export interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** The rule a value would break in that cell, or undefined. Only style "stop" refuses; the caller decides. */
export function checkValue(workbook: Workbook, place: Place, value: CellValue): ValidationRule | undefined {
  const { sheet, row, column } = place;
  const inside = ({ area }: ValidationRule) =>
    area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;
  const rule = sheet.validations.find(inside);
  if (rule === undefined || (value === null && rule.ignoreBlanks)) return undefined;
  return fits(workbook, { place, rule }, value) ? undefined : rule;
}

interface Check {
  readonly place: Place;
  readonly rule: ValidationRule;
}

function fits(workbook: Workbook, check: Check, value: CellValue): boolean {
  const kind = validationKind(check.rule);
  if (kind === undefined) return true;
  const settings = check.rule.rule[kind] ?? {};
  if (kind === 'list') return inList(workbook, check, value);
  if (kind === 'custom') return truthOf(operand(workbook, check, settings['formula']));
  if (kind === 'textLength') return compared(workbook, check, plainText(value).length);
  if (typeof value !== 'number' || (kind === 'wholeNumber' && !Number.isInteger(value))) return false;
  return compared(workbook, check, value);
}

function inList(workbook: Workbook, check: Check, value: CellValue): boolean {
  const source = check.rule.rule.list?.['source'];
  if (typeof source !== 'string') return true;
  const shown = (item: CellValue) => plainText(item).trim();
  if (!source.startsWith('=')) return source.split(',').some((item) => item.trim() === shown(value));
  const values = operand(workbook, check, source);
  return isMatrix(values)
    ? values.grid.flat().some((item) => shown(item).toLowerCase() === shown(value).toLowerCase())
    : true;
}

function compared(workbook: Workbook, check: Check, value: number): boolean {
  const kind = validationKind(check.rule);
  const { operator, formula1, formula2 } = (kind && check.rule.rule[kind]) ?? {};
  const low = toNumber(single(operand(workbook, check, formula1)));
  const high = toNumber(single(operand(workbook, check, formula2)));
  if (typeof low !== 'number') return true;
  const between = typeof high === 'number' && value >= low && value <= high;
  switch (operator) {
    case 'Between':
      return between;
    case 'NotBetween':
      return !between;
    case 'EqualTo':
      return value === low;
    case 'NotEqualTo':
      return value !== low;
    case 'GreaterThan':
      return value > low;
    case 'LessThan':
      return value < low;
    case 'GreaterThanOrEqualTo':
      return value >= low;
    case 'LessThanOrEqualTo':
      return value <= low;
    default:
      return true;
  }
}

/** Formulas of a rule are written for its first cell and move with the cell they are asked for. */
function operand(workbook: Workbook, { place, rule }: Check, input: unknown): ReturnType<typeof evaluate> {
  if (typeof input === 'number') return input;
  if (typeof input !== 'string') return null;
  if (!input.startsWith('=')) return input;
  const by = { rows: place.row - rule.area.top, columns: place.column - rule.area.left };
  const expression = parseFormula(shiftFormula(input, by));
  return expression === undefined ? true : evaluate(expression, sourceOn(workbook, place.sheet));
}

function truthOf(result: ReturnType<typeof evaluate>): boolean {
  return toBoolean(single(result)) === true;
}
