import { err, ok, type Result } from '../result.ts';

export type DecimalMark = '.' | ',';

/** A number read from text. `percent` values are as written: "12%" is 12 with percent set. */
export interface ParsedNumber {
  readonly value: number;
  readonly percent: boolean;
  readonly currency?: string;
}

/** Why a text is no number: nothing numeric about it, or two readings. */
export type NumberDoubt =
  | { readonly code: 'no-number' }
  | { readonly code: 'ambiguous'; readonly readings: readonly [number, number] };

const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3, tsd: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, mio: 1e6, million: 1e6, millions: 1e6, mill: 1e6,
  millionen: 1e6, millones: 1e6, bn: 1e9, mrd: 1e9, billion: 1e9, b: 1e9, mld: 1e9,
}; // prettier-ignore

const CURRENCY = /€|\$|£|¥|₹|\b(?:eur|usd|gbp|chf|sek|nok|dkk|pln|brl|jpy|inr|cad|aud)\b|r\$/iu;
/** Whole numbers and decimals nobody could read as thousands. */
const PLAIN = /^-?\d{1,15}(?:\.(?:\d{1,2}|\d{4,15}))?$/u;
const BODY = /^(\d[\d.,]*|[.,]\d+)([a-z]*)$/u;

/**
 * Reads a number as people type it: 1.234,5 and 1,234.5 and 1 234,5, (12) and 12- as negatives, 12%,
 * €1.2m. `decimal` settles "1.234"; without it that text is ambiguous. Never gives NaN, nor infinity: texts are short.
 */
export function parseNumber(text: string, decimal?: DecimalMark): Result<ParsedNumber, NumberDoubt> {
  if (PLAIN.test(text)) return ok({ value: Number(text), percent: false });
  if (text.length > 60 || !/\d/u.test(text)) return err({ code: 'no-number' });
  if (/^\d[\d.,]*$/u.test(text)) return plainDigits(text, decimal);
  const currency = CURRENCY.exec(text)?.[0];
  const { rest, negative, percent } = stripMarks(text.replace(CURRENCY, ''));
  const body = BODY.exec(rest);
  if (body === null) return err({ code: 'no-number' });
  const suffix = body[2] ?? '';
  const scale = suffix === '' ? 1 : MULTIPLIERS[suffix];
  if (scale === undefined) return err({ code: 'no-number' });
  const digits = readDigits(body[1] ?? '', decimal);
  if (!digits.ok) return digits;
  const value = (negative ? -1 : 1) * digits.value * scale;
  return ok({ value, percent, ...(currency === undefined ? {} : { currency: currency.toUpperCase() }) });
}

function plainDigits(text: string, decimal: DecimalMark | undefined): Result<ParsedNumber, NumberDoubt> {
  const digits = readDigits(text, decimal);
  return digits.ok ? ok({ value: digits.value, percent: false }) : digits;
}

function stripMarks(text: string): { rest: string; negative: boolean; percent: boolean } {
  let rest = text.toLowerCase().replace(/[\s\u00A0\u202F'’_]/gu, '').replace(/[−–]/gu, '-'); // prettier-ignore
  const percent = /[%‰]|(?<=\d)(?:pct|percent|prozent)$/u.test(rest);
  rest = rest.replace(/%|pct$|percent$|prozent$/gu, '');
  // "99,-" is a price without cents.
  rest = rest.replace(/^[~<>≈≥≤]+/u, '').replace(/[.,]-$/u, '');
  const negative = /^\(.*\)$/u.test(rest) || rest.startsWith('-') || rest.endsWith('-');
  rest = rest.replace(/^\((.*)\)$/u, '$1').replace(/^[-+]|[-+]$/gu, '');
  return { rest, negative, percent };
}

function readDigits(digits: string, decimal: DecimalMark | undefined): Result<number, NumberDoubt> {
  const dots = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (dots > 0 && commas > 0) return mixedMarks(digits);
  if (dots + commas === 0) return ok(Number(digits));
  const mark = dots > 0 ? '.' : ',';
  if (dots + commas > 1)
    return isGrouped(digits, mark) ? ok(plain(digits, mark)) : err({ code: 'no-number' });
  return oneMark(digits, mark, decimal);
}

/** Both marks: the later one is the decimal mark, the other must group by thousands. */
function mixedMarks(digits: string): Result<number, NumberDoubt> {
  const decimal = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  const group = decimal === '.' ? ',' : '.';
  const [whole = '', fraction = '', ...more] = digits.split(decimal);
  if (more.length > 0 || fraction.includes(group) || !isGrouped(whole, group))
    return err({ code: 'no-number' });
  return ok(Number(`${whole.replaceAll(group, '')}.${fraction}`));
}

function oneMark(
  digits: string,
  mark: DecimalMark,
  decimal: DecimalMark | undefined,
): Result<number, NumberDoubt> {
  const asDecimal = Number(`${digits.replace(mark, '.')}0`);
  if (!isGrouped(digits, mark) || decimal === mark) return ok(asDecimal);
  if (decimal !== undefined) return ok(plain(digits, mark));
  return err({ code: 'ambiguous', readings: [plain(digits, mark), asDecimal] });
}

function isGrouped(digits: string, mark: string): boolean {
  return mark === '.'
    ? /^[1-9]\d{0,2}(?:\.\d{3})+$/u.test(digits)
    : /^[1-9]\d{0,2}(?:,\d{3})+$/u.test(digits);
}

function plain(digits: string, mark: string): number {
  return Number(digits.replaceAll(mark, ''));
}
