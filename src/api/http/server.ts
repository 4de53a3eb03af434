import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { requestId, type RequestIdVariables } from 'hono/request-id';
import { sql } from 'kysely';
import { LEDGER_EXPORT, PATHS, type RouteName } from '../../contract/paths.ts';
import type { ApiContext } from '../context.ts';
import { outageOf } from '../database/outage.ts';
import { docsPage } from './docs-page.ts';
import { ledgerExport } from './ledger-export.ts';
import { openApiDocument } from './open-api.ts';
import { problem, problemResponse } from './problem-response.ts';
import { securityHeaders } from './security-headers.ts';
import { serveRoute } from './serve-route.ts';
import { staticFiles } from './static-files.ts';

export type HttpContext = Context<{ Variables: RequestIdVariables }>;

/** The whole of HTTP: the contract's routes, their description, health, and the built front ends. */
export function createServer(context: ApiContext): Hono<{ Variables: RequestIdVariables }> {
  const app = new Hono<{ Variables: RequestIdVariables }>();
  // Always our own: the number in a problem leads to one line of the log, whatever a caller sends.
  app.use(requestId({ headerName: '' }));
  app.use(securityHeaders(context.config));
  app.use(compress());
  app.use('/api/*', bodyLimit({ maxSize: context.config.maxBodyBytes, onError: tooLarge }));
  for (const name of Object.keys(PATHS) as RouteName[]) {
    app.on(PATHS[name].method.toUpperCase(), honoPath(PATHS[name].path), serveRoute(context, name));
  }
  app.get(LEDGER_EXPORT, ledgerExport(context));
  describe(app, context);
  watchHealth(app, context);
  app.all('/api/*', () => problemResponse(problem('not-found')));
  if (context.config.webRoot !== null) app.use(staticFiles(context.config.webRoot));
  app.notFound(() => problemResponse(problem('not-found')));
  app.onError((error, c) => unexpected(context, error, c));
  return app;
}

function describe(app: Hono<{ Variables: RequestIdVariables }>, { config }: ApiContext): void {
  let document: ReturnType<typeof openApiDocument> | null = null;
  const read = () => (document ??= openApiDocument(config.publicOrigin));
  app.get('/openapi.json', (c) => c.json(read()));
  app.get('/api/docs', (c) => c.html(docsPage(read())));
}

function watchHealth(app: Hono<{ Variables: RequestIdVariables }>, { database }: ApiContext): void {
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    try {
      await sql`select 1`.execute(database.kysely);
      return c.text('ready');
    } catch {
      // Whatever the reason, a balancer only needs to know that this process cannot serve.
      return c.text('not ready', 503);
    }
  });
}

function tooLarge(): Response {
  return problemResponse(problem('body-too-large'));
}

/** The client learns a number; the log has the number and the fault. */
function unexpected({ log }: ApiContext, error: Error, c: HttpContext): Response {
  const number = c.get('requestId').replaceAll('-', '').slice(0, 8);
  const instance = `${number.slice(0, 4)}-${number.slice(4)}`;
  log.write('error', 'request-failed', {
    instance,
    route: c.req.routePath,
    error: error.stack ?? error.message,
  });
  const outage = outageOf(error);
  if (outage === null) return problemResponse(problem('internal-error', { instance }));
  return problemResponse(problem('storage-unavailable', { instance, detail: OUTAGES[outage] }));
}

const OUTAGES = {
  away: 'Nothing of this request was lost or half done. Send it again in a moment.',
  full: 'There is no space left where the data is kept. Tell your admin, then send it again.',
} as const;

/** `/api/kpis/{kpi}` is `/api/kpis/:kpi` to the router. */
function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}
