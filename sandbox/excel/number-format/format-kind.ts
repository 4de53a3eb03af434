import { formatSections } from './sections.ts';

/** True when a number under this code is shown as a date or a time. */
export function isDateOrTime(code: string): boolean {
  return (formatSections(code)[0]?.tokens ?? []).some((token) => token.kind === 'date');
}

export type FormatCategory =
  | 'General'
  | 'Number'
  | 'Currency'
  | 'Date'
  | 'Time'
  | 'Percentage'
  | 'Fraction'
  | 'Scientific'
  | 'Text'
  | 'Custom';

/** office.js's numberFormatCategories, coarsely. */
export function formatCategory(code: string): FormatCategory {
  const tokens = formatSections(code)[0]?.tokens ?? [];
  const has = (kind: string) => tokens.some((token) => token.kind === kind);
  if (has('general')) return 'General';
  if (has('text')) return 'Text';
  if (has('date'))
    return tokens.some((t) => t.kind === 'date' && /^[yd]|^mmm/u.test(t.text)) ? 'Date' : 'Time';
  if (has('percent')) return 'Percentage';
  if (has('exponent')) return 'Scientific';
  if (/[$€£¥]|CHF|EUR|USD/u.test(code)) return 'Currency';
  if (has('slash')) return 'Fraction';
  return has('digits') ? 'Number' : 'Custom';
}
