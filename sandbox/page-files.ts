import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { MiddlewareHandler } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The built sandbox page; what it does not have falls through to the API. */
export function pageFiles(root: string): MiddlewareHandler {
  return async (c, next) => {
    const wanted = c.req.path === '/' ? '/page/index.html' : c.req.path;
    const path = resolve(root, `.${wanted}`);
    if (!path.startsWith(root + sep)) return await next();
    const file = await readFile(
      path.endsWith('.html') || extname(path) !== '' ? path : `${path}/index.html`,
    ).catch(() => null);
    if (!file) return await next();
    c.header('content-type', TYPES[extname(path)] ?? TYPES['.html']);
    c.header(
      'cache-control',
      c.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    return c.body(new Uint8Array(file));
  };
}
