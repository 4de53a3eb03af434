import { expect, it } from 'vitest';
import { themeName } from '../../src/ui/theme-name.ts';

it.each([
  ['default', 'default'],
  ['dark', 'dark'],
  ['contrast', 'contrast'],
  ['glass', 'default'],
  [undefined, 'default'],
])('reads the host word %s as the theme %s', (word, theme) => {
  expect(themeName(word)).toBe(theme);
});
