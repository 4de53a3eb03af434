import { IndexedMap } from './indexed-map.ts';
import { PersistentMap } from './persistent-map.ts';
import type { Evaluation, KpiState, Reason, RolledState, Status } from './status.ts';
import type { Instant } from './zoned-time.ts';

/** A change of status, with its cause. DESIGN.md 3.8. */
export interface Transition {
  readonly id: string;
  readonly kind: 'kpi' | 'initiative' | 'objective';
  readonly at: Instant;
  readonly from: Status;
  readonly to: Status;
  readonly reasons: readonly Reason[];
}

/** Since when each KPI, initiative and objective has the status it has. */
export type Since = ReadonlyMap<string, Instant>;

type Standing = KpiState | RolledState;
type Standings = ReadonlyMap<string, Standing>;

/** What changed from one evaluation to the next; before the first, everything counts as green. KPIs come first. */
export function transitionsBetween(
  before: Evaluation | null,
  after: Evaluation,
  since: Since,
): { readonly since: Since; readonly transitions: readonly Transition[] } {
  const at = after.asOf;
  const transitions: Transition[] = [];
  let next = since instanceof PersistentMap ? (since as PersistentMap<Instant>) : PersistentMap.from(since);
  for (const { kind, now, before: then } of kindsOf(before, after)) {
    for (const standing of changed(then, now)) {
      const { status, reasons } = standing;
      const id = 'kpi' in standing ? standing.kpi : standing.id;
      const from = then?.get(id)?.status ?? 'green';
      if (from !== status) transitions.push({ id, kind, at, from, to: status, reasons });
      if (from !== status || !next.has(id)) next = next.with(id, at);
    }
  }
  return { since: next, transitions };
}

/** KPIs, initiatives and objectives share one space of ids. */
function kindsOf(before: Evaluation | null, after: Evaluation) {
  const kind = (name: Transition['kind'], of: (evaluation: Evaluation) => Standings) => ({
    kind: name,
    now: of(after),
    before: before && of(before),
  });
  return [
    kind('kpi', ({ kpis }) => kpis),
    kind('initiative', ({ initiatives }) => initiatives),
    kind('objective', ({ objectives }) => objectives),
  ];
}

/** Those that are another object than before: what is the same object has changed nothing. */
function changed(then: Standings | null, now: Standings): Iterable<Standing> {
  if (!(then instanceof IndexedMap) || !(now instanceof IndexedMap)) return now.values();
  const [before, after] = [then.list as readonly Standing[], now.list as readonly Standing[]];
  return after.filter((standing, at) => standing !== before[at]);
}
