import { GENERAL, isError, type CellValue } from '../model/cell.ts';
import type { Locale } from '../model/locale.ts';
import { localeOf } from '../model/locale.ts';
import { dateText } from './date-text.ts';
import { generalText, numberText } from './number-text.ts';
import { formatSections, type FormatSection } from './sections.ts';

export interface TextOptions {
  readonly locale: Locale;
  readonly date1904: boolean;
}

const SYSTEM_SHORT_DATE = 'm/d/yyyy';
const NO_ROOM = '########';
const LANGUAGES: Readonly<Record<string, string>> = {
  '407': 'de-DE',
  '409': 'en-US',
  '40c': 'fr-FR',
  '40a': 'es-ES',
  '809': 'en-GB',
  '807': 'de-CH',
  c0a: 'es-ES',
};
const parsed = new Map<string, readonly FormatSection[]>();

/** What the cell shows, as office.js's `text`. Column width plays no part here. */
export function formatText(value: CellValue, code: string, options: TextOptions): string {
  if (value === null) return '';
  if (isError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const sections = sectionsOf(code === SYSTEM_SHORT_DATE ? options.locale.shortDate : code);
  return typeof value === 'string' ? textSection(value, sections) : numberSection(value, sections, options);
}

function sectionsOf(code: string): readonly FormatSection[] {
  const known = parsed.get(code) ?? formatSections(code === '' ? GENERAL : code);
  parsed.set(code, known);
  return known;
}

function textSection(value: string, sections: readonly FormatSection[]): string {
  const section = sections.find((s) => s.tokens.some((token) => token.kind === 'text'));
  if (section === undefined) return value;
  return section.tokens.map((t) => (t.kind === 'text' ? value : t.kind === 'literal' ? t.text : '')).join('');
}

function numberSection(value: number, sections: readonly FormatSection[], options: TextOptions): string {
  const { section, signed } = chooseSection(value, sections);
  const language = LANGUAGES[(section.localeId ?? '').toLowerCase().replace(/^0+/u, '')];
  const locale = language === undefined ? options.locale : localeOf(language);
  if (section.tokens.some((token) => token.kind === 'date')) {
    return dateText(value, section.tokens, { locale, date1904: options.date1904 }) ?? NO_ROOM;
  }
  if (section.tokens.some((token) => token.kind === 'text')) return generalText(value, options.locale);
  const shown = numberText(Math.abs(value), section.tokens, options.locale);
  return signed && value < 0 && /[1-9]/u.test(shown) ? `-${shown}` : shown;
}

interface Choice {
  readonly section: FormatSection;
  /** The section does not itself say that the number is negative. */
  readonly signed: boolean;
}

const EMPTY: FormatSection = { tokens: [] };

function chooseSection(value: number, sections: readonly FormatSection[]): Choice {
  const numeric = sections.filter(
    (s) => sections.length === 1 || !s.tokens.some((token) => token.kind === 'text'),
  );
  const [first = EMPTY, second, third] = numeric;
  if (first.condition !== undefined) return conditional(value, numeric);
  if (value > 0 || second === undefined) return { section: first, signed: true };
  if (value < 0) return { section: second, signed: false };
  return { section: third ?? first, signed: false };
}

function conditional(value: number, sections: readonly FormatSection[]): Choice {
  const hit = sections.find((s) => s.condition === undefined || holds(value, s.condition));
  return { section: hit ?? EMPTY, signed: true };
}

function holds(value: number, condition: { readonly operator: string; readonly limit: number }): boolean {
  const { operator, limit } = condition;
  if (operator === '<') return value < limit;
  if (operator === '<=') return value <= limit;
  if (operator === '>') return value > limit;
  if (operator === '>=') return value >= limit;
  return operator === '=' ? value === limit : value !== limit;
}
