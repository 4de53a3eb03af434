import { serve } from '@hono/node-server';
import { createApi } from './api.ts';
import { readConfig } from './config.ts';
import { graphFromConfig } from './graph-from-config.ts';
import { jsonLog } from './surroundings.ts';

/** The server on its own: `node dist/src/api/main.js`. Stops cleanly on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  const config = readConfig();
  const api = await createApi({ config, overrides: await graphFromConfig(config) });
  const server = serve({ fetch: api.fetch, hostname: config.host, port: config.port }, ({ port }) => {
    jsonLog.write('info', 'listening', { host: config.host, port, database: config.database.kind });
  });
  api.startWorking();
  const stop = (): void => {
    server.close(() => {
      void api.close().then(() => process.exit(0));
    });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

try {
  await main();
} catch (error) {
  // What cannot start says why in one plain line and leaves.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
