import type { IPublicClientApplication } from '@azure/msal-browser';
import type { ClientConfig } from '../contract/tenant-view.ts';
import { within } from './within.ts';

/** Gives tokens for our API. One for both front ends; only the host around it differs. */
export interface SignIn {
  /** A token without asking anybody, where that is possible; throws where a person must act. */
  readonly token: () => Promise<string>;
  /** Asks the person; call it from a click, or the browser blocks the window. */
  readonly ask: () => Promise<void>;
}

/** The library itself waits for ever on a host that does not answer. */
const BRIDGE_MS = 8000;

/**
 * Nested app authentication where the host offers it, a popup elsewhere. The library is loaded on the first call.
 * The cache is memory: two people may be signed in in two frames of one page.
 */
export function createSignIn(config: ClientConfig): SignIn {
  let opening: Promise<Session> | null = null;
  const session = async (): Promise<Session> => {
    opening ??= openSession(config);
    try {
      return await opening;
    } catch (error) {
      opening = null;
      throw error;
    }
  };
  return {
    token: async () => await (await session()).silent(),
    ask: async () => await (await session()).popup(),
  };
}

interface Session {
  readonly silent: () => Promise<string>;
  readonly popup: () => Promise<void>;
}

async function openSession(config: ClientConfig): Promise<Session> {
  const msal = await import('@azure/msal-browser');
  const nested = 'nestedAppAuthBridge' in window || '__initializeNestedAppAuth' in window;
  const client = await within(
    BRIDGE_MS,
    msal.createNestablePublicClientApplication({
      auth: {
        clientId: config.clientId,
        authority: config.authority,
        knownAuthorities: config.knownAuthorities,
        redirectUri: `${location.origin}/auth-redirect.html`,
      },
      cache: { cacheLocation: msal.BrowserCacheLocation.MemoryStorage },
    }),
    'sign-in',
  );
  const scopes = [config.scope];
  const popup = async (): Promise<void> => {
    const answer = await client.acquireTokenPopup({ scopes });
    client.setActiveAccount(answer.account);
  };
  return { popup, silent: async () => await silentToken({ client, scopes, nested, popup, msal }) };
}

interface SilentOptions {
  readonly client: IPublicClientApplication;
  readonly scopes: string[];
  readonly nested: boolean;
  readonly popup: () => Promise<void>;
  readonly msal: typeof import('@azure/msal-browser');
}

async function silentToken({ client, scopes, nested, popup, msal }: SilentOptions): Promise<string> {
  const account = client.getActiveAccount() ?? client.getAllAccounts()[0];
  const request = { scopes, ...(account && !nested ? { account } : {}) };
  try {
    return (await within(BRIDGE_MS, client.acquireTokenSilent(request), 'sign-in')).accessToken;
  } catch (error) {
    // Inside a host the host shows the question itself; elsewhere only a click may open a window.
    if (!nested || !(error instanceof msal.InteractionRequiredAuthError)) throw error;
    await popup();
    return (await client.acquireTokenSilent(request)).accessToken;
  }
}
