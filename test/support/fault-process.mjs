// One API process with its worker, as `src/api/main.ts` starts it, for tests that kill it. It runs the built program.
// Only three things are not the real ones: a clock that the parent moves, a sign-in that believes the header, and a
// Graph that is simulated in the parent, which survives.
import { serve } from '@hono/node-server';
import { sql } from 'kysely';
import { createApi } from '../../dist/src/api/api.js';
import { graphCalendar } from '../../dist/src/api/graph/graph-calendar.js';
import { connectGraph } from '../../dist/src/api/graph/graph-client.js';
import { graphNotifier } from '../../dist/src/api/graph/graph-notifier.js';
import { importTenant } from '../../dist/src/api/import-story.js';

const { config, tenant, portfolio, accounts, graph, organiser, now, alone } = JSON.parse(process.argv[2]);
let time = now;

// Nobody is left behind when the tests end.
process.on('disconnect', () => process.exit());

const connection = connectGraph({
  credential: { getToken: async () => ({ token: graph.token, expiresOnTimestamp: Date.now() + 86_400_000 }) },
  fetch: toSimulator,
});
const api = await createApi({
  config,
  overrides: {
    clock: { now: () => time },
    log: {
      write: (level, event, facts) => {
        if (level === 'error') process.stderr.write(`${JSON.stringify({ event, ...facts })}\n`);
      },
    },
    tokenCheck: async (authorization = '') => {
      const [tid, oid] = authorization.replace('Bearer ', '').split('/');
      return { ok: true, value: { tid, oid, name: oid, roles: [] } };
    },
    calendar: graphCalendar(connection, organiser),
    notifier: graphNotifier(connection, { tabLink: 'https://lastmile.example/tab' }),
  },
});
await importTenant(api.context, { tenant, name: 'Contoso', portfolio, accounts: new Map(accounts) });
// Every other process is dead: the two minutes for which a dead worker's claims count are not waited for.
if (alone) {
  await sql`update job set lease_until = clock_timestamp() where state = 'running'`.execute(
    api.context.database.kysely,
  );
}
const server = serve({ fetch: api.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
  process.send({ kind: 'ready', port });
});
api.startWorking();

process.on('message', (message) => void hear(message));

async function hear(message) {
  if (message.kind === 'clock') time = message.now;
  if (message.kind === 'drain') {
    await api.drain();
    process.send({ kind: 'drained' });
  }
  if (message.kind === 'stop') {
    server.closeAllConnections();
    await api.close();
    process.exit(0);
  }
}

/** @param {Request} request */
async function toSimulator(request) {
  const { pathname, search } = new URL(request.url);
  const body = ['GET', 'HEAD'].includes(request.method) ? undefined : await request.text();
  return await fetch(`${graph.origin}${pathname}${search}`, {
    method: request.method,
    headers: request.headers,
    ...(body ? { body } : {}),
  });
}
