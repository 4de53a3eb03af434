export type ThemeName = 'default' | 'dark' | 'contrast';

/** The host's word for its theme; a word we do not know is read as light. */
export function themeName(word: string | undefined): ThemeName {
  return word === 'dark' || word === 'contrast' ? word : 'default';
}
