import type { ClientConfig } from '../contract/tenant-view.ts';
import { themeName, type ThemeName } from '../ui/theme-name.ts';
import { within } from '../ui/within.ts';

/** What the tab knows of the place it runs in. Who the person is comes from the token, never from here. */
export interface Host {
  readonly kind: 'teams' | 'browser';
  readonly theme: ThemeName;
  /** Where a link led, e.g. `kpi/C1`; empty for the first page. */
  readonly place: string;
  readonly locale: string;
  /** Inside a meeting: no navigation, one column. */
  readonly sidePanel: boolean;
  readonly onTheme: (listener: (theme: ThemeName) => void) => void;
  /** Takes the host's loading screen away. */
  readonly ready: () => void;
  /** Gives a link to a place to the person. */
  readonly share: (place: string, label: string) => Promise<void>;
}

/** In a frame of something that is not a host the library would wait a minute. */
const HOST_MS = 4000;

/** Connects to Teams where it answers in time; a plain browser otherwise. Never rejects. */
export async function connectHost(config: ClientConfig): Promise<Host> {
  const framed = window.parent !== window.self || 'nativeInterface' in window;
  if (!framed) return browserHost();
  try {
    return await within(HOST_MS, teamsHost(config.trustedHostOrigins), 'the Teams host');
  } catch {
    // Not a Teams host: the page still works, with its own sign-in.
    return browserHost();
  }
}

async function teamsHost(trustedOrigins: readonly string[]): Promise<Host> {
  const { app, FrameContexts, pages } = await import('@microsoft/teams-js');
  await app.initialize(trustedOrigins.length > 0 ? [...trustedOrigins] : undefined);
  const context = await app.getContext();
  return {
    kind: 'teams',
    theme: themeName(context.app.theme),
    place: context.page.subPageId ?? '',
    locale: usableLocale(context.app.locale),
    sidePanel: context.page.frameContext === FrameContexts.sidePanel,
    onTheme: (listener) => app.registerOnThemeChangeHandler((word) => listener(themeName(word))),
    ready: () => {
      app.notifyAppLoaded();
      void app.notifySuccess();
    },
    share: async (place, label) => {
      pages.shareDeepLink({ subPageId: place, subPageLabel: label, subPageWebUrl: webAddress(place) });
      return await Promise.resolve();
    },
  };
}

function browserHost(): Host {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const contrast = window.matchMedia('(forced-colors: active)');
  const theme = (): ThemeName => (contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'default');
  return {
    kind: 'browser',
    theme: theme(),
    place: '',
    locale: usableLocale(navigator.language),
    sidePanel: false,
    onTheme: (listener) => {
      for (const query of [dark, contrast]) query.addEventListener('change', () => listener(theme()));
    },
    ready: () => {},
    share: async (place) => await navigator.clipboard.writeText(webAddress(place)),
  };
}

function webAddress(place: string): string {
  return `${location.origin}/tab/#/${place}`;
}

/** Hosts write `en-us`; what the browser cannot use is replaced. */
function usableLocale(word: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(word)[0] ?? 'en-GB';
  } catch {
    // Intl tells a malformed tag only by throwing.
    return 'en-GB';
  }
}
