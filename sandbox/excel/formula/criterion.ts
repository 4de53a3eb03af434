import type { CellValue } from '../model/cell.ts';
import { compare } from './value.ts';

/** The test of COUNTIF and SUMIF: "5", ">=3", "a*", or a plain value. */
export function criterion(test: CellValue): (value: CellValue) => boolean {
  const match = typeof test === 'string' ? /^(<=|>=|<>|<|>|=)?(.*)$/su.exec(test) : null;
  const operator = match?.[1] ?? '=';
  const wanted = match === null ? test : operand(match[2] ?? '');
  if (typeof wanted === 'string' && (operator === '=' || operator === '<>'))
    return matchesText(wanted, operator === '=');
  return (value) => typeof value === typeof wanted && holds(operator, compare(value, wanted));
}

function operand(text: string): CellValue {
  const amount = Number(text);
  return text.trim() !== '' && !Number.isNaN(amount) ? amount : text;
}

function matchesText(wanted: string, expected: boolean): (value: CellValue) => boolean {
  const pattern = wanted
    .replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const whole = new RegExp(`^${pattern}$`, 'isu');
  return (value) => (typeof value === 'string' && whole.test(value)) === expected;
}

export function holds(operator: string, order: number): boolean {
  if (operator === '=') return order === 0;
  if (operator === '<>') return order !== 0;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}
