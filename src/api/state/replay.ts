import type { Instant } from '../../domain/zoned-time.ts';
import type { TenantTransaction } from '../database/tenant-transaction.ts';
import { entryOf, readBatches } from '../ledger/ledger-store.ts';
import { applyEntries } from './apply-entries.ts';
import { readSnapshot } from './snapshot-store.ts';
import { EMPTY_STATE, type TenantState } from './tenant-state.ts';

/** The state that the ledger gave at a past moment, from the kept state where that is old enough. */
export async function replayUntil(tx: TenantTransaction, asOf: Instant): Promise<TenantState> {
  const kept = await readSnapshot(tx);
  let state = kept && kept.at <= asOf ? kept : EMPTY_STATE;
  for await (const batch of readBatches(tx, state.seq)) {
    const until = batch.filter(({ at }) => at <= asOf);
    state = applyEntries(state, until.map(entryOf));
    if (until.length < batch.length) break;
  }
  return state;
}
