import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { importTenant } from '../../src/api/import-story.ts';
import { type Database, openDatabase } from '../../src/api/database/open-database.ts';
import { runLastmile } from '../../src/cli/main.ts';
import { createTenants } from '../../src/api/state/tenants.ts';
import { FakeClock, berlin } from './api-world.ts';
import { lendingPortfolio } from './lending.ts';

/** An embedded folder with history, and the real command line in a process of its own. */

/** Fills a folder with the lending portfolio for each tenant; `more` people make the ledger longer. */
export async function fillFolder(path: string, tenants: readonly string[], more = 0): Promise<void> {
  const database = await openDatabase({ kind: 'folder', path });
  for (const tenant of tenants) await fill(database, tenant, more);
  await database.close();
}

async function fill({ kysely }: Database, tenant: string, more: number): Promise<void> {
  const portfolio = lendingPortfolio();
  const extra = Array.from({ length: more }, (_, nth) => ({
    id: `p${nth}`,
    name: `Person ${nth}`,
    appRole: 'Manager' as const,
  }));
  const clock = new FakeClock(berlin('2026-03-02T08:00'));
  await importTenant(
    { tenants: createTenants({ db: kysely, clock }) },
    {
      tenant,
      name: 'Contoso',
      portfolio: { ...portfolio, people: [...portfolio.people, ...extra] },
      accounts: new Map(),
    },
  );
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
  /** True: it was killed when it had said what it was to say. */
  readonly killed: boolean;
}

const PROGRAM = resolve(import.meta.dirname, '../../bin/lastmile.mjs');

/** `lastmile …` in a process of its own; killed with SIGKILL as soon as `killAt` stands on standard error. */
export async function lastmile(args: readonly string[], killAt?: RegExp): Promise<Ended> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, errors, killed] = ['', '', false];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
    if (killed || !killAt?.test(errors)) return;
    killed = child.kill('SIGKILL');
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, errors, killed };
}

/** The same in this process, where it is about words and codes. */
export async function inProcess(args: readonly string[]): Promise<Omit<Ended, 'killed'>> {
  let [out, errors] = ['', ''];
  const code = await runLastmile(args, {
    stdout: (chunk) => void (out += chunk),
    stderr: (chunk) => void (errors += chunk),
    readFile: async (path) => await readFile(path),
  });
  return { code, out, errors };
}
