import { everyCheckIn } from '../../domain/check-in-log.ts';
import type { TenantTransaction } from '../database/tenant-transaction.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { CHAIN_START, type StoredEntry, endDiffers, follow } from '../ledger/hash-chain.ts';
import { entryOf, lockHead, readBatches, readHead } from '../ledger/ledger-store.ts';
import { applyEntries } from './apply-entries.ts';
import { projectionDiffers, replaceRows } from './projection-store.ts';
import { readSnapshot, writeSnapshot } from './snapshot-store.ts';
import { EMPTY_STATE, type TenantState } from './tenant-state.ts';

export interface Verification {
  readonly entries: number;
  /** The first difference, in words; null when chain and state are sound. */
  readonly difference: string | null;
}

/**
 * Reads the whole ledger again in batches, proves its chain to the head, replays it, and compares: with the projection,
 * with the kept snapshot, and with a state in use, which is older than the transaction. The transaction must see one
 * moment only: others go on writing meanwhile.
 */
export async function verifyTenant(tx: TenantTransaction, used?: TenantState | null): Promise<Verification> {
  const claims = [
    { state: await readSnapshot(tx), words: 'the snapshot is not what the ledger gives: rebuild it' },
    { state: used ?? null, words: 'the state in use is not what the ledger gives' },
  ].filter((one): one is Claim => one.state !== null && one.state.seq > 0);
  let [end, state] = [CHAIN_START, EMPTY_STATE];
  for await (const batch of readBatches(tx, 0)) {
    const followed = follow(end, batch);
    if (typeof followed === 'string') return { entries: batch.at(-1)?.seq ?? 0, difference: followed };
    end = followed;
    state = replayed(state, batch, claims);
  }
  const head = await readHead(tx);
  const difference = endDiffers(end, head) ?? unproven(claims) ?? (await projectionDiffers(tx, state));
  return { entries: end.seq, difference };
}

/** A state that somebody claims the ledger gives at `state.seq`. */
interface Claim {
  readonly state: TenantState;
  readonly words: string;
  proven?: boolean;
}

/** Folds a batch, and stops where a claim can be compared. */
function replayed(from: TenantState, batch: readonly StoredEntry[], claims: readonly Claim[]): TenantState {
  const last = batch.at(-1)?.seq ?? from.seq;
  const stops = claims.map((one) => one.state.seq).filter((seq) => seq > from.seq && seq < last);
  let state = from;
  for (const stop of [...stops, last].toSorted((a, b) => a - b)) {
    const piece = batch.filter(({ seq }) => seq > state.seq && seq <= stop);
    state = applyEntries(state, piece.map(entryOf));
    for (const claim of claims) if (claim.state.seq === state.seq) claim.proven = same(claim.state, state);
  }
  return state;
}

function unproven(claims: readonly Claim[]): string | null {
  return claims.find(({ proven }) => proven !== true)?.words ?? null;
}

function same(one: TenantState, other: TenantState): boolean {
  return one.hash === other.hash && textOf(one) === textOf(other);
}

/** The first difference between the stored projection and the ledger's fold, in words; null: none. */
export async function projectionDifference(tx: TenantTransaction): Promise<string | null> {
  return await projectionDiffers(tx, await foldedFrom(tx));
}

export interface Rebuilt {
  readonly entries: number;
  readonly rows: number;
}

/** Writes projection and snapshot anew from the ledger, while nobody else writes. */
export async function rebuildProjection(tx: TenantTransaction): Promise<Rebuilt> {
  await lockHead(tx);
  const state = await foldedFrom(tx);
  await writeSnapshot(tx, state, 0);
  return { entries: state.seq, rows: await replaceRows(tx, state) };
}

async function foldedFrom(tx: TenantTransaction): Promise<TenantState> {
  let state = EMPTY_STATE;
  for await (const batch of readBatches(tx, 0)) state = applyEntries(state, batch.map(entryOf));
  return state;
}

/** The state as one text, byte for byte comparable. */
export function textOf(state: TenantState): string {
  const { name, at, began, facts, accounts, workbooks, colours, transitions } = state;
  return canonicalJson({
    name,
    at,
    began,
    facts: { ...facts, checkIns: everyCheckIn(facts.checkIns) },
    accounts: Object.fromEntries(accounts),
    workbooks: Object.fromEntries(workbooks),
    colours: Object.fromEntries(colours),
    transitions,
  });
}
