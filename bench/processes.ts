import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The repository, seen from dist/bench. */
export const ROOT = resolve(import.meta.dirname, '../..');
const LONGEST_MS = 120_000;

export interface Start {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Settles when the process is of use; it is stopped then. */
  readonly ready: (seen: { readonly output: () => string }) => Promise<boolean>;
}

/** Starts a Node process, waits until it is of use and stops it. Throws when it ends before. */
export async function runUntilReady({ args, env = {}, ready }: Start): Promise<void> {
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...cleanEnvironment(), ...env } });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit');
  const until = performance.now() + LONGEST_MS;
  while (!(await ready({ output: () => output }))) {
    if (child.exitCode !== null || performance.now() > until) throw new Error(`${args[0]}: ${output}`);
    await new Promise((done) => setTimeout(done, 20));
  }
  child.kill('SIGKILL');
  await ended;
}

/** PGlite is what is measured here, whatever database this shell knows. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...rest } = process.env;
  return rest;
}

/** A folder of its own for `work`, removed afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'lastmile-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
