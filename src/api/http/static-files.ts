import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { MiddlewareHandler } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

/** The build writes the content's hash into these names, so they never change. */
const HASHED = /-[\w-]{8,}\.(js|css|woff2|svg|png)$/;

/**
 * Serves the built front ends: a file, a folder's index, the task pane by the name its manifest knows, or, below
 * `/tab`, the tab's page, whose addresses are drawn in the browser. Anything else falls through to "not found".
 */
export function staticFiles(webRoot: string): MiddlewareHandler {
  const root = resolve(webRoot);
  return async (c, next) => {
    const found = c.req.method === 'GET' || c.req.method === 'HEAD' ? await findFile(root, c.req.path) : null;
    if (!found) return await next();
    const { path, tag } = found;
    c.header('etag', tag);
    c.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (c.req.header('if-none-match') === tag) return c.body(null, 304);
    c.header('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
    return c.body(new Uint8Array(await readFile(path)));
  };
}

interface FoundFile {
  readonly path: string;
  readonly tag: string;
}

async function findFile(root: string, path: string): Promise<FoundFile | null> {
  for (const candidate of candidates(path)) {
    const file = join(root, candidate);
    // The address was decoded by now; nothing above the root is ever looked at.
    if (!file.startsWith(root + sep) || file.includes('\0')) continue;
    const facts = await stat(file).catch(() => null);
    if (facts?.isFile())
      return { path: file, tag: `"${facts.size.toString(36)}-${facts.mtimeMs.toString(36)}"` };
  }
  return null;
}

function candidates(path: string): readonly string[] {
  const bare = path.replace(/\/+$/, '');
  const tab = bare.startsWith('/tab/') && extname(bare) === '';
  const pane = bare === '/excel-addin/taskpane.html';
  return [
    bare,
    `${bare}.html`,
    `${bare}/index.html`,
    ...(tab ? ['/tab/index.html'] : []),
    ...(pane ? ['/excel-addin/index.html'] : []),
  ];
}
