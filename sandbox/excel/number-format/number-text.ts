import type { Locale } from '../model/locale.ts';
import type { FormatToken } from './sections.ts';

const GENERAL_WIDTH = 11;

/** A number as General shows it in a wide enough column: at most eleven characters, else scientific. */
export function generalText(value: number, locale: Locale): string {
  return localised(generalEnglish(value), locale);
}

function generalEnglish(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e11 || size < 1e-9) return scientific(value, 5);
  const integerDigits = size < 1 ? 1 : Math.floor(Math.log10(size)) + 1;
  const rounded = Number(value.toFixed(Math.max(0, GENERAL_WIDTH - 1 - integerDigits)));
  if (rounded === 0 || (size < 1e-4 && !Number.isInteger(rounded))) return scientific(value, 5);
  return String(rounded);
}

function scientific(value: number, decimals: number): string {
  const [mantissa = '0', exponent = '+0'] = value.toExponential(decimals).split('e');
  return `${String(Number(mantissa))}E${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, '0')}`;
}

function localised(text: string, locale: Locale): string {
  return text.replace('.', locale.decimal);
}

/** Renders a non-negative number by the tokens of one section. */
export function numberText(value: number, tokens: readonly FormatToken[], locale: Locale): string {
  const digits = tokens.filter((token) => token.kind === 'digits').map((token) => token.text);
  const exponent = tokens.some((token) => token.kind === 'exponent');
  if (tokens.some((token) => token.kind === 'slash') && digits.length > 1) return fractionText(value, tokens);
  const percents = tokens.filter((token) => token.kind === 'percent').length;
  const pattern = digits[0];
  const shown =
    pattern === undefined ? '' : placeholderText(value * 100 ** percents, pattern, { locale, exponent });
  return joinTokens(tokens, shown, generalText(value, locale));
}

function joinTokens(tokens: readonly FormatToken[], shown: string, general: string): string {
  let used = false;
  const parts = tokens.map((token): string => {
    if (token.kind === 'literal') return token.text;
    if (token.kind === 'percent') return '%';
    if (token.kind === 'slash') return '/';
    if (token.kind === 'general') return general;
    if (token.kind !== 'digits' || used) return '';
    used = true;
    return shown;
  });
  return parts.join('');
}

interface PlaceholderOptions {
  readonly locale: Locale;
  readonly exponent: boolean;
}

function placeholderText(value: number, pattern: string, options: PlaceholderOptions): string {
  const scaled = value / 1000 ** (/,*$/u.exec(pattern)?.[0].length ?? 0);
  const [integer = '', decimals = ''] = pattern.replace(/,+$/u, '').split('.');
  const dot = pattern.includes('.') ? options.locale.decimal : '';
  if (options.exponent) return scientificPlaceholder(scaled, decimals.length, options.locale);
  const [whole = '0', fraction = ''] = roundedHalfUp(scaled, decimals.length).split('.');
  const group = integer.includes(',') ? options.locale.group : '';
  return groupDigits(padInteger(whole, integer), group) + dot + trimOptional(fraction, decimals);
}

function scientificPlaceholder(value: number, decimals: number, locale: Locale): string {
  const [mantissa = '0', exponent = '+0'] = value.toExponential(decimals).split('e');
  return `${localised(mantissa, locale)}E${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, '0')}`;
}

/** Excel rounds the decimal digits a person sees (1.005 to 1.01), not the binary number behind them. */
export function roundedHalfUp(value: number, decimals: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return String(value);
  const exact = Number(`${Math.round(Number(`${shownDigits(value)}e${decimals}`))}e-${decimals}`);
  return (Number.isNaN(exact) ? value : exact).toFixed(decimals);
}

function shownDigits(value: number): string {
  const text = value.toPrecision(15);
  return text.includes('e') ? Number(text).toFixed(20) : text;
}

function padInteger(whole: string, pattern: string): string {
  const required = pattern.replaceAll(/[^0]/gu, '').length;
  const digits = whole === '0' && required === 0 ? '' : whole;
  return digits.padStart(required, '0');
}

function groupDigits(digits: string, group: string): string {
  return group === '' ? digits : digits.replaceAll(/\B(?=(\d{3})+$)/gu, group);
}

function trimOptional(fraction: string, pattern: string): string {
  let end = fraction.length;
  while (end > 0 && pattern[end - 1] !== '0' && fraction[end - 1] === '0') end -= 1;
  return fraction.slice(0, end);
}

function fractionText(value: number, tokens: readonly FormatToken[]): string {
  const digits = tokens.filter((token) => token.kind === 'digits');
  const limit = 10 ** (digits.at(-1)?.text.length ?? 1) - 1;
  const whole = digits.length > 2 ? Math.floor(value) : 0;
  const [top, bottom] = bestFraction(value - whole, limit);
  if (top === 0) return String(whole);
  return `${whole > 0 ? `${whole} ` : ''}${top}/${bottom}`;
}

function bestFraction(value: number, limit: number): readonly [number, number] {
  let best: readonly [number, number] = [Math.round(value), 1];
  for (let bottom = 2; bottom <= Math.min(limit, 999); bottom += 1) {
    const top = Math.round(value * bottom);
    if (Math.abs(top / bottom - value) < Math.abs(best[0] / best[1] - value) - 1e-12) best = [top, bottom];
  }
  return best;
}
