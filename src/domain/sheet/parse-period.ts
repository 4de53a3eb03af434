import type { SheetCell } from './grid.ts';
import { parseDate } from './parse-date.ts';
import { isoOf, serialToIso } from './serial-date.ts';
import {
  ACTUAL_WORDS,
  MONTH_BY_WORD,
  PLAN_WORDS,
  QUARTER_WORDS,
  WEEK_WORDS,
  YEAR_WORDS,
} from './vocabulary-time.ts';
import { foldText, wordsOf } from './words.ts';

export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';
export type PeriodSide = 'plan' | 'actual';

/** A period named by a header. Its first day is null while the year is not known. */
export interface Period {
  readonly kind: PeriodKind;
  readonly year: number | null;
  /** Which one inside the year (month 1 to 12, quarter 1 to 4, …); for days the serial-like day text. */
  readonly part: number | string;
  /** First civil day, YYYY-MM-DD. */
  readonly start: string | null;
  readonly side: PeriodSide | null;
  /** What the header says besides period and side. */
  readonly rest: string;
}

interface Found {
  readonly kind: PeriodKind;
  readonly year: number | null;
  readonly part: number;
  /** Letters that say the period and nothing more; digits never do. */
  readonly used: readonly string[];
}

const YEAR_SPAN = /(?:^|[^\d])((?:19|20)\d{2}) ?[-/–] ?((?:19|20)?\d{2})(?![\d/-])/u;
const YEAR_QUARTER = /((?:19|20)\d{2}) ?[-/.]? ?(?:q|t) ?([1-4])\b/u;
const YEAR_MONTH = /^((?:19|20)\d{2}) ?[-/.m] ?(0?[1-9]|1[0-2])$/u;
const NUMBERED_MONTH = /^(?:m|month|monat|mois|mes|maand|mese)$/u;
const MONTH_YEAR = /^(0?[1-9]|1[0-2]) ?[-/.] ?((?:19|20)\d{2})$/u;

/** Reads a header cell as a period: "Jan", "Ist März 2026", "Q1-Plan", "KW 12", "FY24/25", 2026, a date. */
export function parsePeriod(cell: SheetCell): Period | null {
  if (cell.type === 'date') return dayPeriod(serialToIso(Number(cell.value)));
  if (cell.type === 'number')
    return isYear(Number(cell.value)) ? finish(yearFound(Number(cell.value)), []) : null;
  return cell.type === 'text' && cell.text.length <= 60 ? parsePeriodText(cell.text) : null;
}

/** The same for a text alone. */
export function parsePeriodText(text: string): Period | null {
  const date = /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/u.test(text) ? parseDate(text, { order: 'day-first' }) : null;
  if (date?.ok === true) return dayPeriod(date.value.iso);
  const folded = foldText(text.trim()).replace(/[_\s]+/gu, ' ');
  const words = wordsOf(text);
  if (words.length > 8) return null;
  const found = fromShape(folded) ?? fromWords(words);
  return found === null ? null : finish(found, words);
}

function dayPeriod(iso: string | undefined): Period | null {
  if (iso === undefined) return null;
  return { kind: 'day', year: Number(iso.slice(0, 4)), part: iso, start: iso, side: null, rest: '' };
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1990 && value <= 2060;
}

function yearFound(year: number, used: readonly string[] = []): Found {
  return { kind: 'year', year, part: year, used };
}

function fromShape(folded: string): Found | null {
  const quarter = YEAR_QUARTER.exec(folded);
  if (quarter !== null)
    return { kind: 'quarter', year: Number(quarter[1]), part: Number(quarter[2]), used: [] };
  const month = YEAR_MONTH.exec(folded);
  if (month !== null) return { kind: 'month', year: Number(month[1]), part: Number(month[2]), used: [] };
  const reversed = MONTH_YEAR.exec(folded);
  if (reversed !== null)
    return { kind: 'month', year: Number(reversed[2]), part: Number(reversed[1]), used: [] };
  const span = YEAR_SPAN.exec(folded);
  if (span !== null) return yearFound(Number(span[1]), [...YEAR_WORDS]);
  return null;
}

