import { expect, it } from 'vitest';
import { line, text } from '../../src/contract/primitives.ts';

it.each([
  ['white space at the ends', '  a ', 'a', 'a'],
  ['a line break', 'a\r\nb', 'a\r\nb', 'a b'],
  ['a vertical tab, as sheets have it', 'a\u000bb', null, 'a b'],
  ['a turned direction', 'a\u202egnp.exe\u2066', 'agnp.exe', 'agnp.exe'],
  ['a mark that only helps its neighbours', 'א\u200f!', 'א\u200f!', 'א\u200f!'],
  ['NUL', 'a\u0000', null, null],
  ['DEL', 'a\u007f', null, null],
  ['markup and formulas: text like any other', '=1+<b>', '=1+<b>', '=1+<b>'],
  ['nothing but white space', ' \u00a0\n', null, null],
  ['nothing but turned directions', '\u202e', null, null],
  ['too much', 'x'.repeat(41), null, null],
])('reads %s', (_, given, asText, asLine) => {
  expect(text(40).safeParse(given).data ?? null).toBe(asText);
  expect(line(40).safeParse(given).data ?? null).toBe(asLine);
});
