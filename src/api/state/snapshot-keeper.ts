import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { inTenant } from '../database/tenant-transaction.ts';
import { lockSnapshot, writeSnapshot } from './snapshot-store.ts';
import type { TenantState } from './tenant-state.ts';

/** So many entries may have to be read at a start beside the snapshot. */
export const KEPT_EVERY = 5000;

export interface Keeper {
  /** Keeps a snapshot of a committed state, apart from the write that gave it, when enough has come since the last. */
  readonly look: (state: TenantState | null) => void;
}

export function snapshotKeeper(db: Kysely<Schema>, tenant: string): Keeper {
  let [kept, busy] = [0, false];
  const keep = async (state: TenantState): Promise<void> => {
    await inTenant(db, tenant, async (tx) => {
      kept = await lockSnapshot(tx);
      if (state.seq - kept < KEPT_EVERY) return;
      await writeSnapshot(tx, state, kept);
      kept = state.seq;
    });
  };
  return {
    look: (state) => {
      if (busy || !state || state.seq - kept < KEPT_EVERY) return;
      busy = true;
      void keep(state)
        // Without it the next start is slower, and nothing else; the next write tries again.
        .catch(() => {})
        .finally(() => (busy = false));
    },
  };
}
