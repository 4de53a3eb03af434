import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { Client } from '../contract/client.ts';
import type { Reader } from '../domain/words/format.ts';
import type { SignIn } from '../ui/sign-in.ts';
import { Surface } from '../ui/surface.tsx';
import type { ThemeName } from '../ui/theme-name.ts';
import { HostContext } from './host-context.ts';
import { MomentContext } from './moment.ts';
import { Shell } from './shell.tsx';
import { type AskToSignIn, SignInContext } from './sign-in-context.ts';
import type { Host } from './teams-host.ts';
import { TenantKnownContext } from './tenant-known.ts';
import { ClientContext, useLoad } from './use-load.ts';

export interface AppProps {
  readonly host: Host;
  readonly client: Client;
  readonly signIn: SignIn;
}

export function App({ host, client, signIn }: AppProps): ReactNode {
  const [queries] = useState(createQueries);
  const ask = useCallback<AskToSignIn>(
    (then) => {
      // Refused or closed by the person: the page keeps asking, nothing else changes.
      void signIn.ask().then(
        () => {
          then();
          // What failed for want of a token is asked for again at once, not at its next turn.
          void queries.invalidateQueries();
        },
        () => {},
      );
    },
    [signIn, queries],
  );
  return (
    <QueryClientProvider client={queries}>
      <ClientContext value={client}>
        <HostContext value={host}>
          <SignInContext value={ask}>
            <Themed host={host} />
          </SignInContext>
        </HostContext>
      </ClientContext>
    </QueryClientProvider>
  );
}

/** Polling is the retry; being offline is told by the call, not guessed from the browser. */
function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always', staleTime: 1000 } },
  });
}

function Themed({ host }: { readonly host: Host }): ReactNode {
  const [theme, setTheme] = useState<ThemeName>(host.theme);
  const [moment, setMoment] = useState<string | null>(null);
  const me = useLoad('readMe', {});
  useEffect(() => host.onTheme(setTheme), [host]);
  const known = me.state.kind === 'full' ? me.state.value : null;
  const reader = useMemo(() => readerOf(host.locale, known), [host.locale, known]);
  return (
    <MomentContext value={moment}>
      <Surface theme={theme} reader={reader}>
        <TenantKnownContext value={known !== null}>
          <Shell now={known?.now ?? null} moment={moment} onMoment={setMoment} />
        </TenantKnownContext>
      </Surface>
    </MomentContext>
  );
}

interface Known {
  readonly today: string;
  readonly tenant: { readonly timeZone: string; readonly currency: string };
}

/** Until the tenant is known nothing with a date is drawn. */
function readerOf(locale: string, known: Known | null): Reader {
  const { today = '1970-01-01', tenant } = known ?? {};
  return { locale, today, timeZone: tenant?.timeZone ?? 'UTC', currency: tenant?.currency ?? 'EUR' };
}
