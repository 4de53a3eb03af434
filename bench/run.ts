import type { DatabaseChoice } from '../src/api/database/open-database.ts';
import { adopt } from './adopt.ts';
import { checkInCost } from './check-in-cost.ts';
import { checkIns } from './check-ins.ts';
import { withPostgres } from './databases.ts';
import { detection } from './detection.ts';
import { firstLoad } from './first-load.ts';
import type { Row } from './measure.ts';
import { network } from './network.ts';
import { withFolder } from './processes.ts';
import { monteCarlo, rules } from './rules.ts';
import { startUp } from './start-up.ts';
import { tableOf } from './table.ts';
import { verify } from './verify.ts';

/** `npm run bench [NAME…]`: everything, or the named parts, as one table on standard output. */
const PARTS: Readonly<Record<string, () => Promise<readonly Row[]> | readonly Row[]>> = {
  'start-up': startUp,
  adopt,
  detection: async () => await detection(),
  'network-1000': async () => await network(1000),
  'network-10000': async () => await network(10_000),
  'rules-1000': () => rules(1000),
  'rules-10000': () => rules(10_000),
  'rules-100000': () => rules(100_000),
  'monte-carlo': monteCarlo,
  'check-ins': async () =>
    await withFolder(
      async (folder) => await checkIns('PGlite in a folder', { kind: 'folder', path: folder }),
    ),
  'check-ins-postgres': async () =>
    await onPostgres('check-ins-postgres', async (choice) => await checkIns('PostgreSQL', choice)),
  'check-in-cost-100': async () =>
    await onPostgres('check-in-cost-100', async (choice) => await checkInCost(100, choice)),
  'check-in-cost-2000': async () =>
    await onPostgres('check-in-cost-2000', async (choice) => await checkInCost(2000, choice)),
  'first-load': firstLoad,
  planning: async () => (await import('./planning.ts')).planning(),
  'portfolio-read': async () => await (await import('./portfolio-read.ts')).portfolioRead(10_000),
  'portfolio-read-2000': async () => await (await import('./portfolio-read.ts')).portfolioRead(2000),
  verify: async () =>
    await withFolder(async (path) => await verify('PGlite in a folder', { kind: 'folder', path })),
  'verify-postgres': async () =>
    await onPostgres('verify-postgres', async (choice) => await verify('PostgreSQL', choice)),
};

async function onPostgres(
  part: string,
  work: (choice: DatabaseChoice) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const server = process.env['DATABASE_URL'];
  if (server) return await withPostgres(server, work);
  console.error(`${part}: left out, DATABASE_URL is not set`);
  return [];
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. Known: ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
const rows: Row[] = [];
for (const [name, part] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`${name}…`);
  rows.push(...(await part()));
}
console.log(tableOf(rows));
process.exit(0);
