import { type Row, turnsMs } from './measure.ts';
import { freePort, runUntilReady, withFolder } from './processes.ts';

const ROUNDS = 5;
const GUID = '00000000-0000-4000-8000-000000000001';

/** How long a newcomer and a server wait, beside the database alone in an empty folder. */
export async function startUp(): Promise<readonly Row[]> {
  const works = [sandbox, api, bareDatabase].map((work) => async () => await withFolder(work));
  const [sandboxMs = 0, apiMs = 0, beside = 0] = await turnsMs(ROUNDS, works);
  const besideWhat = 'process start + PGlite alone in an empty folder';
  const row = (what: string, ours: number): Row => ({ what, ours, beside, besideWhat, unit: 'ms' });
  return [
    row('sandbox ready after installation (fresh folder)', sandboxMs),
    row('API process to its first answer (fresh folder)', apiMs),
  ];
}

async function sandbox(folder: string): Promise<void> {
  await runUntilReady({
    args: ['dist/sandbox/start.js'],
    env: { PORT: String(await freePort()), LASTMILE_SANDBOX_DATA: folder },
    ready: async ({ output }) => output().includes('is ready'),
  });
}

async function api(folder: string): Promise<void> {
  const port = await freePort();
  await runUntilReady({
    args: ['dist/src/api/main.js'],
    env: {
      LASTMILE_PORT: String(port),
      LASTMILE_DATA: folder,
      LASTMILE_CLIENT_ID: GUID,
      LASTMILE_TENANTS: GUID,
    },
    ready: async () => await answers(`http://127.0.0.1:${port}/readyz`),
  });
}

async function answers(address: string): Promise<boolean> {
  // Until it listens, nobody is there: that is what we wait for.
  return await fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function bareDatabase(folder: string): Promise<void> {
  const script = `
    const { PGlite } = await import('@electric-sql/pglite');
    const lite = await PGlite.create({ dataDir: process.argv[1] });
    await lite.query('select 1');
    console.log('answered');`;
  await runUntilReady({
    args: ['--input-type=module', '--eval', script, folder],
    ready: async ({ output }) => output().includes('answered'),
  });
}
