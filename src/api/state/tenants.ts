import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/zoned-time.ts';
import type { Schema } from '../database/schema.ts';
import { inTenant, inTenantSnapshot } from '../database/tenant-transaction.ts';
import type { LedgerEntry } from '../ledger/ledger-event.ts';
import { type Head, readAbout, readHead, readPage } from '../ledger/ledger-store.ts';
import type { Clock } from '../ports.ts';
import { type Accepted, type Moment, type Propose, momentOf } from './accept.ts';
import { type LedgerMirror, ledgerMirror } from './ledger-mirror.ts';
import { replayUntil } from './replay.ts';
import { type Keeper, snapshotKeeper } from './snapshot-keeper.ts';
import type { TenantState } from './tenant-state.ts';
import { type Waiting, together, waitFor } from './together.ts';
import { type Verification, verifyTenant } from './verify-tenant.ts';
import { type Write, writeTogether } from './write-together.ts';

export interface Tenants {
  /** The state as written, never older than this call; time that has passed since is not in it yet. */
  readonly read: (tenant: string) => Promise<TenantState>;
  /** The state that the ledger gave at a past moment, by replay. DESIGN.md 3.11. */
  readonly readAt: (tenant: string, asOf: Instant) => Promise<TenantState>;
  /** The same moment `accept` would give, for a dry run: nothing is locked and nothing can be written. */
  readonly peek: (tenant: string) => Promise<Moment>;
  /** Writes what `propose` returns and all that follows, in one transaction, one writer at a time per tenant. */
  readonly accept: <T>(tenant: string, propose: Propose<T>) => Promise<Accepted<T>>;
  /** Writes what time alone has brought about. */
  readonly sweep: (tenant: string) => Promise<void>;
  /** The newest entries before one (null: the newest of all), oldest first, and the head. */
  readonly page: (tenant: string, before: number | null) => Promise<LedgerPage>;
  /** All entries about some KPIs or recalibrations, oldest first. */
  readonly entriesAbout: (tenant: string, subjects: readonly string[]) => Promise<readonly LedgerEntry[]>;
  readonly verify: (tenant: string) => Promise<Verification>;
}

export interface LedgerPage {
  readonly head: Head;
  readonly entries: readonly LedgerEntry[];
}

export interface TenantStore {
  readonly db: Kysely<Schema>;
  readonly clock: Clock;
}

const PAGE = 100;
/** A group is judged in one go on the only thread: large enough to share a commit, small enough not to stall it. */
const MOST_TOGETHER = 50;

/** One tenant in this process: what is known of it, and who waits to read or to write. */
interface Room {
  readonly mirror: LedgerMirror;
  readonly read: (waiting: Waiting<TenantState>) => void;
  readonly write: (write: Write) => void;
  readonly keeper: Keeper;
}

/**
 * Every tenant's state: the ledger is the truth, and the fold of it is kept in memory by the ledger's head, so that a
 * process reads only what others have written since. A state becomes visible only once its transaction is committed.
 */
export function createTenants({ db, clock }: TenantStore): Tenants {
  const rooms = new Map<string, Room>();
  const roomOf = (tenant: string): Room => {
    const known = rooms.get(tenant);
    if (known) return known;
    const room = openRoom({ db, clock }, tenant);
    rooms.set(tenant, room);
    return room;
  };
  const read: Tenants['read'] = (tenant) => waitFor(roomOf(tenant).read);
  const accept: Tenants['accept'] = (tenant, propose) =>
    waitFor((waiting) => roomOf(tenant).write({ propose, ...waiting } as Write));
  return {
    read,
    readAt: (tenant, asOf) => inTenantSnapshot(db, tenant, (tx) => replayUntil(tx, asOf)),
    peek: async (tenant) => {
      const state = await read(tenant);
      return momentOf(state, Math.max(clock.now(), state.at));
    },
    accept,
    sweep: async (tenant) => {
      await accept(tenant, () => ({ drafts: [], result: null }));
    },
    page: (tenant, before) =>
      inTenantSnapshot(db, tenant, async (tx) => {
        const head = await readHead(tx);
        return { head, entries: await readPage(tx, { before: before ?? head.seq + 1, most: PAGE }) };
      }),
    entriesAbout: (tenant, subjects) => inTenant(db, tenant, (tx) => readAbout(tx, subjects)),
    verify: (tenant) => {
      // Before the snapshot begins: a state that is newer than it could not be compared.
      const used = roomOf(tenant).mirror.known();
      return inTenantSnapshot(db, tenant, (tx) => verifyTenant(tx, used));
    },
  };
}

function openRoom({ db, clock }: TenantStore, tenant: string): Room {
  const mirror = ledgerMirror(db, tenant);
  const keeper = snapshotKeeper(db, tenant);
  const read = together<Waiting<TenantState>>(async (readers) => {
    try {
      const state = await mirror.look();
      for (const { answer } of readers) answer(state);
    } catch (error) {
      // Each reader is told; the next one tries again.
      for (const { refuse } of readers) refuse(error);
    }
  });
  const write = together<Write>(async (writes) => {
    await writeTogether({ db, clock, tenant, mirror }, writes);
    keeper.look(mirror.known());
  }, MOST_TOGETHER);
  return { mirror, read, write, keeper };
}
