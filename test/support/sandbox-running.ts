import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { ensureCertificate } from '../../sandbox/certificate.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { createSandboxServer } from '../../sandbox/server.ts';

const ROOT = resolve(import.meta.dirname, '../..');

export interface RunningSandbox {
  readonly origin: string;
  readonly sandbox: Sandbox;
  readonly stop: () => Promise<void>;
}

export interface SandboxWish {
  /** A version of the seeded story. */
  readonly version?: string;
}

/** The whole sandbox in this process and in memory, on a free port of the loopback. */
export async function runSandbox({ version }: SandboxWish = {}): Promise<RunningSandbox> {
  const server = createServer(await ensureCertificate(resolve(ROOT, '.cert')));
  await new Promise<void>((done) => {
    server.listen(0, 'localhost', done);
  });
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  const sandbox = await createSandbox({
    ...(version === undefined ? {} : { version }),
    origin,
    dataFolder: null,
    webRoot: resolve(ROOT, 'dist/web'),
    pageRoot: resolve(ROOT, 'dist/sandbox-web'),
  });
  const listener = getRequestListener(createSandboxServer(sandbox).fetch);
  server.on('request', (request, response) => void listener(request, response));
  return {
    origin,
    sandbox,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await sandbox.close();
    },
  };
}
