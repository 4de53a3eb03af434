import { everyCheckIn } from '../../domain/check-in-log.ts';
import type { TenantTransaction } from '../database/tenant-transaction.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { breakIn, GENESIS } from '../ledger/hash-chain.ts';
import type { LedgerEntry } from '../ledger/ledger-event.ts';
import { type Head, readEntries, readHead } from '../ledger/ledger-store.ts';
import { applyEntries } from './apply-entries.ts';
import { EMPTY_STATE, type TenantState } from './tenant-state.ts';

export interface Verification {
  readonly entries: number;
  /** The first difference, in words; null when chain and state are sound. */
  readonly difference: string | null;
}

/**
 * Reads the whole ledger again, proves its chain to the head, replays it, and compares with the state in use, which is
 * older than the transaction. The transaction must see one moment only: others go on writing meanwhile.
 */
export async function verifyTenant(tx: TenantTransaction, used: TenantState): Promise<Verification> {
  const entries = await readEntries(tx, 0);
  const head = await readHead(tx);
  return {
    entries: entries.length,
    difference: breakIn(entries) ?? endDiffers(entries, head) ?? stateDiffers(entries, used),
  };
}

/** The head stands apart from the entries, so that an end that was cut off is noticed. */
function endDiffers(entries: readonly LedgerEntry[], head: Head): string | null {
  const { seq, hash } = entries.at(-1) ?? { seq: 0, hash: GENESIS };
  if (seq === head.seq && hash === head.hash) return null;
  return `the ledger ends at entry ${seq}, its head says ${head.seq}`;
}

function stateDiffers(entries: readonly LedgerEntry[], used: TenantState): string | null {
  const replayed = applyEntries(EMPTY_STATE, entries.slice(0, used.seq));
  return replayed.hash === used.hash && textOf(replayed) === textOf(used)
    ? null
    : 'the state in use is not what the ledger gives';
}

/** The state as one text, byte for byte comparable. */
export function textOf({ name, facts, accounts, workbooks, colours }: TenantState): string {
  return canonicalJson({
    name,
    facts: { ...facts, checkIns: everyCheckIn(facts.checkIns) },
    accounts: Object.fromEntries(accounts),
    workbooks: Object.fromEntries(workbooks),
    colours: Object.fromEntries(colours),
  });
}
