import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { inTenant } from '../database/tenant-transaction.ts';
import { append } from '../ledger/append.ts';
import { lockHead, readHash } from '../ledger/ledger-store.ts';
import type { Clock } from '../ports.ts';
import { type Accepted, type Judged, type Propose, judgeAt } from './accept.ts';
import type { LedgerMirror } from './ledger-mirror.ts';
import type { Projected } from './projection.ts';
import type { TenantState } from './tenant-state.ts';
import type { Waiting } from './together.ts';

/** Somebody who waits to write. */
export interface Write extends Waiting<Accepted<unknown>> {
  readonly propose: Propose<unknown>;
}

export interface Place {
  readonly db: Kysely<Schema>;
  readonly clock: Clock;
  readonly tenant: string;
  readonly mirror: LedgerMirror;
}

/** So often another process may be faster before this one takes the lock first and judges behind it. */
const TRIES = 3;

/**
 * One commit for everybody who waits; each is judged on what the one before leaves, as if they had come one by one.
 * One whose proposal fails is refused and leaves nothing; where the commit fails, each is tried on its own.
 */
export async function writeTogether(place: Place, writes: readonly Write[]): Promise<void> {
  try {
    const { state, projected, ends } = await committed(place, writes);
    place.mirror.keep(state, projected);
    for (const end of ends) end();
  } catch (error) {
    const [only, ...others] = writes;
    if (others.length === 0) return only?.refuse(error);
    for (const write of writes) await writeTogether(place, [write]);
  }
}

/** What is committed, and what to tell those who waited for it. */
interface Done {
  readonly state: TenantState;
  readonly projected: Projected;
  readonly ends: readonly (() => void)[];
}

/** Without a lock first: the database refuses what was judged on an old head, and it is judged again. */
async function committed(place: Place, writes: readonly Write[]): Promise<Done> {
  const { db, tenant, mirror } = place;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const known = tries === 0 ? mirror.known() : null;
    const done = await attempt(place, { db, before: known ?? (await mirror.catchUp(db)), writes });
    if (done) return done;
  }
  return await inTenant(db, tenant, async (tx) => {
    await lockHead(tx);
    const done = await attempt(place, { db: tx.db, before: await mirror.catchUp(tx.db), writes });
    if (!done) throw new Error('the head of the ledger moved while it was locked');
    return done;
  });
}

interface Attempt {
  readonly db: Kysely<Schema>;
  readonly before: TenantState;
  readonly writes: readonly Write[];
}

/** Null: the ledger does not end at `before` any more. */
async function attempt(place: Place, { db, before, writes }: Attempt): Promise<Done | null> {
  const { judged, state, ends } = judgeAll(place, before, writes);
  const projected = await place.mirror.project(db, { from: before, to: state });
  const writing = {
    entries: judged.flatMap(({ entries }) => entries),
    rows: projected.rows,
    jobs: judged.flatMap(({ jobs }) => jobs),
    next: judged.at(-1)?.next ?? null,
  };
  const written = await append(db, { tenant: place.tenant, head: before }, writing).catch(
    async (error: unknown) => {
      // Within a transaction nothing has landed yet; on PGlite, asking elsewhere would wait for it for ever.
      if (db.isTransaction || !(await landed(place, { before, state }))) throw error;
      return true;
    },
  );
  return written ? { state, projected, ends } : null;
}

/** A connection may break after its commit: what stands in the ledger under our hash was accepted. */
async function landed(
  { db, tenant }: Place,
  { before, state }: { readonly before: TenantState; readonly state: TenantState },
): Promise<boolean> {
  if (state.seq === before.seq) return false;
  return (await inTenant(db, tenant, (tx) => readHash(tx, state.seq))) === state.hash;
}

function judgeAll({ clock, tenant }: Place, before: TenantState, writes: readonly Write[]) {
  let state = before;
  const judged: Judged<unknown>[] = [];
  const ends = writes.map(({ propose, answer, refuse }) => {
    try {
      const one = judgeAt(state, { tenant, now: Math.max(clock.now(), state.at), propose });
      state = one.accepted.state;
      judged.push(one);
      return () => answer(one.accepted);
    } catch (error) {
      // It alone is refused: nothing of it was taken in, the others do not depend on it.
      return () => refuse(error);
    }
  });
  return { judged, state, ends };
}
