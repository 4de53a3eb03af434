import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tenantsOf } from '../api/archive/ledgers.ts';
import { moveTenant } from '../api/archive/move-tenant.ts';
import { readDatabaseChoice } from '../api/config.ts';
import { isMoved, markMoved, MOVED_MARK } from '../api/database/moved-folder.ts';
import type { Database } from '../api/database/open-database.ts';
import { systemClock } from '../api/surroundings.ts';
import { type CommandIo, EXIT } from './command.ts';
import { opening, parsed, refuse } from './ledger-database.ts';
import { LEDGER_USAGE } from './ledger-usage.ts';

/**
 * `lastmile migrate --data FOLDER --to DATABASE_URL`: moves every tenant of an embedded folder to PostgreSQL, proves
 * what arrived, and marks the folder so that nobody goes on writing there. Run it again after any interruption.
 */
export async function runMigrate(args: readonly string[], io: CommandIo): Promise<number> {
  const options = { data: { type: 'string' }, to: { type: 'string' } } as const;
  const given = parsed({ args: [...args], options }, LEDGER_USAGE.migrate);
  if (!given.ok) return refuse(io, given.error);
  const { to, data = folderOfConfig() } = given.value.values;
  if (to === undefined || !/^postgres(ql)?:\/\//u.test(to)) {
    return refuse(io, `Say where to with --to postgres://….\nusage: lastmile ${LEDGER_USAGE.migrate}`);
  }
  if (data === null)
    return refuse(io, `Say which folder with --data.\nusage: lastmile ${LEDGER_USAGE.migrate}`);
  if (isMoved(data)) {
    io.stdout(readFileSync(join(data, MOVED_MARK), 'utf8'));
    return EXIT.ok;
  }
  return await moveFolder(data, to, io);
}

function folderOfConfig(): string | null {
  const choice = readDatabaseChoice();
  return choice.kind === 'folder' ? choice.path : null;
}

async function moveFolder(data: string, url: string, io: CommandIo): Promise<number> {
  const from = await opening({ kind: 'folder', path: data });
  if (!from.ok) return refuse(io, from.error);
  try {
    const to = await opening({ kind: 'postgres', url });
    if (!to.ok) return refuse(io, to.error);
    try {
      const code = await moveAll(from.value, to.value, io);
      if (code === EXIT.ok) mark(data, url, io);
      return code;
    } finally {
      await to.value.close();
    }
  } finally {
    await from.value.close();
  }
}

async function moveAll(from: Database, to: Database, io: CommandIo): Promise<number> {
  for (const tenant of await tenantsOf(from.kysely)) {
    const progress = (line: string) => io.stderr(`${tenant}: ${line}\n`);
    const moved = await moveTenant({ from: from.kysely, to: to.kysely, tenant, progress });
    if (moved.ok) continue;
    io.stderr(`${moved.error}\n`);
    return EXIT.checkFailed;
  }
  return EXIT.ok;
}

/** The address without the name and the password that may stand in it. */
function mark(data: string, url: string, io: CommandIo): void {
  const { host, pathname } = new URL(url);
  const where = `postgres://${host}${pathname}`;
  markMoved(data, where, new Date(systemClock.now()).toISOString());
  io.stdout(`Moved and proven: ${where}\n`);
  io.stderr(
    `“${data}” is marked as moved and is opened by nobody any more. Set DATABASE_URL and start the API.\n`,
  );
}
