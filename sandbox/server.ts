import { Hono } from 'hono';
import { controlRoutes } from './control-routes.ts';
import { officeLibrary, paneForSandbox } from './office-library.ts';
import { pageFiles } from './page-files.ts';
import type { Sandbox } from './sandbox.ts';

/**
 * Everything on one address: the sandbox page, its controls, sign-in, office.js, and our API with the front ends it
 * serves in production. Only `/`, `/sandbox`, `/lib` and the authority's paths are the sandbox's own.
 */
export function createSandboxServer(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.route('/sandbox', controlRoutes(sandbox));
  app.get('/lib/office-js/*', officeLibrary());
  app.all(`/${sandbox.tenantId}/*`, (c) => sandbox.world().identity.fetch(c.req.raw));
  app.get('/common/discovery/*', (c) => sandbox.world().identity.fetch(c.req.raw));
  app.get('/excel-addin/*', async (c, next) => {
    if (/\.\w+$/.test(c.req.path) && !c.req.path.endsWith('.html')) return await next();
    return await paneForSandbox(await sandbox.world().api.fetch(uncompressed(c.req.raw)));
  });
  app.get('*', pageFiles(sandbox.pageRoot));
  app.all('*', (c) => sandbox.world().api.fetch(c.req.raw));
  return app;
}

/** The page is changed on its way, so it must come as plain text. */
function uncompressed(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete('accept-encoding');
  return new Request(request, { headers });
}
