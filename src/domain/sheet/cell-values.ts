import { err, ok, type Result } from '../result.ts';
import { cellAddress, cellAt, type SheetCell, type SheetGrid } from './grid.ts';
import { isPercentFormat } from './number-format.ts';
import { parseDate, type DayOrder } from './parse-date.ts';
import { parseNumber, type DecimalMark } from './parse-number.ts';
import { dayInWords, quoted } from './problem-words.ts';
import type { ProblemCode } from './problems.ts';
import { serialToIso } from './serial-date.ts';

/** A cell that knows its address on the sheet, so that a refusal can name the place. */
export interface PlacedCell extends SheetCell {
  readonly address: string;
}

/** Why a cell gives no value: a code of the closed list and a sentence naming place and cure (SCREENS.md 8). */
export interface CellProblem {
  readonly code: ProblemCode;
  readonly message: string;
}

/** The cell at a 0-based grid position together with its sheet address. */
export function placedCell(grid: SheetGrid, row: number, column: number): PlacedCell {
  const { value, text, type, format } = cellAt(grid, row, column);
  return {
    value,
    text,
    type,
    ...(format === undefined ? {} : { format }),
    get address() {
      return cellAddress(grid, row, column);
    },
  };
}

/**
 * The number a cell holds. With unit "%" a share becomes percent points (0.42 shown as 42% gives 42);
 * without a unit "12%" is the share 0.12, as in the sheet. `decimal` settles texts such as "1.234".
 */
export function cellToNumber(
  cell: PlacedCell,
  unit?: string,
  decimal?: DecimalMark,
): Result<number, CellProblem> {
  const inPercent = unit !== undefined && /^\s*(?:%|percent|prozent|pct|procent)/iu.test(unit);
  if (cell.type === 'number' && typeof cell.value === 'number' && Number.isFinite(cell.value)) {
    return ok(inPercent && isPercentFormat(cell.format) ? tidy(cell.value * 100) : cell.value);
  }
  if (cell.type === 'empty') return refuse('missing-value', `${cell.address} is empty. Enter a number.`);
  if (cell.type === 'error') return err(errorValue(cell));
  const parsed = cell.type === 'text' ? parseNumber(cell.text, decimal) : undefined;
  if (parsed?.ok === true) {
    const { value, percent } = parsed.value;
    return ok(percent && !inPercent ? tidy(value / 100) : value);
  }
  if (parsed?.ok === false && parsed.error.code === 'ambiguous') {
    const [large, small] = parsed.error.readings;
    return refuse('ambiguous-number', `${quoted(cell.text)} in ${cell.address} can mean ${large} or ${small}. Enter it as a number.`); // prettier-ignore
  }
  return refuse('not-a-number', `${quoted(cell.text)} in ${cell.address} is not a number. Enter a number, or leave the cell empty.`); // prettier-ignore
}

export interface DateOptions {
  /** The civil day that counts as today, YYYY-MM-DD; fills a missing year. */
  readonly today: string;
  readonly order?: DayOrder;
}

/** The civil day a cell holds as YYYY-MM-DD. A text that needs a guess is refused with the guess as a question. */
export function cellToDate(cell: PlacedCell, options: DateOptions): Result<string, CellProblem> {
  if (cell.type === 'empty') return refuse('missing-value', `${cell.address} is empty. Enter a date.`);
  if (cell.type === 'error') return err(errorValue(cell));
  if (cell.type === 'date' && typeof cell.value === 'number') {
    const iso = serialToIso(cell.value);
    if (iso !== undefined) return ok(iso);
  }
  const parsed = cell.type === 'text' ? parseDate(cell.text, hintsOf(options)) : undefined;
  if (parsed?.ok === true && parsed.value.sure) return ok(parsed.value.iso);
  if (parsed?.ok === true) return err(dateAsText(cell, dayInWords(parsed.value.iso)));
  if (parsed?.ok === false && parsed.error.code === 'ambiguous') {
    return err(dateAsText(cell, parsed.error.readings.map(dayInWords).join(' or ')));
  }
  return refuse(
    'not-a-date',
    `${quoted(cell.text)} in ${cell.address} is not a date. Enter a date, such as 2026-04-13.`,
  );
}

function hintsOf({ today, order }: DateOptions): { order?: DayOrder; year?: number } {
  const year = Number(today.slice(0, 4));
  return { ...(order === undefined ? {} : { order }), ...(Number.isInteger(year) ? { year } : {}) };
}

function dateAsText(cell: PlacedCell, guess: string): CellProblem {
  return {
    code: 'date-as-text',
    message: `${quoted(cell.text)} in ${cell.address} is text. Is it ${guess}?`,
  };
}

/** The problem of a cell that holds an error value. */
export function errorValue(cell: PlacedCell): CellProblem {
  const message = `${cell.text || 'An error'} in ${cell.address} is not a value. Until its formula is mended the cell counts as empty.`;
  return { code: 'error-value', message };
}

function refuse(code: ProblemCode, message: string): Result<never, CellProblem> {
  return err({ code, message });
}

function tidy(value: number): number {
  return Number(value.toPrecision(15));
}
