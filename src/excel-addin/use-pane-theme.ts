import { useSyncExternalStore } from 'react';
import type { ThemeName } from '../ui/themes.ts';

const CONTRAST = '(forced-colors: active)';
const DARK = '(prefers-color-scheme: dark)';

/** Excel tells no theme on the web; the system's wish stands in for it everywhere. */
export function usePaneTheme(): ThemeName {
  return useSyncExternalStore(subscribe, themeNow);
}

function subscribe(changed: () => void): () => void {
  const queries = [matchMedia(CONTRAST), matchMedia(DARK)];
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}

function themeNow(): ThemeName {
  if (matchMedia(CONTRAST).matches) return 'contrast';
  return matchMedia(DARK).matches ? 'dark' : 'default';
}
