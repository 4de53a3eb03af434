import { assertNever } from '../../../src/domain/result.ts';
import type { Area } from '../model/address.ts';
import { isError, type CellValue } from '../model/cell.ts';
import { holds } from './criterion.ts';
import { FUNCTIONS } from './functions.ts';
import type { Expression } from './parse-formula.ts';
import {
  compare,
  DIV_ERROR,
  isMatrix,
  NAME_ERROR,
  REF_ERROR,
  single,
  toBoolean,
  toNumber,
  plainText,
  VALUE_ERROR,
  type Matrix,
  type Operand,
} from './value.ts';

/** Where references lead; the sheet is absent for the formula's own. */
export interface CellSource {
  area(area: Area, sheet: string | undefined): Matrix | undefined;
  named(name: string): Expression | undefined;
}

/** True when every function and name in it is known, so that evaluating means something. */
export function canEvaluate(expression: Expression, source: CellSource): boolean {
  switch (expression.kind) {
    case 'constant':
    case 'missing':
    case 'reference':
      return true;
    case 'name':
      return source.named(expression.name) !== undefined;
    case 'call':
      return isKnown(expression.name) && expression.args.every((arg) => canEvaluate(arg, source));
    case 'unary':
      return canEvaluate(expression.operand, source);
    case 'binary':
      return canEvaluate(expression.left, source) && canEvaluate(expression.right, source);
    default:
      return assertNever(expression);
  }
}

function isKnown(name: string): boolean {
  return name === 'IF' || name === 'IFERROR' || Object.hasOwn(FUNCTIONS, name);
}

export function evaluate(expression: Expression, source: CellSource): Operand {
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'missing':
      return null;
    case 'reference':
      return source.area(expression.area, expression.sheet) ?? REF_ERROR;
    case 'name':
      return evaluateName(expression.name, source);
    case 'call':
      return call(expression.name, expression.args, source);
    case 'unary':
      return unary(expression.operator, single(evaluate(expression.operand, source)));
    case 'binary':
      return binary(
        expression.operator,
        single(evaluate(expression.left, source)),
        single(evaluate(expression.right, source)),
      );
    default:
      return assertNever(expression);
  }
}

/** The value a cell shows: an empty reference counts as 0. */
export function evaluateToCell(expression: Expression, source: CellSource): CellValue {
  const value = single(evaluate(expression, source));
  if (value === null) return 0;
  return typeof value === 'number' && !Number.isFinite(value) ? { error: '#NUM!' } : value;
}

function evaluateName(name: string, source: CellSource): Operand {
  const target = source.named(name);
  return target === undefined ? NAME_ERROR : evaluate(target, source);
}

function call(name: string, args: readonly Expression[], source: CellSource): Operand {
  if (name === 'IF') return branch(args, source);
  if (name === 'IFERROR') return recovered(args, source);
  const body = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  return body === undefined ? NAME_ERROR : body(args.map((arg) => evaluate(arg, source)));
}

function branch([test, yes, no]: readonly Expression[], source: CellSource): Operand {
  if (test === undefined) return VALUE_ERROR;
  const truth = toBoolean(single(evaluate(test, source)));
  if (typeof truth !== 'boolean') return truth;
  const chosen = truth ? yes : no;
  return chosen === undefined ? truth : evaluate(chosen, source);
}

function recovered([value, fallback]: readonly Expression[], source: CellSource): Operand {
  if (value === undefined) return VALUE_ERROR;
  const result = evaluate(value, source);
  const failed = !isMatrix(result) ? isError(result) : isError(single(result));
  return failed && fallback !== undefined ? evaluate(fallback, source) : result;
}

function unary(operator: string, value: CellValue): CellValue {
  if (operator === '+') return value;
  const amount = toNumber(value);
  if (typeof amount !== 'number') return amount;
  return operator === '%' ? amount / 100 : -amount;
}

function binary(operator: string, left: CellValue, right: CellValue): CellValue {
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (operator === '&') return plainText(left) + plainText(right);
  if (/^[<>=]/u.test(operator)) return holds(operator, compare(left, right));
  return arithmetic(operator, toNumber(left), toNumber(right));
}

function arithmetic(operator: string, left: CellValue, right: CellValue): CellValue {
  if (typeof left !== 'number') return left;
  if (typeof right !== 'number') return right;
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  if (operator === '/') return right === 0 ? DIV_ERROR : left / right;
  return left ** right;
}
