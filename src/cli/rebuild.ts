import { proveChain, proveLedger } from '../api/archive/prove-ledger.ts';
import { tenantsOf } from '../api/archive/ledgers.ts';
import type { Database } from '../api/database/open-database.ts';
import { inTenant } from '../api/database/tenant-transaction.ts';
import { rebuildProjection } from '../api/state/verify-tenant.ts';
import { type CommandIo, EXIT } from './command.ts';
import { chosenTenant, DATABASE_OPTIONS, parsed, refuse, withDatabase } from './ledger-database.ts';
import { LEDGER_USAGE } from './ledger-usage.ts';

/**
 * `lastmile rebuild`: writes projection and kept state anew from the ledger and says what had differed. From a chain
 * that does not hold nothing is built: exit 1.
 */
export async function runRebuild(args: readonly string[], io: CommandIo): Promise<number> {
  const options = { ...DATABASE_OPTIONS, tenant: { type: 'string' } } as const;
  const given = parsed({ args: [...args], options }, LEDGER_USAGE.rebuild);
  if (!given.ok) return refuse(io, given.error);
  const { tenant, ...where } = given.value.values;
  return await withDatabase({ args: where, io }, async (database) => {
    if (tenant === undefined) return await rebuildAll(database, await tenantsOf(database.kysely), io);
    const chosen = await chosenTenant(database, tenant);
    return chosen.ok ? await rebuildAll(database, [chosen.value], io) : refuse(io, chosen.error);
  });
}

async function rebuildAll({ kysely }: Database, tenants: readonly string[], io: CommandIo): Promise<number> {
  let code: number = EXIT.ok;
  for (const tenant of tenants) {
    const chain = await proveChain(kysely, tenant);
    if (chain.difference !== null) {
      code = EXIT.checkFailed;
      io.stdout(`${tenant} NOT REBUILT: ${chain.difference}\n`);
      continue;
    }
    const { difference } = await proveLedger(kysely, tenant, null);
    const { entries, rows } = await inTenant(kysely, tenant, rebuildProjection);
    io.stdout(
      `${tenant} rebuilt ${rows} rows from ${entries} entries; ${difference ?? 'nothing had differed'}\n`,
    );
  }
  return code;
}
