import { invalidArgument } from '../host-error.ts';

const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
  purple: '#800080',
  lightgray: '#D3D3D3',
};

/** "#FFAA00" or an HTML colour name; anything else is refused, as in Excel. */
export function colorText(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  const named = NAMED[value.toLowerCase()];
  if (named !== undefined) return named;
  if (!/^#[\dA-F]{6}$/iu.test(value)) throw invalidArgument();
  return value.toUpperCase();
}
