import type { TenantTransaction } from '../database/tenant-transaction.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { breakIn } from '../ledger/hash-chain.ts';
import { readEntries, readHead } from '../ledger/ledger-store.ts';
import { applyEntries } from './apply-entries.ts';
import { EMPTY_STATE, type TenantState } from './tenant-state.ts';

export interface Verification {
  readonly entries: number;
  /** The first difference, in words; null when chain and state are sound. */
  readonly difference: string | null;
}

/** Reads the whole ledger again, proves its chain to the head, replays it, and compares with the state in use. */
export async function verifyTenant(tx: TenantTransaction, used: TenantState): Promise<Verification> {
  const entries = await readEntries(tx, 0);
  const broken = breakIn(entries);
  if (broken !== null) return { entries: entries.length, difference: broken };
  const head = await readHead(tx);
  const last = entries.at(-1);
  if (last && (head.seq !== last.seq || head.hash !== last.hash)) {
    return {
      entries: entries.length,
      difference: `the ledger ends at entry ${last.seq}, its head says ${head.seq}`,
    };
  }
  const replayed = applyEntries(EMPTY_STATE, entries);
  const same = textOf(replayed) === textOf(used);
  return {
    entries: entries.length,
    difference: same ? null : 'the state in use is not what the ledger gives',
  };
}

/** The state as one text, byte for byte comparable. */
export function textOf({ name, facts, accounts, workbooks, colours }: TenantState): string {
  return canonicalJson({
    name,
    facts,
    accounts: Object.fromEntries(accounts),
    workbooks: Object.fromEntries(workbooks),
    colours: Object.fromEntries(colours),
  });
}
