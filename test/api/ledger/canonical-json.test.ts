import { assert, jsonValue, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/api/ledger/canonical-json.ts';

describe('canonical JSON (RFC 8785)', () => {
  it.each([
    [
      'the members example of the RFC',
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, ö: 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"\u{1f600}":5,"\ufb33":3}',
    ],
    [
      'the numbers of the RFC',
      [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27],
      '[333333333.3333333,1e+30,4.5,0.002,1e-27]',
    ],
    ['minus zero', -0, '0'],
    ['literals', [null, true, false], '[null,true,false]'],
    ['absent members', { a: undefined, b: 1 }, '{"b":1}'],
    ['nothing', {}, '{}'],
  ])('writes %s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([
    ['NaN', Number.NaN],
    ['infinity', Infinity],
    ['half a pair', '\ud800'],
    ['a function', () => 1],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  });

  it('is the same text whatever the order of members, and says the same', () => {
    assert(
      property(jsonValue({ noUnicodeString: false }), (value) => {
        const text = safely(value);
        if (text === null) return;
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

function safely(value: unknown): string | null {
  try {
    return canonicalJson(value);
  } catch {
    // Half a surrogate pair: refused, as tested above.
    return null;
  }
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
