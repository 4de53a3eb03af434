import { once } from 'node:events';
import { createServer } from 'node:https';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { build } from 'vite';
import { ensureCertificate } from '../../../sandbox/certificate.ts';
import { directoryFromPeople } from '../../../sandbox/directory.ts';
import { type Identity, createIdentity } from '../../../sandbox/identity/identity.ts';
import { STAFF } from '../staff.ts';

export const directory = directoryFromPeople(STAFF);
const ENTRIES = ['tab', 'dialog', 'auth-redirect', 'host-page'] as const;
export const APP_ID = '0f4d9a0e-52f4-4a8e-9d61-8a3d0f5c7b21';

export interface TeamsWorld {
  readonly origin: string;
  readonly identity: Identity;
  readonly stop: () => Promise<void>;
}

/** Host page, tab, API and identity on one https origin, with the fixture pages built from the real libraries. */
export async function startTeamsWorld(): Promise<TeamsWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-teams-'));
  await bundle(folder);
  let app = new Hono();
  const listener = getRequestListener((request) => app.fetch(request));
  const server = createServer(
    await ensureCertificate(folder),
    (request, response) => void listener(request, response),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  const identity = createIdentity({ origin, directory });
  app = pagesAndApi(origin, identity, folder);
  return {
    origin,
    identity,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function bundle(folder: string): Promise<void> {
  const fixtures = join(import.meta.dirname, 'fixture');
  await build({
    configFile: false,
    logLevel: 'error',
    root: fixtures,
    build: {
      outDir: join(folder, 'pages'),
      target: 'es2022',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(ENTRIES.map((name) => [name, join(fixtures, `${name}.ts`)])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
      },
    },
  });
}

function pagesAndApi(origin: string, identity: Identity, folder: string): Hono {
  const app = new Hono();
  app.route('/', identity.app);
  app.get('/fixture-config.json', (c) =>
    c.json({
      clientId: directory.apiClientId,
      authority: identity.authority,
      scope: `api://${directory.apiClientId}/access_as_user`,
    }),
  );
  app.get('/host-config.json', (c) =>
    c.json({
      manifest: manifestFor(origin),
      tenantId: directory.tenantId,
      authority: identity.authority,
      people: directory.people.map(({ oid, mail, name }) => ({ oid, mail, name })),
    }),
  );
  app.get('/api/me', async (c) => {
    const token = (c.req.header('authorization') ?? '').replace('Bearer ', '');
    const keys = createLocalJWKSet(await identity.jwks());
    const { payload } = await jwtVerify(token, keys, {
      issuer: identity.issuer,
      audience: directory.apiClientId,
    });
    return c.json({ mail: payload['preferred_username'], scp: payload['scp'], roles: payload['roles'] });
  });
  for (const name of ENTRIES) {
    app.get(`/${name}.html`, (c) =>
      c.html(`<!doctype html><title>${name}</title><body><script type="module" src="/${name}.js"></script>`),
    );
  }
  app.get('/:file{.+\\.js}', (c) =>
    c.body(readFileSync(join(folder, 'pages', c.req.param('file')), 'utf8'), 200, {
      'Content-Type': 'text/javascript',
    }),
  );
  app.get('/favicon.ico', (c) => c.body(null, 204));
  return app;
}

function manifestFor(origin: string): object {
  return {
    id: APP_ID,
    validDomains: [new URL(origin).host],
    staticTabs: [
      {
        entityId: 'home',
        name: 'Lastmile',
        contentUrl: `${origin}/tab.html`,
        context: ['personalTab', 'meetingSidePanel'],
      },
      { entityId: 'ledger', name: 'Ledger', contentUrl: `${origin}/tab.html`, context: ['personalTab'] },
      { entityId: 'astray', name: 'Astray', contentUrl: 'https://elsewhere.example/' },
    ],
  };
}
