import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { type TenantTransaction, inTenant, inTenantSnapshot } from '../database/tenant-transaction.ts';
import { type Head, lockHead, readEntries, readHead } from '../ledger/ledger-store.ts';
import type { Clock } from '../ports.ts';
import { type Accepted, type Moment, type Propose, acceptAt, momentOf } from './accept.ts';
import { applyEntries } from './apply-entries.ts';
import { EMPTY_STATE, type TenantState } from './tenant-state.ts';
import { type Verification, verifyTenant } from './verify-tenant.ts';

export interface Tenants {
  /** The state as written; time that has passed since is not in it yet. */
  readonly read: (tenant: string) => Promise<TenantState>;
  /** The same moment `accept` would give, for a dry run: nothing is locked and nothing can be written. */
  readonly peek: (tenant: string) => Promise<Moment>;
  /** Writes what `propose` returns and all that follows, in one transaction, one writer at a time per tenant. */
  readonly accept: <T>(tenant: string, propose: Propose<T>) => Promise<Accepted<T>>;
  /** Writes what time alone has brought about. */
  readonly sweep: (tenant: string) => Promise<void>;
  readonly verify: (tenant: string) => Promise<Verification>;
}

export interface TenantStore {
  readonly db: Kysely<Schema>;
  readonly clock: Clock;
}

/**
 * Every tenant's state: the ledger is the truth, and the fold of it is kept in memory by the ledger's head, so that a
 * process reads only what others have written since. A state becomes visible only once its transaction is committed.
 */
export function createTenants({ db, clock }: TenantStore): Tenants {
  const cache = new Map<string, TenantState>();
  const remember = (tenant: string, state: TenantState): TenantState => {
    if (state.seq >= (cache.get(tenant)?.seq ?? 0)) cache.set(tenant, state);
    return state;
  };
  const upTo = async (tx: TenantTransaction, head: Head): Promise<TenantState> => {
    const known = cache.get(tx.tenant) ?? EMPTY_STATE;
    return known.seq >= head.seq ? known : applyEntries(known, await readEntries(tx, known.seq));
  };
  /** Behind the lock nothing can be newer than the head: a state that differs is of a database that was put back. */
  const atHead = async (tx: TenantTransaction, head: Head): Promise<TenantState> => {
    const state = await upTo(tx, head);
    if (agrees(state, head)) return state;
    cache.delete(tx.tenant);
    const again = await upTo(tx, head);
    if (agrees(again, head)) return again;
    throw new Error(
      `the ledger ends at entry ${again.seq}, its head says ${head.seq}: nothing is written to it`,
    );
  };
  const accept: Tenants['accept'] = async (tenant, propose) => {
    const accepted = await inTenant(db, tenant, async (tx) => {
      const before = await atHead(tx, await lockHead(tx));
      return await acceptAt(tx, before, { now: Math.max(clock.now(), before.at), propose });
    });
    remember(tenant, accepted.state);
    return accepted;
  };
  const read: Tenants['read'] = (tenant) =>
    inTenant(db, tenant, async (tx) => remember(tenant, await upTo(tx, await readHead(tx))));
  return {
    read,
    peek: async (tenant) => {
      const state = await read(tenant);
      return momentOf(state, Math.max(clock.now(), state.at));
    },
    accept,
    sweep: async (tenant) => {
      await accept(tenant, () => ({ drafts: [], result: null }));
    },
    verify: async (tenant) => {
      const used = await read(tenant);
      return await inTenantSnapshot(db, tenant, (tx) => verifyTenant(tx, used));
    },
  };
}

function agrees(state: TenantState, head: Head): boolean {
  return state.seq === head.seq && state.hash === head.hash;
}
