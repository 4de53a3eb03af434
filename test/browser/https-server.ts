import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { PemPair } from '../../sandbox/certificate-der.ts';

export interface Site {
  readonly origin: string;
  close(): Promise<void>;
}

/** A page served from memory, or a folder served under a prefix. */
export interface SiteContent {
  readonly pages: Readonly<Record<string, string>>;
  readonly folders?: Readonly<Record<string, string>>;
}

/** Serves https://localhost on a free port of the loopback. */
export async function serveSite(pair: PemPair, content: SiteContent): Promise<Site> {
  const server = createServer(pair, (request, response) => {
    const url = new URL(request.url ?? '/', 'https://localhost');
    void answer(content, url.pathname).then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `https://localhost:${port}`, close: () => closed(server) };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

async function answer({ pages, folders = {} }: SiteContent, pathname: string): Promise<Answer> {
  const page = pages[pathname];
  if (page !== undefined) return { status: 200, type: typeOf(pathname), body: page };
  const prefix = Object.keys(folders).find((folder) => pathname.startsWith(folder));
  const root = prefix === undefined ? undefined : folders[prefix];
  if (prefix === undefined || root === undefined)
    return { status: 404, type: 'text/plain', body: 'not found' };
  try {
    return {
      status: 200,
      type: typeOf(pathname),
      body: await readFile(path.join(root, path.normalize(pathname.slice(prefix.length)))),
    };
  } catch {
    // A file the library may ask for and live without.
    return { status: 404, type: 'text/plain', body: 'not found' };
  }
}

function typeOf(pathname: string): string {
  return pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
