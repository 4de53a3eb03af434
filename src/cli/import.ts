import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { faultSentence } from '../api/archive/archive-fault.ts';
import { headText } from '../api/archive/archive-format.ts';
import { checkArchive, importTenantFile } from '../api/archive/import-tenant.ts';
import type { Database } from '../api/database/open-database.ts';
import { systemClock } from '../api/surroundings.ts';
import { type CommandIo, EXIT } from './command.ts';
import { DATABASE_OPTIONS, parsed, refuse, withDatabase } from './ledger-database.ts';
import { LEDGER_USAGE } from './ledger-usage.ts';

/**
 * `lastmile import FILE`: takes an export in, into its own and empty tenant, all or nothing. `--check` proves the file
 * and touches no database. Exits 1 for a file that does not hold.
 */
export async function runImport(args: readonly string[], io: CommandIo): Promise<number> {
  const options = { ...DATABASE_OPTIONS, check: { type: 'boolean' } } as const;
  const given = parsed({ args: [...args], options, allowPositionals: true }, LEDGER_USAGE.import);
  if (!given.ok) return refuse(io, given.error);
  const [file, ...more] = given.value.positionals;
  if (file === undefined || more.length > 0) return refuse(io, `usage: lastmile ${LEDGER_USAGE.import}`);
  const unreadable = await access(file).then(
    () => null,
    (error: Error) => error.message,
  );
  if (unreadable !== null) return refuse(io, `“${file}” cannot be read: ${unreadable}.`);
  const { check = false, ...where } = given.value.values;
  if (check) return await checkFile(file, io);
  return await withDatabase({ args: where, io, create: true }, async (db) => await importFile(db, file, io));
}

async function checkFile(file: string, io: CommandIo): Promise<number> {
  const checked = await checkArchive(createReadStream(file));
  if (!checked.ok) return refused(io, faultSentence(checked.error));
  const { tenant, head } = checked.value;
  io.stdout(`${tenant} sound ${headText(head)}\n`);
  return EXIT.ok;
}

async function importFile({ kysely }: Database, file: string, io: CommandIo): Promise<number> {
  const progress = (entries: number) => io.stderr(`${entries} entries\n`);
  const now = systemClock.now();
  const imported = await importTenantFile(createReadStream(file), { db: kysely, now, progress });
  if (!imported.ok) return refused(io, `${faultSentence(imported.error)}\nNothing was imported.`);
  const { tenant, head, jobs } = imported.value;
  io.stdout(`${tenant} imported ${headText(head)}\n`);
  io.stderr(`${jobs} jobs that still lie ahead were queued; nothing that has happened is done again.\n`);
  return EXIT.ok;
}

function refused(io: CommandIo, message: string): number {
  io.stderr(`${message}\n`);
  return EXIT.checkFailed;
}
