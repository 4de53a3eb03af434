import { headText, parseHead } from '../api/archive/archive-format.ts';
import { tenantsOf } from '../api/archive/ledgers.ts';
import { proveLedger } from '../api/archive/prove-ledger.ts';
import type { Database } from '../api/database/open-database.ts';
import type { Head } from '../api/ledger/ledger-store.ts';
import { type CommandIo, EXIT } from './command.ts';
import { chosenTenant, DATABASE_OPTIONS, parsed, refuse, withDatabase } from './ledger-database.ts';
import { LEDGER_USAGE } from './ledger-usage.ts';

/**
 * `lastmile verify`: proves every ledger, or one, and prints its head to keep outside. Exits 1 at a difference, and where
 * there is nothing to prove. With `--head` it must still hold the entry whose hash was kept.
 */
export async function runVerify(args: readonly string[], io: CommandIo): Promise<number> {
  const options = { ...DATABASE_OPTIONS, tenant: { type: 'string' }, head: { type: 'string' } } as const;
  const given = parsed({ args: [...args], options }, LEDGER_USAGE.verify);
  if (!given.ok) return refuse(io, given.error);
  const { tenant, head, ...where } = given.value.values;
  const kept = head === undefined ? null : parseHead(head);
  if (head !== undefined && kept === null)
    return refuse(io, `“${head}” is no head: SEQ:HASH, as verify prints it.`);
  return await withDatabase({ args: where, io }, async (database) => {
    const tenants = await tenantsAsked(database, { tenant, kept });
    if (!tenants.ok) return refuse(io, tenants.error);
    return await verifyAll(database, { tenants: tenants.value, kept }, io);
  });
}

async function tenantsAsked(
  database: Database,
  { tenant, kept }: { readonly tenant: string | undefined; readonly kept: Head | null },
) {
  if (tenant === undefined && kept === null) {
    return { ok: true, value: await tenantsOf(database.kysely) } as const;
  }
  const one = await chosenTenant(database, tenant);
  return one.ok ? ({ ok: true, value: [one.value] } as const) : one;
}

async function verifyAll(
  { kysely }: Database,
  { tenants, kept }: { readonly tenants: readonly string[]; readonly kept: Head | null },
  io: CommandIo,
): Promise<number> {
  let differences = 0;
  for (const tenant of tenants) {
    const { head, difference } = await proveLedger(kysely, tenant, kept);
    if (difference !== null) differences += 1;
    io.stdout(
      difference === null ? `${tenant} sound ${headText(head)}\n` : `${tenant} DIFFERS: ${difference}\n`,
    );
  }
  io.stderr(summary(tenants.length, differences));
  // A check that looks at the wrong or an emptied database must not stay green.
  return differences === 0 && tenants.length > 0 ? EXIT.ok : EXIT.checkFailed;
}

function summary(tenants: number, differences: number): string {
  if (tenants === 0) return 'There is no tenant in this database: nothing was proven.\n';
  if (differences > 0)
    return 'Do not go on writing: take a copy of the database as it is, then import the last export.\n';
  return 'Keep the heads above outside of this database; verify --head SEQ:HASH holds a ledger to its word.\n';
}
