import { expect, it } from 'vitest';
import { localeOf } from '../../../src/api/http/locale.ts';

it.each([
  [undefined, 'en-GB'],
  ['', 'en-GB'],
  ['*', 'en-GB'],
  ['de-DE,de;q=0.9,en;q=0.8', 'de-DE'],
  ['zh-Hant-TW', 'zh-Hant-TW'],
  ['ar-EG;q=1', 'ar-EG'],
  ['en-US-u-ca-buddhist-nu-thai', 'en-US'],
  ['de-1996', 'de'],
  ['en-x-anything', 'en'],
  ['x'.repeat(10_000), 'en-GB'],
  ['\u0000', 'en-GB'],
])('%s is read as %s: language, script and region, nothing else', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});
