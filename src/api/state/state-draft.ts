import type { Facts } from '../../domain/facts.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import type { WorkbookState } from '../view-context.ts';
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
  'facts' | 'workbooks' | 'colours' | 'entryOf'
> {
  /** Its parts are replaced, never written to: what did not change stays the same object, for the rules to see. */
  readonly facts: { -readonly [K in keyof Facts]: Facts[K] };
  readonly workbooks: Map<string, Writable<WorkbookState>>;
  colours: TenantState['colours'];
  entryOf: TenantState['entryOf'];
}

/** A working copy. */
export function draftOf(state: TenantState): StateDraft {
  return {
    ...state,
    facts: { ...state.facts },
    accounts: new Map(state.accounts),
    workbooks: new Map(
      [...state.workbooks].map(([id, { mapping, kpis }]) => [id, { mapping, kpis: [...kpis] }]),
    ),
    transitions: [...state.transitions],
  };
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
  const known = draft.workbooks.get(workbook);
  if (known) return known;
  const fresh: Writable<WorkbookState> = { mapping: null, kpis: [] };
  draft.workbooks.set(workbook, fresh);
  return fresh;
}
