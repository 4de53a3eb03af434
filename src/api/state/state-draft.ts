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

export interface StateDraft extends Omit<Writable<TenantState>, 'facts' | 'workbooks'> {
  readonly facts: Omit<Writable<Facts>, 'portfolio'> & { readonly portfolio: Writable<Portfolio> };
  readonly workbooks: Map<string, Writable<WorkbookState>>;
}

/** A working copy: lists and maps are new, what they hold is shared and never written to. */
export function draftOf(state: TenantState): StateDraft {
  const { facts } = state;
  const { portfolio } = facts;
  return {
    ...state,
    facts: {
      checkIns: facts.checkIns,
      decisions: [...facts.decisions],
      recalibrations: [...facts.recalibrations],
      portfolio: {
        ...portfolio,
        holidays: [...portfolio.holidays],
        people: [...portfolio.people],
        objectives: [...portfolio.objectives],
        initiatives: [...portfolio.initiatives],
        kpis: [...portfolio.kpis],
        dependencies: [...portfolio.dependencies],
      },
    },
    accounts: new Map(state.accounts),
    workbooks: new Map(
      [...state.workbooks].map(([id, { mapping, kpis }]) => [id, { mapping, kpis: [...kpis] }]),
    ),
    colours: new Map(state.colours),
    transitions: [...state.transitions],
    entryOf: new Map(state.entryOf),
  };
}

/** A workbook of the draft, made when it is new. */
export function workbookIn(draft: StateDraft, workbook: string): Writable<WorkbookState> {
  const known = draft.workbooks.get(workbook);
  if (known) return known;
  const fresh: Writable<WorkbookState> = { mapping: null, kpis: [] };
  draft.workbooks.set(workbook, fresh);
  return fresh;
}
