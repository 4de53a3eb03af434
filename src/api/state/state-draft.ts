import type { Facts } from '../../domain/facts.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import type { Transition, WorkbookState } from '../view-context.ts';
import type { TenantState } from './tenant-state.ts';

/** A readonly shape as its fold may write it, one level deep. */
type Writable<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer Item)[]
    ? Item[]
    : T[K] extends ReadonlyMap<infer Key, infer Value>
      ? Map<Key, Value>
      : T[K];
};

export interface StateDraft extends Omit<
  Writable<TenantState>,
  'facts' | 'workbooks' | 'accounts' | 'transitions' | 'colours' | 'entryOf'
> {
  /** Its parts are replaced, never written to: what did not change stays the same object, for the rules to see. */
  readonly facts: { -readonly [K in keyof Facts]: Facts[K] };
  workbooks: TenantState['workbooks'];
  accounts: TenantState['accounts'];
  transitions: TenantState['transitions'];
  colours: TenantState['colours'];
  entryOf: TenantState['entryOf'];
}

/** A working copy. Its lists are those of the state until something is added to them: most entries add to few. */
export function draftOf(state: TenantState): StateDraft {
  return { ...state, facts: { ...state.facts } };
}

interface Own {
  accounts?: Map<string, string>;
  workbooks?: Map<string, Writable<WorkbookState>>;
  transitions?: Transition[];
}

/** What a draft has copied already. */
const owned = new WeakMap<StateDraft, Own>();

function ownOf(draft: StateDraft): Own {
  const own = owned.get(draft) ?? {};
  owned.set(draft, own);
  return own;
}

/** The draft's own accounts. */
export function accountsIn(draft: StateDraft): Map<string, string> {
  const accounts = (ownOf(draft).accounts ??= new Map(draft.accounts));
  draft.accounts = accounts;
  return accounts;
}

/** The draft's own changes of colour. */
export function transitionsIn(draft: StateDraft): Transition[] {
  const transitions = (ownOf(draft).transitions ??= [...draft.transitions]);
  draft.transitions = transitions;
  return transitions;
}

function workbooksIn(draft: StateDraft): Map<string, Writable<WorkbookState>> {
  const copied = ({ mapping, kpis }: WorkbookState) => ({ mapping, kpis: [...kpis] });
  const workbooks = (ownOf(draft).workbooks ??= new Map(
    [...draft.workbooks].map(([id, workbook]) => [id, copied(workbook)]),
  ));
  draft.workbooks = workbooks;
  return workbooks;
}

const setUps = new WeakMap<StateDraft, Writable<Portfolio>>();

/** The draft's own copy of the set-up, made when something of it changes for the first time. */
export function setUpIn(draft: StateDraft): Writable<Portfolio> {
  const known = setUps.get(draft);
  if (known) return known;
  const { portfolio } = draft.facts;
  const own = {
    ...portfolio,
    holidays: [...portfolio.holidays],
    people: [...portfolio.people],
    objectives: [...portfolio.objectives],
    initiatives: [...portfolio.initiatives],
    kpis: [...portfolio.kpis],
    dependencies: [...portfolio.dependencies],
  };
  setUps.set(draft, own);
  draft.facts.portfolio = own;
  return own;
}

/** A workbook of the draft, made when it is new. */
export function workbookIn(draft: StateDraft, workbook: string): Writable<WorkbookState> {
  const workbooks = workbooksIn(draft);
  const known = workbooks.get(workbook);
  if (known) return known;
  const fresh: Writable<WorkbookState> = { mapping: null, kpis: [] };
  workbooks.set(workbook, fresh);
  return fresh;
}
