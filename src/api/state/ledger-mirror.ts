import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { bound } from '../database/tenant-transaction.ts';
import { type Head, type Tail, readTail } from '../ledger/ledger-store.ts';
import { applyEntries } from './apply-entries.ts';
import { type KnownRow, type Projected, changedRows, rowKey } from './projection.ts';
import { readRows } from './projection-store.ts';
import { readSnapshot } from './snapshot-store.ts';
import { EMPTY_STATE, type TenantState } from './tenant-state.ts';

/** What this process knows of one tenant's ledger and projection. Only what is committed is kept here. */
export interface LedgerMirror {
  /** The state as last seen, without asking; null: never looked. */
  readonly known: () => TenantState | null;
  /** For readers: nothing older than what stood in the database when asked. Only new entries travel. */
  readonly look: () => Promise<TenantState>;
  /** For writers: the state at the ledger's end. Throws where the ledger does not end where its head says. */
  readonly catchUp: (db: Kysely<Schema>) => Promise<TenantState>;
  /** Rows of the projection that a state changes; asks the database only where others have written. */
  readonly project: (db: Kysely<Schema>, step: Step) => Promise<Projected>;
  /** After a commit. */
  readonly keep: (state: TenantState, projected: Projected) => void;
}

interface Step {
  readonly from: Head;
  readonly to: TenantState;
}

export function ledgerMirror(db: Kysely<Schema>, tenant: string): LedgerMirror {
  let state: TenantState | null = null;
  let rows = new Map<string, KnownRow>();
  let rowsUpTo = -1;
  const start = async (connection: Kysely<Schema>): Promise<TenantState> =>
    state ?? (await bound(connection, tenant, readSnapshot)) ?? EMPTY_STATE;
  return {
    known: () => state,
    look: async () => {
      const known = await start(db);
      const tail = await readTail(db, tenant, known.seq);
      const found = tail.entries.length === 0 ? known : grownBy(known, tail);
      // What does not follow is not ours to judge here: a reader gets what the ledger gives.
      const seen = found ?? folded(await readTail(db, tenant, 0));
      // A writer of this process may have gone on meanwhile.
      if (seen.seq >= (state?.seq ?? 0)) state = seen;
      return state ?? seen;
    },
    catchUp: async (connection) => {
      const known = await start(connection);
      const tail = await readTail(connection, tenant, known.seq);
      const grown = grownBy(known, tail);
      if (grown && agrees(grown, tail.head)) return (state = grown);
      // Nothing can be newer than the end: an earlier ledger was put back, and all we know is of another one.
      [rows, rowsUpTo] = [new Map(), -1];
      return (state = atItsEnd(await readTail(connection, tenant, 0)));
    },
    project: async (connection, { from, to }) => {
      if (rowsUpTo < from.seq) {
        const found = await bound(connection, tenant, (tx) => readRows(tx, rowsUpTo));
        for (const row of found) rows.set(rowKey(row), { ...row, value: null });
        rowsUpTo = from.seq;
      }
      return changedRows(to, rows);
    },
    keep: (next, projected) => {
      if (next.seq >= (state?.seq ?? 0)) state = next;
      for (const [key, row] of projected.known) rows.set(key, row);
      rowsUpTo = next.seq;
    },
  };
}

/** The state with the tail; null where the tail does not continue it. */
function grownBy(known: TenantState, { entries }: Tail): TenantState | null {
  const [first] = entries;
  return first && first.prevHash !== known.hash ? null : applyEntries(known, entries);
}

function folded({ entries }: Tail): TenantState {
  return applyEntries(EMPTY_STATE, entries);
}

function atItsEnd(tail: Tail): TenantState {
  const state = folded(tail);
  if (agrees(state, tail.head)) return state;
  throw new Error(
    `the ledger ends at entry ${state.seq}, its head says ${tail.head.seq}: nothing is written to it`,
  );
}

function agrees(state: TenantState, head: Head): boolean {
  return state.seq === head.seq && state.hash === head.hash;
}
