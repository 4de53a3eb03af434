import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { headText } from '../api/archive/archive-format.ts';
import { exportTenant, LedgerBroken, type TenantExport } from '../api/archive/export-tenant.ts';
import { dueJobs } from '../api/archive/ledgers.ts';
import { peopleWorkbook } from '../api/archive/people-workbook.ts';
import { productVersion } from '../api/archive/product-version.ts';
import { xlsxFile } from '../api/archive/xlsx-file.ts';
import type { Database } from '../api/database/open-database.ts';
import { inTenantSnapshot } from '../api/database/tenant-transaction.ts';
import { readEntries } from '../api/ledger/ledger-store.ts';
import { applyEntries } from '../api/state/apply-entries.ts';
import { EMPTY_STATE } from '../api/state/tenant-state.ts';
import { systemClock } from '../api/surroundings.ts';
import { type CommandIo, EXIT } from './command.ts';
import { chosenTenant, DATABASE_OPTIONS, parsed, refuse, withDatabase } from './ledger-database.ts';
import { LEDGER_USAGE } from './ledger-usage.ts';

/** `lastmile export --out FILE`: a tenant's whole ledger as lines of JSON, or with `--xlsx` as a workbook for people. */
export async function runExport(args: readonly string[], io: CommandIo): Promise<number> {
  const own = { tenant: { type: 'string' }, out: { type: 'string' }, xlsx: { type: 'boolean' } } as const;
  const given = parsed({ args: [...args], options: { ...DATABASE_OPTIONS, ...own } }, LEDGER_USAGE.export);
  if (!given.ok) return refuse(io, given.error);
  const { tenant, out, xlsx = false, ...where } = given.value.values;
  if (out === undefined)
    return refuse(io, `Say where to with --out FILE.\nusage: lastmile ${LEDGER_USAGE.export}`);
  if (existsSync(out))
    return refuse(io, `“${out}” is there already. Choose another name; no export is overwritten.`);
  return await withDatabase({ args: where, io }, async (database) => {
    const chosen = await chosenTenant(database, tenant);
    if (!chosen.ok) return refuse(io, chosen.error);
    return await exportInto({ database, tenant: chosen.value, out, xlsx }, io);
  });
}

interface ExportTask {
  readonly database: Database;
  readonly tenant: string;
  readonly out: string;
  readonly xlsx: boolean;
}

/** The workbook is made in memory: a spreadsheet holds no more than a million rows anyway. */
async function* workbookOf({ kysely }: Database, tenant: string): AsyncGenerator<Buffer> {
  const entries = await inTenantSnapshot(kysely, tenant, (tx) => readEntries(tx, 0));
  yield xlsxFile(peopleWorkbook(applyEntries(EMPTY_STATE, entries), entries));
}

async function exportInto({ database, tenant, out, xlsx }: ExportTask, io: CommandIo): Promise<number> {
  const now = systemClock.now();
  const maker = { exportedAt: new Date(now).toISOString(), product: productVersion() };
  const found = await exportTenant(database.kysely, tenant, maker);
  if (!found) return refuse(io, `Nothing was accepted for tenant ${tenant} yet: there is nothing to export.`);
  try {
    await writeWhole(out, xlsx ? workbookOf(database, tenant) : found.text());
  } catch (error) {
    if (!(error instanceof LedgerBroken)) throw error;
    io.stderr(`Not exported: ${error.message}. Nobody could import such a file.\n`);
    return EXIT.checkFailed;
  }
  tell(found, { waiting: await dueJobs(database.kysely, tenant, now), out }, io);
  return EXIT.ok;
}

function tell(
  { header: { tenant, head } }: TenantExport,
  { waiting, out }: { readonly waiting: number; readonly out: string },
  io: CommandIo,
): void {
  io.stdout(`${tenant} exported ${headText(head)}\n`);
  io.stderr(`${head.seq} entries are in “${out}”. Keep the head above elsewhere.\n`);
  if (waiting === 0) return;
  io.stderr(
    `${waiting} jobs were due and not done yet. Meetings to book are found again after an import; ` +
      'invitations and withdrawals under way are not. Let the API finish and export again to be sure.\n',
  );
}

/** A file appears under its name only once it is whole and on the disk. */
export async function writeWhole(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const part = `${path}.part`;
  const file = await open(part, 'w');
  try {
    for await (const piece of pieces) await file.writeFile(piece);
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(part, { force: true });
    throw error;
  }
  await file.close();
  await rename(part, path);
}
