import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  type Theme,
} from '@fluentui/react-components';

export type ThemeName = 'default' | 'dark' | 'contrast';

const THEMES: Readonly<Record<ThemeName, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** The host's word for its theme; a word we do not know is read as light. */
export function themeName(word: string | undefined): ThemeName {
  return word === 'dark' || word === 'contrast' ? word : 'default';
}

export function themeOf(name: ThemeName): Theme {
  return THEMES[name];
}
