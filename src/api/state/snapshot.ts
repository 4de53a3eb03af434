import { deflateSync, inflateSync } from 'node:zlib';
import type { CheckIn } from '../../domain/check-in.ts';
import { factsFrom } from '../../domain/facts.ts';
import { PersistentMap } from '../../domain/persistent-map.ts';
import type { LedgerEvent, StatusChange } from '../ledger/ledger-event.ts';
import type { StoredEntry } from '../ledger/hash-chain.ts';
import type { TenantState } from './tenant-state.ts';

/** Grows with every change of what is written below; a snapshot of another version is thrown away. */
export const SNAPSHOT_VERSION = 1;

/** Everything of a state that does not grow with every check-in. */
export function coreOf(state: TenantState): Uint8Array {
  const { portfolio, decisions, recalibrations } = state.facts;
  const { seq, hash, at, began, name } = state;
  return packed({
    seq,
    hash,
    at,
    began,
    name,
    portfolio,
    decisions,
    recalibrations,
    accounts: [...state.accounts],
    workbooks: [...state.workbooks],
    colours: [...state.colours],
  } satisfies Core);
}

interface Core extends Pick<TenantState, 'seq' | 'hash' | 'at' | 'began' | 'name'> {
  readonly portfolio: TenantState['facts']['portfolio'];
  readonly decisions: TenantState['facts']['decisions'];
  readonly recalibrations: TenantState['facts']['recalibrations'];
  readonly accounts: readonly EntryIn<TenantState['accounts']>[];
  readonly workbooks: readonly EntryIn<TenantState['workbooks']>[];
  readonly colours: readonly EntryIn<TenantState['colours']>[];
}

type EntryIn<M> = M extends ReadonlyMap<infer K, infer V> ? readonly [K, V] : never;

/** What a run of entries adds to the lists that only grow: check-ins with their place, and changes of colour. */
interface Segment {
  readonly checkIns: readonly (readonly [seq: number, checkIn: CheckIn])[];
  readonly transitions: readonly (StatusChange & { readonly at: number })[];
}

export function segmentOf(entries: readonly StoredEntry[]): Uint8Array {
  const checkIns: [number, CheckIn][] = [];
  const transitions: (StatusChange & { at: number })[] = [];
  for (const { seq, at, type, data } of entries) {
    if (type === 'check-in-accepted') checkIns.push([seq, (JSON.parse(data) as CheckInData).checkIn]);
    if (type === 'status-changed') transitions.push({ ...(JSON.parse(data) as StatusChange), at });
  }
  return packed({ checkIns, transitions } satisfies Segment);
}

type CheckInData = Extract<LedgerEvent, { type: 'check-in-accepted' }>['data'];

/** The state again: the same, byte for byte, as folding the entries gives (`verify` proves it). */
export function stateFrom(core: Uint8Array, segments: readonly Uint8Array[]): TenantState {
  const { portfolio, decisions, recalibrations, accounts, workbooks, colours, ...rest } = unpacked(
    core,
  ) as Core;
  const parts = segments.map((one) => unpacked(one) as Segment);
  const checkIns = parts.flatMap((one) => one.checkIns);
  return {
    ...rest,
    facts: factsFrom({
      portfolio,
      decisions,
      recalibrations,
      checkIns: checkIns.map(([, checkIn]) => checkIn),
    }),
    accounts: PersistentMap.from(accounts),
    workbooks: new Map(workbooks),
    colours: PersistentMap.from(colours),
    transitions: parts.flatMap((one) => one.transitions),
    entryOf: PersistentMap.from(checkIns.map(([seq, { id }]) => [id, seq] as const)),
  };
}

function packed(value: unknown): Uint8Array {
  return deflateSync(JSON.stringify(value), { level: 1 });
}

function unpacked(bytes: Uint8Array): unknown {
  return JSON.parse(inflateSync(bytes).toString('utf8'));
}
