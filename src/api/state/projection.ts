import { evaluatePriced } from '../../domain/evaluation-priced.ts';
import type { Evaluation } from '../../domain/status.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { timelineOf } from './engine.ts';
import type { TenantState } from './tenant-state.ts';

/** The current state of one thing, as its row says it. `data` is canonical JSON of everything computed. */
export interface ProjectionRow {
  readonly kind: 'kpi' | 'initiative' | 'objective' | 'recalibration';
  readonly id: string;
  readonly status: string;
  /** Since when it has this colour; null for recalibrations. */
  readonly since: number | null;
  /** When it would change with no new data; null: never. */
  readonly review_at: number | null;
  readonly data: string;
}

/** What a row is made of: the same objects give the same row, so that only what changed is written out. */
interface Source {
  readonly kind: ProjectionRow['kind'];
  readonly id: string;
  readonly value: object;
  readonly status: string;
  readonly since: number | null;
  readonly review_at: number | null;
}

/** A row as it was last written or read; `value` is what it was made of, where this process made it. */
export interface KnownRow {
  readonly value: object | null;
  readonly status: string;
  readonly since: number | null;
  readonly review_at: number | null;
  readonly data: string;
}

export type KnownRows = ReadonlyMap<string, KnownRow>;

export interface Projected {
  readonly rows: readonly ProjectionRow[];
  /** Rows that hold the same text though they were made anew. */
  readonly known: readonly (readonly [string, KnownRow])[];
}

/**
 * The rows that differ from the known ones. The projection is a function of the ledger alone: it shows the state at
 * the moment of the last entry, however much later somebody looked. DESIGN.md 3.11.
 */
export function changedRows(state: TenantState, known: KnownRows): Projected {
  const rows: ProjectionRow[] = [];
  const learned: (readonly [string, KnownRow])[] = [];
  for (const source of sourcesOf(state)) {
    const key = rowKey(source);
    const before = known.get(key);
    if (before && before.value === source.value && before.since === source.since) continue;
    const { kind, id, value, status, since, review_at } = source;
    const data = canonicalJson(value);
    const same = before?.data === data && before.since === since && before.review_at === review_at;
    if (!same || before.status !== status) rows.push({ kind, id, status, since, review_at, data });
    learned.push([key, { value, status, since, review_at, data }]);
  }
  return { rows, known: learned };
}

export function rowKey({ kind, id }: Pick<ProjectionRow, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}

function* sourcesOf(state: TenantState): Generator<Source> {
  const { kpis, initiatives, objectives } = evaluationOf(state);
  const since = (id: string) => state.colours.get(id)?.since ?? null;
  for (const [id, value] of kpis) {
    yield { kind: 'kpi', id, value, status: value.status, since: since(id), review_at: value.reviewAt };
  }
  for (const [kind, rolled] of [
    ['initiative', initiatives],
    ['objective', objectives],
  ] as const) {
    for (const [id, value] of rolled) {
      yield { kind, id, value, status: value.status, since: since(id), review_at: null };
    }
  }
  for (const value of state.facts.recalibrations) {
    yield { kind: 'recalibration', id: value.id, value, status: value.state, since: null, review_at: null };
  }
}

/** At the moment of the last entry; time that has passed since is not in the ledger yet. */
function evaluationOf(state: TenantState): Evaluation {
  return evaluatePriced(state.facts, state.at, timelineOf(state).evaluation);
}
