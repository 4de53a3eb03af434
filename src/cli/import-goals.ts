import { goalRows, type GoalRow } from '../api/archive/goal-rows.ts';
import { importGoals } from '../api/archive/import-goals.ts';
import type { GoalOutcome } from '../api/archive/plan-goals.ts';
import type { Database } from '../api/database/open-database.ts';
import { createTenants } from '../api/state/tenants.ts';
import { systemClock } from '../api/surroundings.ts';
import { type Result, err } from '../domain/result.ts';
import { type CommandIo, EXIT } from './command.ts';
import { chosenTenant, DATABASE_OPTIONS, parsed, refuse, withDatabase } from './ledger-database.ts';
import { LEDGER_USAGE } from './ledger-usage.ts';
import { readWorkbook } from './read-workbook.ts';

/**
 * `lastmile import-goals FILE`: objectives, initiatives and key results of a goal list, such as the template that Viva
 * Goals took, become set-up. One line for each row; exits 1 when some were refused.
 */
export async function runImportGoals(args: readonly string[], io: CommandIo): Promise<number> {
  const own = { tenant: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;
  const options = { ...DATABASE_OPTIONS, ...own };
  const given = parsed({ args: [...args], options, allowPositionals: true }, LEDGER_USAGE['import-goals']);
  if (!given.ok) return refuse(io, given.error);
  const { positionals, values } = given.value;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    return refuse(io, `usage: lastmile ${LEDGER_USAGE['import-goals']}`);
  const rows = await rowsIn(file, io);
  if (!rows.ok) return refuse(io, rows.error);
  const { tenant, 'dry-run': dryRun = false, ...where } = values;
  return await withDatabase({ args: where, io }, async (database) => {
    const chosen = await chosenTenant(database, tenant);
    if (!chosen.ok) return refuse(io, chosen.error);
    return await take(database, { tenant: chosen.value, rows: rows.value, dryRun }, io);
  });
}

async function rowsIn(file: string, io: CommandIo): Promise<Result<readonly GoalRow[], string>> {
  const bytes = await io.readFile(file).catch((error: Error) => error.message);
  if (typeof bytes === 'string') return err(`“${file}” cannot be read: ${bytes}.`);
  const workbook = readWorkbook(bytes);
  if (!workbook.ok) return workbook;
  const today = new Date(systemClock.now()).toISOString().slice(0, 10);
  const reasons: string[] = [];
  for (const sheet of workbook.value.sheets.filter(({ hidden }) => !hidden)) {
    const grid = sheet.read();
    const rows = grid.ok ? goalRows(grid.value, today) : grid;
    if (rows.ok) return rows;
    reasons.push(rows.error);
  }
  return err(reasons.join('\n') || 'The workbook has no visible sheet.');
}

async function take(
  { kysely }: Database,
  task: Parameters<typeof importGoals>[1],
  io: CommandIo,
): Promise<number> {
  const outcomes = await importGoals(createTenants({ db: kysely, clock: systemClock }), task);
  for (const { row, title, outcome, says } of outcomes)
    io.stdout(`row ${row}: ${outcome} “${title}”: ${says}\n`);
  const count = (wanted: GoalOutcome['outcome']) =>
    outcomes.filter(({ outcome }) => outcome === wanted).length;
  const stored = task.dryRun
    ? 'Nothing was stored: this was a dry run.'
    : 'The rows that could be taken are stored.';
  io.stderr(`${count('created')} created, ${count('known')} known, ${count('refused')} refused. ${stored}\n`);
  return count('refused') === 0 ? EXIT.ok : EXIT.checkFailed;
}
