import type { SheetCell } from './grid.ts';
import { parseDate } from './parse-date.ts';
import { parseNumber } from './parse-number.ts';
import { PLACEHOLDERS, STATUS_VALUES, UNIT_VALUES, YES_NO_VALUES } from './vocabulary-values.ts';
import { foldedPhrase, foldText } from './words.ts';

/** What a cell is once text is read for what it means. */
export type ValueKind = 'empty' | 'number' | 'date' | 'text' | 'boolean' | 'error' | 'placeholder';

/** A year stands in for a missing one; only the kind matters here. */
const ANY_YEAR = 2000;

/** The kind of a cell's value; numbers and dates kept as text count as what they say. Total. */
export function valueKind(cell: SheetCell): ValueKind {
  if (cell.type !== 'text') return cell.type;
  const { text } = cell;
  if (text.length > 60) return 'text';
  if (/\d/u.test(text)) {
    if (isDateText(text)) return 'date';
    const number = parseNumber(text);
    return number.ok || number.error.code === 'ambiguous' ? 'number' : 'text';
  }
  return isPlaceholder(text) ? 'placeholder' : 'text';
}

function isDateText(text: string): boolean {
  const date = parseDate(text, { year: ANY_YEAR });
  return date.ok || date.error.code === 'ambiguous';
}

/** True for "tbd", "n/a", "-", "?" and their relatives. */
export function isPlaceholder(text: string): boolean {
  if (text.length > 24) return false;
  return !/[\p{L}\p{N}%$€£]/u.test(text) || PLACEHOLDERS.has(foldedPhrase(text));
}

/** True when a whole value is a word of status: "On track", "Gelb", "en retard". */
export function isStatusValue(text: string): boolean {
  if (text.length > 40) return false;
  const phrase = foldedPhrase(text.replace(/^[\s\p{S}\p{P}\d]+/u, ''));
  return STATUS_VALUES.has(phrase);
}

export function isUnitValue(text: string): boolean {
  if (text.length > 24) return false;
  return UNIT_VALUES.has(foldText(text.trim())) || UNIT_VALUES.has(foldedPhrase(text));
}

export function isYesNo(text: string): boolean {
  return text.length < 8 && YES_NO_VALUES.has(foldedPhrase(text));
}

/** How much a value looks like people: 1 for "Ada King" or a mail address, ½ for one capitalised word, else 0. */
export function personLikeness(text: string): number {
  const bare = text.replace(/\([^)]*\)/gu, '').trim();
  if (/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/iu.test(bare)) return 1;
  if (bare === '' || bare.length > 60 || /\d/u.test(bare) || isStatusValue(bare)) return 0;
  const parts = bare.split(/\s*(?:[,;/&+\n]|\b(?:and|und|et|e|y|en)\b)\s*/u).filter((part) => part !== '');
  const scores = parts.map(namePart);
  return scores.length === 0 ? 0 : Math.min(...scores);
}

function namePart(part: string): number {
  const words = part.replace(/^(?:Dr|Mr|Mrs|Ms|Prof|Herr|Frau|Mme|Sr|Sra)\.?\s/u, '').split(/\s+/u);
  const particle = /^(?:von|van|de|der|den|di|da|del|la|le|zu|el|al|bin|ter|dos)$/u;
  const capital = /^\p{Lu}[\p{L}'’.-]*$/u;
  if (words.length > 4 || !words.every((word) => capital.test(word) || particle.test(word))) return 0;
  return words.length === 1 ? 0.5 : 1;
}

/** True for values made to identify: INV-001, VF-56, 3.4.1, a GUID. */
export function isCode(text: string): boolean {
  return (
    text.length <= 60 && !/\s/u.test(text) && /\d/u.test(text) && /^[\p{L}\d][\p{L}\d._/#:-]*$/u.test(text)
  );
}
