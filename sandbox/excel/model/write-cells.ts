import { parseFormula } from '../formula/parse-formula.ts';
import { recalculate } from '../formula/recalculate.ts';
import { err, ok, type Result } from '../../../src/domain/result.ts';
import type { Area } from './address.ts';
import { cellCount, eachCell } from './area.ts';
import { GENERAL, TEXT_FORMAT, type Cell } from './cell.ts';
import { EN_US } from './locale.ts';
import { parseNumber, type ParsedInput } from './parse-input.ts';
import { mayEdit } from './protect.ts';
import { serialOfCivil } from './serial.ts';
import type { Sheet } from './sheet.ts';
import { growTableDown } from './table-growth.ts';
import type { Workbook } from './workbook.ts';

/** What office.js may put in a cell: null leaves it alone, "" empties it. */
export type CellInput = string | number | boolean | null;

export type WriteProblem = 'protected' | 'invalid-formula' | 'invalid-value';

export interface AreaWrite {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly input: (row: number, column: number) => unknown;
}

/**
 * Writes values or formulas as office.js does: nothing is written when one cell is locked or cannot be read.
 * Numbers typed as text become numbers, "=" becomes a formula; dates in a local shape stay text (platform.md D6).
 */
export function writeCells(workbook: Workbook, write: AreaWrite): Result<void, WriteProblem> {
  const { sheet, area } = write;
  if (!mayEdit(sheet, area)) return err('protected');
  const planned = planWrite(workbook, write);
  if (!planned.ok) return planned;
  const before = sheet.cell(area.top, area.left)?.value ?? null;
  for (const [row, column, cell] of planned.value) sheet.put(row, column, cell);
  growTableDown(workbook, sheet, area);
  finish(workbook, { sheet, area }, before);
  return ok(undefined);
}

/** After values changed in any other way: formulas, then everybody who listens. */
export function finish(
  workbook: Workbook,
  at: { readonly sheet: Sheet; readonly area: Area },
  before: Cell['value'],
): void {
  recalculate(workbook, at);
  const single = cellCount(at.area) === 1;
  const after = at.sheet.cell(at.area.top, at.area.left)?.value ?? null;
  workbook.emit({ kind: 'changed', changeType: 'RangeEdited', ...at, ...(single ? { before, after } : {}) });
}

type PlannedCell = readonly [number, number, Cell | undefined];

function planWrite(
  workbook: Workbook,
  { sheet, area, input }: AreaWrite,
): Result<readonly PlannedCell[], WriteProblem> {
  const cells: PlannedCell[] = [];
  let problem: WriteProblem | undefined;
  eachCell(area, (row, column) => {
    const value = input(row, column);
    if (value === null || problem !== undefined) return;
    const cell = isInput(value)
      ? inputCell(value, sheet.cell(row, column), sheet.format(row, column), workbook)
      : err('invalid-value' as const);
    if (cell.ok) cells.push([row, column, cell.value]);
    else problem = cell.error;
  });
  return problem === undefined ? ok(cells) : err(problem);
}

function isInput(value: unknown): value is string | number | boolean {
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  );
}

function inputCell(
  value: string | number | boolean,
  old: Cell | undefined,
  format: string,
  workbook: Workbook,
): Result<Cell | undefined, WriteProblem> {
  if (value === '') return ok(emptied(old));
  if (typeof value === 'boolean') return ok(filled(old, { value }));
  if (format === TEXT_FORMAT) return ok(filled(old, { value: String(value) }));
  if (typeof value === 'number') return ok(filled(old, { value }));
  if (value.startsWith("'")) return ok({ ...filled(old, { value: value.slice(1) }), quoted: true });
  const number = parseNumber(value, EN_US);
  if (number === undefined && /^[=+-]/u.test(value) && value.length > 1) return formulaCell(value, old);
  return ok(filled(old, number ?? isoDate(value, workbook.date1904) ?? word(value) ?? { value }, format));
}

/** "=", "+" and "-" start a formula; what no formula can begin with is refused, as Excel refuses it. */
function formulaCell(text: string, old: Cell | undefined): Result<Cell, WriteProblem> {
  const formula = text.startsWith('=') ? text : `=${text}`;
  if (!looksLikeFormula(formula)) return err('invalid-formula');
  return ok({ ...kept(old), value: null, formula });
}

/** Our evaluator is small: what it cannot read is accepted unless it is plainly broken. */
export function looksLikeFormula(formula: string): boolean {
  if (parseFormula(formula) !== undefined) return true;
  return /[[\]{}!:@#]/u.test(formula) && balanced(formula);
}

function balanced(formula: string): boolean {
  let depth = 0;
  for (const mark of formula.replaceAll(/"[^"]*"/gu, '')) {
    if (mark === '(') depth += 1;
    if (mark === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

export function filled(old: Cell | undefined, input: ParsedInput, format: string = TEXT_FORMAT): Cell {
  const formatted = input.format !== undefined && format === GENERAL ? { format: input.format } : {};
  return { ...kept(old), ...formatted, value: input.value };
}

export function emptied(old: Cell | undefined): Cell | undefined {
  const rest = kept(old);
  return rest.format === undefined && rest.style === undefined ? undefined : { ...rest, value: null };
}

function kept(old: Cell | undefined): Pick<Cell, 'format' | 'style'> {
  return {
    ...(old?.format === undefined ? {} : { format: old.format }),
    ...(old?.style === undefined ? {} : { style: old.style }),
  };
}

function isoDate(text: string, date1904: boolean): ParsedInput | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  const value = parts && serialOfCivil(Number(parts[1]), Number(parts[2]), Number(parts[3]), date1904);
  return value === null || value === undefined ? undefined : { value, format: 'yyyy-mm-dd' };
}

function word(text: string): ParsedInput | undefined {
  const upper = text.toUpperCase();
  return upper === 'TRUE' || upper === 'FALSE' ? { value: upper === 'TRUE' } : undefined;
}
