import type { CellValue } from './cell.ts';
import { ERROR_TEXTS } from './cell.ts';
import type { Locale } from './locale.ts';
import { serialOfCivil } from './serial.ts';

/** What Excel makes of a typed text that is no formula. */
export interface ParsedInput {
  readonly value: CellValue;
  /** The format Excel gives a cell that was General until now. */
  readonly format?: string;
}

export interface ParseOptions {
  readonly locale: Locale;
  readonly date1904: boolean;
  /** For "14 Mar" and "3/14": the year a person means; injected, never read from a clock. */
  readonly currentYear: number;
}

/** Numbers, percent, currency, dates, booleans and errors by the person's locale; everything else is text. */
export function parseInput(text: string, options: ParseOptions): ParsedInput {
  const trimmed = text.trim();
  if (trimmed === '') return { value: text === '' ? null : text };
  return (
    parseWord(trimmed) ??
    parseNumber(trimmed, options.locale) ??
    parseDate(trimmed, options) ?? { value: text }
  );
}

function parseWord(text: string): ParsedInput | undefined {
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE' };
  return ERROR_TEXTS.includes(upper) ? { value: { error: upper } } : undefined;
}

/** Longer texts are no numbers, and are not worth a look at each of their blanks. */
const LONGEST_NUMBER = 64;

/** "1,234.5", "-3", "(3)", "12 %", "$5", "1e3" in the locale's own marks. */
export function parseNumber(text: string, locale: Locale): ParsedInput | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  const negative = /^\((.+)\)$/u.exec(text)?.[1];
  const percent = /^(.*?)\s*%$/u.exec(negative ?? text)?.[1];
  const currency = currencyOf(percent ?? negative ?? text, locale);
  const amount = plainNumber(currency?.rest ?? percent ?? negative ?? text, locale);
  if (amount === undefined) return undefined;
  const value = (negative === undefined ? amount : -amount) / (percent === undefined ? 1 : 100);
  const decimals = text.includes(locale.decimal);
  if (percent !== undefined) return { value, format: decimals ? '0.00%' : '0%' };
  if (currency !== undefined)
    return {
      value,
      format:
        currency.sign === '$'
          ? `$#,##0${decimals ? '.00' : ''}`
          : `#,##0${decimals ? '.00' : ''} "${currency.sign}"`,
    };
  return text.includes(locale.group) ? { value, format: decimals ? '#,##0.00' : '#,##0' } : { value };
}

function currencyOf(
  text: string,
  locale: Locale,
): { readonly sign: string; readonly rest: string } | undefined {
  const sign = locale.currency;
  if (text.startsWith(sign)) return { sign, rest: text.slice(sign.length).trim() };
  return text.endsWith(sign) ? { sign, rest: text.slice(0, -sign.length).trim() } : undefined;
}

function plainNumber(text: string, locale: Locale): number | undefined {
  if (!numberShape(locale).test(text) || !/\d/u.test(text)) return undefined;
  const value = Number(text.replaceAll(locale.group, '').replace(locale.decimal, '.'));
  return Number.isFinite(value) ? value : undefined;
}

const shapes = new Map<Locale, RegExp>();

/** Kept, because a large file asks for it a quarter of a million times. */
function numberShape(locale: Locale): RegExp {
  const group = escape(locale.group);
  const amount = `(?:\\d{1,3}(?:${group}\\d{3})+|\\d+)?(?:${escape(locale.decimal)}\\d*)?`;
  const shape = shapes.get(locale) ?? new RegExp(`^[+-]?${amount}(?:e[+-]?\\d+)?$`, 'iu');
  shapes.set(locale, shape);
  return shape;
}

function escape(mark: string): string {
  return mark.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function parseDate(text: string, options: ParseOptions): ParsedInput | undefined {
  const { date1904, currentYear } = options;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text);
  if (iso) return dated([iso[1], iso[2], iso[3]], 'yyyy-mm-dd', date1904);
  const named = /^(\d{1,2})[ .-]+([\p{L}]{3,9})\.?(?:[ -]+(\d{2,4}))?$/u.exec(text);
  const month = named === null ? -1 : monthOf(named[2] ?? '');
  if (named && month > 0)
    return dated(
      [fullYear(named[3], currentYear), String(month), named[1]],
      named[3] === undefined ? 'd-mmm' : 'd-mmm-yy',
      date1904,
    );
  return parseLocalDate(text, options);
}

function monthOf(name: string): number {
  const german: Readonly<Record<string, string>> = { mär: 'mar', mai: 'may', okt: 'oct', dez: 'dec' };
  const short = name.toLowerCase().slice(0, 3);
  return MONTHS.indexOf(german[short] ?? short) + 1;
}

function parseLocalDate(text: string, options: ParseOptions): ParsedInput | undefined {
  const { locale, date1904, currentYear } = options;
  const parts = new RegExp(
    `^(\\d{1,2})${escape(locale.dateSeparator)}(\\d{1,2})(?:${escape(locale.dateSeparator)}(\\d{4}|\\d{2})?)?$`,
    'u',
  ).exec(text);
  if (parts === null) return undefined;
  const monthFirst = locale.shortDate.startsWith('m');
  const [month, day] = monthFirst ? [parts[1], parts[2]] : [parts[2], parts[1]];
  const year = fullYear(parts[3], currentYear);
  return dated([year, month, day], parts[3] === undefined ? 'd-mmm' : 'm/d/yyyy', date1904);
}

/** Two digits mean 1930 to 2029, as in Excel. */
function fullYear(text: string | undefined, currentYear: number): string {
  if (text === undefined) return String(currentYear);
  if (text.length !== 2) return text;
  return String(Number(text) + (Number(text) < 30 ? 2000 : 1900));
}

function dated(
  parts: readonly (string | undefined)[],
  format: string,
  date1904: boolean,
): ParsedInput | undefined {
  const [year, month, day] = parts.map(Number);
  const value = serialOfCivil(year ?? 0, month ?? 0, day ?? 0, date1904);
  return value === undefined ? undefined : { value, format };
}