function fromWords(words: readonly string[]): Found | null {
  const year = yearAmong(words);
  const near = year ?? shortYear(words);
  return monthAmong(words, near) ?? numberedAmong(words, near) ?? yearAlone(words, year);
}

function yearAmong(words: readonly string[]): number | null {
  const full = words.find((word) => /^\d{4}$/u.test(word) && isYear(Number(word)));
  if (full !== undefined) return Number(full);
  const at = words.findIndex(
    (word, index) => YEAR_WORDS.has(word) && /^\d{2}$/u.test(words[index + 1] ?? ''),
  );
  if (at >= 0) return 2000 + Number(words[at + 1]);
  return null;
}

/** "Jan 26", "Q1 26": behind a month or quarter two digits are a year, but not in "KW 12" and "Month 12". */
function shortYear(words: readonly string[]): number | null {
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  const isCount = WEEK_WORDS.has(before) || NUMBERED_MONTH.test(before);
  return /^[1-4]\d$/u.test(last) && !isCount ? 2000 + Number(last) : null;
}

function monthAmong(words: readonly string[], year: number | null): Found | null {
  const word = words.find((candidate) => MONTH_BY_WORD.has(candidate));
  if (word === undefined) return null;
  return { kind: 'month', year, part: MONTH_BY_WORD.get(word) ?? 1, used: [word, ...yearWords(words, year)] };
}

/** "Q1", "1. Quartal", "KW 12", "H2": a counting word beside its number. */
function numberedAmong(words: readonly string[], year: number | null): Found | null {
  for (const [at, word] of words.entries()) {
    const beside = [words[at + 1], words[at - 1]].find(
      (near) => near !== undefined && /^\d{1,2}$/u.test(near),
    );
    const part = Number(beside);
    const kind = beside === undefined ? null : numberedKind(word, part);
    if (kind !== null) return { kind, year, part, used: [word, ...yearWords(words, year)] };
  }
  return null;
}

function numberedKind(word: string, part: number): PeriodKind | null {
  if (QUARTER_WORDS.has(word) && word !== 'kw' && part >= 1 && part <= 4) return 'quarter';
  if (/^(?:h|hj|halbjahr|semestre|half)$/u.test(word) && (part === 1 || part === 2)) return 'half';
  if (NUMBERED_MONTH.test(word) && part >= 1 && part <= 12) return 'month';
  return WEEK_WORDS.has(word) && part >= 1 && part <= 53 ? 'week' : null;
}

function yearAlone(words: readonly string[], year: number | null): Found | null {
  return year === null ? null : yearFound(year, yearWords(words, year));
}

function yearWords(words: readonly string[], year: number | null): readonly string[] {
  if (year === null) return [];
  return words.filter((word) => YEAR_WORDS.has(word));
}

function finish(found: Found, words: readonly string[]): Period {
  const rest = words.filter((word) => !found.used.includes(word) && /\p{L}{2,}|%/u.test(word));
  const side = sideOf(words);
  const { kind, year, part } = found;
  const start = year === null ? null : (firstDay(kind, year, part) ?? null);
  const plain = rest.filter((word) => !PLAN_WORDS.has(word) && !ACTUAL_WORDS.has(word));
  return { kind, year, part, start, side, rest: plain.join(' ') };
}

/** Which side of the plan words speak for, if either. */
export function sideOf(words: readonly string[]): PeriodSide | null {
  if (words.some((word) => PLAN_WORDS.has(word))) return 'plan';
  return words.some((word) => ACTUAL_WORDS.has(word)) ? 'actual' : null;
}

/** The first civil day of a numbered period; weeks are ISO weeks. */
export function firstDay(kind: PeriodKind, year: number, part: number): string | undefined {
  if (kind === 'year') return isoOf(year, 1, 1);
  if (kind === 'half') return isoOf(year, part * 6 - 5, 1);
  if (kind === 'quarter') return isoOf(year, part * 3 - 2, 1);
  if (kind === 'month') return isoOf(year, part, 1);
  if (kind !== 'week') return undefined;
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000;
  return new Date(monday + (part - 1) * 7 * 86_400_000).toISOString().slice(0, 10);
}
