import { isError, type CellValue, type ErrorValue } from '../model/cell.ts';
import { serialOfCivil } from '../model/serial.ts';
import { roundedHalfUp } from '../number-format/number-text.ts';
import { criterion } from './criterion.ts';
import {
  DIV_ERROR,
  isMatrix,
  NUM_ERROR,
  plainText,
  single,
  toBoolean,
  toNumber,
  toText,
  VALUE_ERROR,
  type Operand,
} from './value.ts';

/** Functions that evaluate all their arguments first; IF and IFERROR live with the evaluator. */
export const FUNCTIONS: Readonly<Record<string, (args: readonly Operand[]) => CellValue>> = {
  SUM: (args) => overNumbers(args, (numbers) => numbers.reduce((sum, n) => sum + n, 0)),
  AVERAGE: (args) =>
    overNumbers(args, (n) => (n.length === 0 ? DIV_ERROR : n.reduce((sum, x) => sum + x, 0) / n.length)),
  MIN: (args) => overNumbers(args, (n) => (n.length === 0 ? 0 : n.reduce((a, b) => Math.min(a, b)))),
  MAX: (args) => overNumbers(args, (n) => (n.length === 0 ? 0 : n.reduce((a, b) => Math.max(a, b)))),
  PRODUCT: (args) => overNumbers(args, (n) => (n.length === 0 ? 0 : n.reduce((a, b) => a * b, 1))),
  MEDIAN: (args) => overNumbers(args, median),
  COUNT: (args) => cells(args).filter((value) => typeof value === 'number').length,
  COUNTA: (args) => cells(args).filter((value) => value !== null).length,
  COUNTBLANK: (args) => cells(args).filter((value) => value === null || value === '').length,
  COUNTIF: ([range, test]) => cells([range ?? null]).filter(criterion(single(test))).length,
  SUMIF: ([range, test, sums]) => sumIf(range ?? null, single(test), sums ?? range ?? null),
  ROUND: (args) =>
    rounded(args, (value, digits) => Math.sign(value) * Number(roundedHalfUp(Math.abs(value), digits))),
  ROUNDUP: (args) => rounded(args, (value, digits) => towards(Math.ceil, value, digits)),
  ROUNDDOWN: (args) => rounded(args, (value, digits) => towards(Math.floor, value, digits)),
  ABS: ([x]) => onNumber(x, Math.abs),
  INT: ([x]) => onNumber(x, Math.floor),
  SQRT: ([x]) => onNumber(x, (n) => (n < 0 ? NUM_ERROR : Math.sqrt(n))),
  MOD: ([x, y]) =>
    onNumber(y, (by) => (by === 0 ? DIV_ERROR : onNumber(x, (n) => n - by * Math.floor(n / by)))),
  AND: (args) => logical(args, (values) => values.every(Boolean)),
  OR: (args) => logical(args, (values) => values.some(Boolean)),
  NOT: ([x]) => withBoolean(single(x), (value) => !value),
  CONCATENATE: (args) => joined(args.map(single)),
  CONCAT: (args) => joined(cells(args)),
  LEN: ([x]) => onText(x, (text) => text.length),
  TRIM: ([x]) => onText(x, (text) => text.trim().replaceAll(/ +/gu, ' ')),
  UPPER: ([x]) => onText(x, (text) => text.toUpperCase()),
  LOWER: ([x]) => onText(x, (text) => text.toLowerCase()),
  LEFT: ([x, n]) => onText(x, (text) => text.slice(0, count(n))),
  RIGHT: ([x, n]) => onText(x, (text) => text.slice(text.length - Math.min(text.length, count(n)))),
  ISBLANK: ([x]) => single(x) === null,
  ISNUMBER: ([x]) => typeof single(x) === 'number',
  ISTEXT: ([x]) => typeof single(x) === 'string',
  ISERROR: ([x]) => isError(single(x)),
  SEARCH: ([wanted, text]) => found(toText(single(wanted)), toText(single(text))),
  DATE: ([y, m, d]) =>
    onNumber(y, (year) => onNumber(m, (month) => onNumber(d, (day) => dateSerial(year, month, day)))),
};

