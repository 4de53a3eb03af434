import { type Facts, noFacts } from '../../domain/facts.ts';
import { PersistentMap } from '../../domain/persistent-map.ts';
import { DEFAULT_SETTINGS, type PersonId, type Portfolio } from '../../domain/portfolio.ts';
import type { Status } from '../../domain/status.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import { GENESIS } from '../ledger/hash-chain.ts';
import type { Transition, WorkbookState } from '../view-context.ts';

/** Everything known about a tenant: the fold of its ledger. Never changed in place. */
export interface TenantState {
  readonly seq: number;
  readonly hash: string;
  /** The last entry's moment; time never runs backwards in a ledger. */
  readonly at: Instant;
  /** The first entry's moment. */
  readonly began: Instant;
  readonly name: string;
  readonly facts: Facts;
  /** Entra object ids to people. */
  readonly accounts: ReadonlyMap<string, PersonId>;
  readonly workbooks: ReadonlyMap<string, WorkbookState>;
  /** The recorded colour of every KPI, initiative and objective, and since when. */
  readonly colours: PersistentMap<Colour>;
  readonly transitions: readonly Transition[];
  /** The ledger sequence of each check-in. */
  readonly entryOf: PersistentMap<number>;
}

export interface Colour {
  readonly status: Status;
  readonly since: Instant;
}

const NO_PORTFOLIO: Portfolio = {
  timeZone: 'UTC',
  currency: 'EUR',
  workWeek: { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], start: '09:00', end: '17:00' },
  holidays: [],
  settings: DEFAULT_SETTINGS,
  people: [],
  objectives: [],
  initiatives: [],
  kpis: [],
  dependencies: [],
};

/** A tenant about which nothing was accepted yet. */
export const EMPTY_STATE: TenantState = {
  seq: 0,
  hash: GENESIS,
  at: 0,
  began: 0,
  name: '',
  facts: noFacts(NO_PORTFOLIO),
  accounts: new Map(),
  workbooks: new Map(),
  colours: PersistentMap.from([]),
  transitions: [],
  entryOf: PersistentMap.from([]),
};
