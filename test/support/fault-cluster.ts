import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL cluster of our own, to be stopped and started as a test likes: nobody else is on it. */
export interface Cluster {
  readonly url: string;
  readonly start: () => Promise<void>;
  /** As after a cut of power: no connection is said good-bye to. */
  readonly crash: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

const PACKAGES = '/usr/lib/postgresql';

/** Where PostgreSQL's own programs are; null, said loudly, where there are none that this user may run. */
export function clusterPrograms(): string | null {
  const versions = existsSync(PACKAGES)
    ? readdirSync(PACKAGES)
        .map(Number)
        .toSorted((a, b) => b - a)
    : [];
  const folder = versions
    .map((version) => join(PACKAGES, String(version), 'bin'))
    .find((one) => existsSync(join(one, 'initdb')));
  const missing =
    folder === undefined
      ? `no initdb under ${PACKAGES}`
      : isRoot() && !runs('id', ['postgres'])
        ? 'root has no user postgres to run it as'
        : null;
  if (missing === null && folder !== undefined) return folder;
  console.warn(`SKIPPED, a PostgreSQL that is stopped and started: ${missing}`);
  return null;
}

export async function newCluster(programs: string): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-cluster-'));
  const port = await freePort();
  if (isRoot()) chownSync(folder, Number(answerOf('id', ['-u', 'postgres'])), -1);
  const data = join(folder, 'data');
  const run = async (program: string, args: readonly string[]): Promise<void> => {
    const [command = '', ...rest] = [
      ...(isRoot() ? ['runuser', '-u', 'postgres', '--'] : []),
      join(programs, program),
      ...args,
    ];
    // Its server goes on after pg_ctl has ended, so that no pipe to us may stay open.
    const [status] = (await once(spawn(command, rest, { stdio: 'ignore', cwd: folder }), 'close')) as [
      number,
    ];
    if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}`);
  };
  await run('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync']);
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  const start = (): Promise<void> =>
    run('pg_ctl', ['-D', data, '-o', options, '-l', join(folder, 'log'), '-w', 'start']);
  const crash = (): Promise<void> => run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    crash,
    remove: async () => {
      await crash();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function answerOf(command: string, args: readonly string[]): string {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout.trim();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
