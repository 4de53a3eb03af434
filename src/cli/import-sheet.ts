import { adoptRows } from '../api/archive/adopt-rows.ts';
import type { Database } from '../api/database/open-database.ts';
import { createTenants } from '../api/state/tenants.ts';
import { systemClock } from '../api/surroundings.ts';
import { type Result, err } from '../domain/result.ts';
import { detectMapping } from '../domain/sheet/detect-mapping.ts';
import { type CommandIo, EXIT } from './command.ts';
import { chosenTenant, DATABASE_OPTIONS, parsed, refuse, withDatabase } from './ledger-database.ts';
import { LEDGER_USAGE } from './ledger-usage.ts';
import { chooseSheet } from './map-sheet.ts';
import { readWorkbook } from './read-workbook.ts';
import { type SheetRow, sheetRows } from './sheet-rows.ts';

interface Task {
  readonly file: string;
  readonly sheet: string | undefined;
  readonly initiative: string;
  readonly dryRun: boolean;
}

/**
 * `lastmile import-sheet FILE --initiative I`: the KPIs of any sheet, read as `map` reads it and judged as the pane
 * judges it. One line for each row; exits 1 when some were refused.
 */
export async function runImportSheet(args: readonly string[], io: CommandIo): Promise<number> {
  const usage = LEDGER_USAGE['import-sheet'];
  const text = { type: 'string' } as const;
  const own = { tenant: text, initiative: text, sheet: text, 'dry-run': { type: 'boolean' } } as const;
  const options = { ...DATABASE_OPTIONS, ...own };
  const given = parsed({ args: [...args], options, allowPositionals: true }, usage);
  if (!given.ok) return refuse(io, given.error);
  const { positionals, values } = given.value;
  const { tenant, initiative, sheet, 'dry-run': dryRun = false, ...where } = values;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || initiative === undefined)
    return refuse(io, `usage: lastmile ${usage}`);
  return await withDatabase({ args: where, io }, async (database) => {
    const chosen = await chosenTenant(database, tenant);
    if (!chosen.ok) return refuse(io, chosen.error);
    return await take(database, { tenant: chosen.value, task: { file, sheet, initiative, dryRun } }, io);
  });
}

async function take(
  { kysely }: Database,
  { tenant, task }: { readonly tenant: string; readonly task: Task },
  io: CommandIo,
): Promise<number> {
  const read = await rowsIn(task, tenant, io);
  if (!read.ok) return refuse(io, read.error);
  const spoiled = read.value.filter(({ problems }) => problems.length > 0);
  const rows = read.value.filter(({ problems }) => problems.length === 0).map(({ request }) => request);
  const { initiative, dryRun } = task;
  const tenants = createTenants({ db: kysely, clock: systemClock });
  const judged = await adoptRows(tenants, { tenant, initiative, rows, dryRun });
  if (!judged) return refuse(io, `There is no initiative “${initiative}” here.`);
  for (const { row, problems } of spoiled) {
    io.stdout(
      `row ${row}: refused: ${problems.map(({ message, code }) => `${message} (${code})`).join(' ')}\n`,
    );
  }
  for (const one of judged) {
    const says =
      one.kind === 'refused'
        ? one.errors.map(({ message, rule }) => `${message} (${rule})`).join(' ')
        : (one.hint ?? one.kpi.name);
    io.stdout(`row ${one.row.ref}: ${one.kind}: ${says}\n`);
  }
  if (dryRun) io.stderr('Nothing was stored: this was a dry run.\n');
  return spoiled.length === 0 && judged.every(({ kind }) => kind !== 'refused') ? EXIT.ok : EXIT.checkFailed;
}

async function rowsIn(
  { file, sheet }: Task,
  tenant: string,
  io: CommandIo,
): Promise<Result<readonly SheetRow[], string>> {
  const bytes = await io.readFile(file).catch((error: Error) => error.message);
  if (typeof bytes === 'string') return err(`“${file}” cannot be read: ${bytes}.`);
  const workbook = readWorkbook(bytes);
  if (!workbook.ok) return workbook;
  const chosen = chooseSheet(workbook.value, sheet);
  if (!chosen.ok) return err(chosen.error.message);
  const { grid } = chosen.value;
  const mapping = chosen.value.mapping ?? detectMapping(grid);
  if (!mapping.ok) return err(mapping.error.message);
  const today = new Date(systemClock.now()).toISOString().slice(0, 10);
  return sheetRows({ grid, mapping: mapping.value, tenant, today });
}