function cells(args: readonly Operand[]): readonly CellValue[] {
  return args.flatMap((arg) => (isMatrix(arg) ? arg.grid.flat() : [arg]));
}

/** In ranges only numbers count; written as arguments, texts and booleans are read as numbers. */
function overNumbers(
  args: readonly Operand[],
  combine: (numbers: readonly number[]) => CellValue,
): CellValue {
  const numbers: number[] = [];
  for (const arg of args) {
    const problem = isMatrix(arg) ? rangeNumbers(arg.grid.flat(), numbers) : argumentNumber(arg, numbers);
    if (problem !== undefined) return problem;
  }
  return combine(numbers);
}

function rangeNumbers(values: readonly CellValue[], into: number[]): ErrorValue | undefined {
  for (const value of values) {
    if (isError(value)) return value;
    if (typeof value === 'number') into.push(value);
  }
  return undefined;
}

function argumentNumber(value: CellValue, into: number[]): ErrorValue | undefined {
  const amount = toNumber(value);
  if (typeof amount !== 'number') return amount;
  into.push(amount);
  return undefined;
}

function onNumber(operand: Operand | undefined, use: (value: number) => CellValue): CellValue {
  const value = toNumber(single(operand));
  return typeof value === 'number' ? use(value) : value;
}

function onText(operand: Operand | undefined, use: (text: string) => CellValue): CellValue {
  const text = toText(single(operand));
  return typeof text === 'string' ? use(text) : text;
}

function withBoolean(value: CellValue, use: (value: boolean) => CellValue): CellValue {
  const truth = toBoolean(value);
  return typeof truth === 'boolean' ? use(truth) : truth;
}

function logical(args: readonly Operand[], combine: (values: readonly boolean[]) => boolean): CellValue {
  const given = cells(args).filter((value) => value !== null && typeof value !== 'string');
  const problem = given.find(isError);
  if (problem !== undefined) return problem;
  return given.length === 0 ? VALUE_ERROR : combine(given.map(Boolean));
}

function rounded(args: readonly Operand[], round: (value: number, digits: number) => number): CellValue {
  return onNumber(args[0], (value) => onNumber(args[1] ?? 0, (digits) => round(value, Math.trunc(digits))));
}

function towards(round: (value: number) => number, value: number, digits: number): number {
  const factor = 10 ** digits;
  return (Math.sign(value) * round(Number((Math.abs(value) * factor).toPrecision(15)))) / factor;
}

function median(numbers: readonly number[]): CellValue {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return NUM_ERROR;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function sumIf(range: Operand, test: CellValue, sums: Operand): CellValue {
  const fits = criterion(test);
  const amounts = cells([sums]);
  return cells([range]).reduce<number>((sum, value, index) => {
    const amount = amounts[index];
    return fits(value) && typeof amount === 'number' ? sum + amount : sum;
  }, 0);
}

function joined(values: readonly CellValue[]): CellValue {
  return values.find(isError) ?? values.map(plainText).join('');
}

function count(operand: Operand | undefined): number {
  const value = operand === undefined ? 1 : toNumber(single(operand));
  return typeof value === 'number' ? Math.max(0, Math.trunc(value)) : 0;
}

function found(wanted: string | ErrorValue, text: string | ErrorValue): CellValue {
  if (typeof wanted !== 'string') return wanted;
  if (typeof text !== 'string') return text;
  const at = text.toLowerCase().indexOf(wanted.toLowerCase());
  return at < 0 ? VALUE_ERROR : at + 1;
}

/** DATE carries months and days over, as Excel does. */
function dateSerial(year: number, month: number, day: number): CellValue {
  const first = new Date(Date.UTC(year, Math.trunc(month) - 1, 1));
  const serial = serialOfCivil(first.getUTCFullYear(), first.getUTCMonth() + 1, 1);
  return serial === undefined ? NUM_ERROR : serial + Math.trunc(day) - 1;
}
