import type { Locale } from '../model/locale.ts';
import { civilOfSerial, type CivilParts } from '../model/serial.ts';
import type { FormatToken } from './sections.ts';

export interface DateTextOptions {
  readonly locale: Locale;
  readonly date1904: boolean;
}

interface Moment extends CivilParts {
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly fraction: number;
  readonly serial: number;
  readonly meridiem: boolean;
  readonly language: string;
}

/** Renders a serial by date tokens; undefined where Excel shows ##### (a negative day). */
export function dateText(
  serial: number,
  tokens: readonly FormatToken[],
  options: DateTextOptions,
): string | undefined {
  if (serial < 0 || serial >= 2_958_466) return undefined;
  const moment = momentOf(serial, tokens, options);
  return tokens.map((token, index) => tokenText(token, index, { tokens, moment, options })).join('');
}

function momentOf(serial: number, tokens: readonly FormatToken[], options: DateTextOptions): Moment {
  const subSeconds = tokens.some((token) => token.kind === 'digits');
  const unit = subSeconds ? 1000 : 1;
  const ticks = Math.round(serial * 86_400 * unit);
  const seconds = Math.floor(ticks / unit);
  return {
    ...civilOfSerial(Math.floor(seconds / 86_400), options.date1904),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
    fraction: (ticks % unit) / unit,
    serial,
    meridiem: tokens.some((token) => token.kind === 'date' && token.text.startsWith('a')),
    language: options.locale.name,
  };
}

interface TokenPlace {
  readonly tokens: readonly FormatToken[];
  readonly moment: Moment;
  readonly options: DateTextOptions;
}

function tokenText(token: FormatToken, index: number, place: TokenPlace): string {
  if (token.kind === 'literal') return token.text;
  if (token.kind === 'slash') return place.options.locale.dateSeparator;
  if (token.kind === 'digits')
    return place.moment.fraction.toFixed(token.text.replace('.', '').length).slice(1);
  if (token.kind !== 'date') return '';
  if (/^m{1,2}$/u.test(token.text) && isMinute(place.tokens, index))
    return padded(place.moment.minutes, token.text);
  return partText(token.text, place.moment);
}

/** "m" is a minute right after hours or right before seconds, else a month. */
function isMinute(tokens: readonly FormatToken[], index: number): boolean {
  const dates = (part: readonly FormatToken[]) =>
    part.flatMap((token) => (token.kind === 'date' ? [token.text] : []));
  const before = dates(tokens.slice(0, index)).at(-1) ?? '';
  const after = dates(tokens.slice(index + 1))[0] ?? '';
  return /^\[?h/u.test(before) || /^\[?s/u.test(after);
}

function partText(code: string, at: Moment): string {
  const total = Math.round(at.serial * 86_400);
  switch (code.slice(0, 1)) {
    case 'y':
    case 'e':
      return code.length <= 2 && code[0] === 'y' ? padded(at.year % 100, 'yy') : String(at.year);
    case 'm':
      return code.length <= 2 ? padded(at.month, code) : nameOf('month', code.length, at);
    case 'd':
      return code.length <= 2 ? padded(at.day, code) : nameOf('weekday', code.length, at);
    case 'h':
      return padded(at.meridiem ? at.hours % 12 || 12 : at.hours, code);
    case 's':
      return padded(at.seconds, code);
    case 'a':
      return code === 'a/p' ? (at.hours < 12 ? 'A' : 'P') : at.hours < 12 ? 'AM' : 'PM';
    default:
      return elapsedText(code, total);
  }
}

function elapsedText(code: string, totalSeconds: number): string {
  const unit = { h: 3600, m: 60, s: 1 }[code[1] ?? 's'] ?? 1;
  return padded(Math.floor(totalSeconds / unit), code.slice(1, -1));
}

function padded(value: number, code: string): string {
  return String(value).padStart(Math.min(code.length, 2), '0');
}

function nameOf(part: 'month' | 'weekday', length: number, at: Moment): string {
  const style = length === 3 ? 'short' : length === 5 ? 'narrow' : 'long';
  // A fixed week (2 Jan 2000 was a Sunday) and a fixed year: only the name is wanted.
  const date = part === 'weekday' ? Date.UTC(2000, 0, 2 + at.weekday) : Date.UTC(2000, at.month - 1, 1);
  return new Intl.DateTimeFormat(at.language, { [part]: style, timeZone: 'UTC' }).format(date);
}
