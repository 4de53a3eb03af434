import { err, ok, type Result } from '../result.ts';
import { isoOf } from './serial-date.ts';
import { MONTH_BY_WORD } from './vocabulary-time.ts';
import { foldText } from './words.ts';

export type DayOrder = 'day-first' | 'month-first';

/** A civil day read from text; `sure` is false where a person should confirm it (two-digit year, missing year). */
export interface ParsedDate {
  readonly iso: string;
  readonly sure: boolean;
}

export type DateDoubt =
  { readonly code: 'no-date' } | { readonly code: 'ambiguous'; readonly readings: readonly [string, string] };

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/u;
const NUMERIC = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\.?(?:[ ,t].*)?$/u;
const DAY_NAME_YEAR =
  /^(?:[a-z]+\.?,? )?(\d{1,2})(?:st|nd|rd|th|er|\.)?[ -]?(?:de )?([a-z]{3,})\.?,?[ -]?(?:de )?(\d{4}|\d{2})?$/u;
const NAME_DAY_YEAR = /^(?:[a-z]+,? )?([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u;

/** Reads a day as people type it. `order` settles 03/04/2026, `year` fills a missing one. Total. */
export function parseDate(
  text: string,
  hints: { readonly order?: DayOrder; readonly year?: number } = {},
): Result<ParsedDate, DateDoubt> {
  if (text.length > 40 || !/\d/u.test(text)) return err({ code: 'no-date' });
  const folded = foldText(text.trim()).replace(/\s+/gu, ' ');
  const first = YEAR_FIRST.exec(folded);
  if (first !== null) return dated([first[1], first[2], first[3]], true);
  const numeric = NUMERIC.exec(folded);
  if (numeric !== null) return readNumeric(numeric, hints.order);
  return readNamed(folded, hints.year);
}

function dated(parts: readonly (string | undefined)[], sure: boolean): Result<ParsedDate, DateDoubt> {
  const [year = NaN, month = NaN, day = NaN] = parts.map(Number);
  const iso = isoOf(year < 100 ? 2000 + year : year, month, day);
  return iso === undefined ? err({ code: 'no-date' }) : ok({ iso, sure });
}

/** With dots the day comes first; with slashes or dashes a part above 12 or the hint decides. */
function readNumeric(match: RegExpExecArray, order: DayOrder | undefined): Result<ParsedDate, DateDoubt> {
  const [, a, mark, b, year] = match;
  const sure = year?.length === 4;
  const dayFirst = dated([year, b, a], sure);
  const monthFirst = mark === '.' ? err({ code: 'no-date' } as const) : dated([year, a, b], sure);
  if (!dayFirst.ok) return monthFirst;
  if (!monthFirst.ok || order === 'day-first' || dayFirst.value.iso === monthFirst.value.iso) return dayFirst;
  if (order === 'month-first') return monthFirst;
  return err({ code: 'ambiguous', readings: [dayFirst.value.iso, monthFirst.value.iso] });
}

function readNamed(text: string, hintYear: number | undefined): Result<ParsedDate, DateDoubt> {
  const named = DAY_NAME_YEAR.exec(text);
  const turned = named === null ? NAME_DAY_YEAR.exec(text) : null;
  const [day, word, year] =
    named === null ? [turned?.[2], turned?.[1], turned?.[3]] : [named[1], named[2], named[3]];
  return dated([year ?? String(hintYear), String(monthOf(word ?? '')), day], year?.length === 4);
}

/** A month word, also one with letters too many such as "Nove". */
function monthOf(word: string): number | undefined {
  const exact = MONTH_BY_WORD.get(word);
  if (exact !== undefined || word.length < 4) return exact;
  for (const [known, month] of MONTH_BY_WORD) if (known.startsWith(word)) return month;
  return undefined;
}
