import { evaluate } from '../formula/evaluate.ts';
import { parseFormula } from '../formula/parse-formula.ts';
import { sourceOn } from '../formula/recalculate.ts';
import { shiftFormula } from '../formula/shift-formula.ts';
import { compare, single, toBoolean, toText } from '../formula/value.ts';
import { isError, type CellValue } from './cell.ts';
import type { Place } from './check-validation.ts';
import type { ConditionalLook, ConditionalRule } from './conditional-rule.ts';
import type { Workbook } from './workbook.ts';

/** The look conditional formats give a cell: the first rule wins per property, and may end the search. */
export function conditionalLook(workbook: Workbook, place: Place): ConditionalLook | undefined {
  const { sheet, row, column } = place;
  const inside = ({ area }: ConditionalRule) =>
    area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;
  const rules = sheet.conditionalRules.filter(inside).toSorted((a, b) => a.priority - b.priority);
  let look: ConditionalLook | undefined;
  for (const rule of rules) {
    if (!applies(workbook, place, rule)) continue;
    look = { ...rule.look, ...look };
    if (rule.stopIfTrue) break;
  }
  return look;
}

function applies(workbook: Workbook, place: Place, rule: ConditionalRule): boolean {
  const value = place.sheet.cell(place.row, place.column)?.value ?? null;
  if (rule.kind === 'Custom') return toBoolean(operand(workbook, { place, rule }, rule.formula)) === true;
  if (rule.kind === 'ContainsText') return textApplies(value, rule);
  return valueApplies(workbook, { place, rule }, value);
}

function textApplies(value: CellValue, { rule }: ConditionalRule): boolean {
  const wanted = (typeof rule?.['text'] === 'string' ? rule['text'] : '').toLowerCase();
  const text = toText(value);
  if (typeof text !== 'string' || wanted === '') return false;
  const shown = text.toLowerCase();
  switch (rule?.['operator']) {
    case 'Contains':
      return shown.includes(wanted);
    case 'NotContains':
      return !shown.includes(wanted);
    case 'BeginsWith':
      return shown.startsWith(wanted);
    case 'EndsWith':
      return shown.endsWith(wanted);
    default:
      return false;
  }
}

interface Asked {
  readonly place: Place;
  readonly rule: ConditionalRule;
}

function valueApplies(workbook: Workbook, asked: Asked, value: CellValue): boolean {
  if (isError(value)) return false;
  const low = compare(value, operand(workbook, asked, asked.rule.rule?.['formula1']));
  const high = compare(value, operand(workbook, asked, asked.rule.rule?.['formula2']));
  switch (asked.rule.rule?.['operator']) {
    case 'EqualTo':
      return low === 0;
    case 'NotEqualTo':
      return low !== 0;
    case 'GreaterThan':
      return low > 0;
    case 'LessThan':
      return low < 0;
    case 'GreaterThanOrEqual':
      return low >= 0;
    case 'LessThanOrEqual':
      return low <= 0;
    case 'Between':
      return low >= 0 && high <= 0;
    case 'NotBetween':
      return low < 0 || high > 0;
    default:
      return false;
  }
}

/** Formulas are written for the rule's first cell and move with the cell they are asked for. */
function operand(workbook: Workbook, { place, rule }: Asked, input: unknown): CellValue {
  if (typeof input === 'number') return input;
  if (typeof input !== 'string') return null;
  const formula = input.startsWith('=') ? input : `=${input}`;
  const by = { rows: place.row - rule.area.top, columns: place.column - rule.area.left };
  const expression = parseFormula(shiftFormula(formula, by));
  return expression === undefined ? null : single(evaluate(expression, sourceOn(workbook, place.sheet)));
}
