import type { Evaluation, Reason, Status } from './status.ts';
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

interface Standing {
  readonly id: string;
  readonly kind: Transition['kind'];
  readonly status: Status;
  readonly reasons: readonly Reason[];
}

/** What changed from one evaluation to the next; before the first, everything counts as green. KPIs come first. */
export function transitionsBetween(
  before: Evaluation | null,
  after: Evaluation,
  since: Since,
): { readonly since: Since; readonly transitions: readonly Transition[] } {
  const then = new Map(before ? standings(before).map(({ id, status }) => [id, status]) : []);
  const at = after.asOf;
  const next = new Map<string, Instant>();
  const transitions: Transition[] = [];
  for (const { id, kind, status, reasons } of standings(after)) {
    const from = then.get(id) ?? 'green';
    next.set(id, from === status ? (since.get(id) ?? at) : at);
    if (from !== status) transitions.push({ id, kind, at, from, to: status, reasons });
  }
  return { since: next, transitions };
}

/** KPIs, initiatives and objectives share one space of ids. */
function standings({ kpis, initiatives, objectives }: Evaluation): readonly Standing[] {
  const rolled = [
    ...[...initiatives.values()].map((one) => ({ ...one, kind: 'initiative' as const })),
    ...[...objectives.values()].map((one) => ({ ...one, kind: 'objective' as const })),
  ];
  return [...[...kpis.values()].map((one) => ({ ...one, id: one.kpi, kind: 'kpi' as const })), ...rolled];
}
