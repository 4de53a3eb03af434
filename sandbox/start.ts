import { createServer } from 'node:https';
import { resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { ensureCertificate } from './certificate.ts';
import { createSandbox } from './sandbox.ts';
import { createSandboxServer } from './server.ts';

/** `npm start`: the sandbox on one https address, on the embedded database in `.data/sandbox`. */
const ROOT = resolve(import.meta.dirname, '../..');
const PORT = Number(process.env['PORT'] ?? 8443);
const DATA = resolve(process.env['LASTMILE_SANDBOX_DATA'] ?? resolve(ROOT, '.data/sandbox'));

const origin = `https://localhost:${PORT}`;
const begun = performance.now();
const sandbox = await createSandbox({
  origin,
  dataFolder: DATA,
  webRoot: resolve(ROOT, 'dist/web'),
  pageRoot: resolve(ROOT, 'dist/sandbox-web'),
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
const { key, cert } = await ensureCertificate(resolve(ROOT, '.cert'));
const listener = getRequestListener(createSandboxServer(sandbox).fetch);
const server = createServer({ key, cert }, (request, response) => void listener(request, response));
server.on('error', (error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE';
  console.error(taken ? `Port ${PORT} is taken. Set PORT to another one.` : error.message);
  process.exit(1);
});
server.listen(PORT, 'localhost', () => {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`
The Lastmile sandbox is ready after ${seconds} s: ${origin}

  1. Open the address. The browser warns of a certificate made on this machine: go on.
  2. Excel, Teams and Outlook stand side by side, each with its own person.
  3. The story at the top says what to do next; the buttons beside the clock let time pass.

Real client libraries, simulated hosts. Nothing leaves this machine. Stop with Ctrl+C.
`);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close();
    void sandbox.close().then(() => process.exit(0));
  });
}
