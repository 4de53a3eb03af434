import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve, sep } from 'node:path';
import type { MiddlewareHandler } from 'hono';

const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const OURS = '/lib/office-js/office.js';
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css',
};

/**
 * The unmodified library from this machine's node_modules, in the place of Microsoft's CDN. Production pages load it
 * from there; nothing of it is copied, changed or shipped.
 */
export function officeLibrary(): MiddlewareHandler {
  const root = join(
    dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
    'dist',
  );
  return async (c) => {
    const path = resolve(root, c.req.path.slice('/lib/office-js/'.length));
    if (!path.startsWith(root + sep)) return c.notFound();
    const file = await readFile(path).catch(() => null);
    if (!file) return c.notFound();
    c.header('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
    c.header('cache-control', 'public, max-age=3600');
    return c.body(new Uint8Array(file));
  };
}

/** The shipped pane with two changes a real Excel makes in its own way: where office.js is, and the sign-in bridge. */
export async function paneForSandbox(page: Response): Promise<Response> {
  const html = await page.text();
  const bridged = html.replace(
    /<script[^>]*appsforoffice[^>]*><\/script>/,
    `<script src="/sandbox/excel-bridge.js"></script><script src="${OURS}"></script>`,
  );
  const headers = new Headers(page.headers);
  headers.delete('content-length');
  headers.delete('content-encoding');
  headers.set('cache-control', 'no-cache');
  if (page.status === 200 && bridged === html) throw new Error(`the pane does not load ${CDN}`);
  return new Response(bridged, { status: page.status, headers });
}

/** What desktop Excel injects: a bridge object that msal-browser finds. Messages go to the window that frames us. */
export const EXCEL_BRIDGE = `
const listeners = new Set();
addEventListener('message', (event) => {
  const answer = event.origin === location.origin && event.data && event.data.lastmileBridgeAnswer;
  if (typeof answer === 'string') for (const listener of listeners) listener(answer);
});
if (window.parent !== window) {
  window.nestedAppAuthBridge = {
    addEventListener: (type, listener) => listeners.add(listener),
    removeEventListener: (type, listener) => listeners.delete(listener),
    postMessage: (text) => window.parent.postMessage({ lastmileBridge: text }, location.origin),
  };
}
`;
