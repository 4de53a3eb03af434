import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { createClient } from '../contract/client.ts';
import type { ClientConfig } from '../contract/tenant-view.ts';
import { createSignIn } from '../ui/sign-in.ts';
import { beginAt } from './address.ts';
import { App } from './app.tsx';
import { NoStart } from './no-start.tsx';
import { connectHost } from './teams-host.ts';

const page = document.getElementById('root');
if (page) await start(createRoot(page));

/** Settings first, then the host, then the page; a host that shows a loading screen is told when it stands. */
async function start(root: Root): Promise<void> {
  const config = await readConfig();
  if (config === null) {
    root.render(<NoStart />);
    return;
  }
  const host = await connectHost(config);
  beginAt(host.place);
  const signIn = createSignIn(config);
  const client = createClient({
    origin: '',
    token: signIn.token,
    fetch: async (...request) => await fetch(...request),
    locale: host.locale,
  });
  root.render(
    <StrictMode>
      <App host={host} client={client} signIn={signIn} />
    </StrictMode>,
  );
  host.ready();
}

async function readConfig(): Promise<ClientConfig | null> {
  const open = createClient({
    origin: '',
    token: async () => await Promise.reject(new Error('not signed in yet')),
    fetch: async (...request) => await fetch(...request),
    locale: 'en-GB',
  });
  const result = await open('readClientConfig', {});
  return result.ok ? result.value : null;
}
