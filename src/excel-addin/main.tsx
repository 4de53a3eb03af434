import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from '../contract/client.ts';
import { createSignIn } from '../ui/sign-in.ts';
import { Outside } from './outside.tsx';
import { PaneApp } from './pane-app.tsx';
import { connectExcel } from './workbook.ts';

const page = document.getElementById('root');
if (page) await start(page);

/** The host first; it may be another program, or none. Then how to sign in, then the pane. */
async function start(element: HTMLElement): Promise<void> {
  const root = createRoot(element);
  const host = await connectExcel();
  if (host.kind === 'outside') {
    root.render(<Outside />);
    return;
  }
  const request: typeof fetch = async (...given) => await fetch(...given);
  const open = createClient({ origin: '', token: noToken, fetch: request, locale: host.locale });
  const config = await open('readClientConfig', {});
  if (!config.ok) {
    root.render(<Outside offline />);
    return;
  }
  const signIn = createSignIn(config.value);
  const client = createClient({ origin: '', token: signIn.token, fetch: request, locale: host.locale });
  root.render(
    <StrictMode>
      <PaneApp client={client} signIn={signIn} sheet={host.sheet} locale={host.locale} />
    </StrictMode>,
  );
}

async function noToken(): Promise<string> {
  return await Promise.reject(new Error('not signed in yet'));
}
