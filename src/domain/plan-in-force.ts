import type { Decision } from './decision.ts';
import type { Kpi } from './portfolio.ts';
import type { Instant } from './zoned-time.ts';

interface Change<P> {
  readonly at: Instant;
  readonly plan: Partial<P>;
}

/**
 * The KPI with the plan in force at `asOf`: revisions and the plan fields that decisions change, in the order of
 * time. A revision reshapes the whole plan from its moment on; earlier readings are judged by what stands.
 * DESIGN.md 3.9. `decisions`: those whose cause is this KPI, none later than `asOf`.
 */
export function withPlanInForce<K extends Kpi>(kpi: K, decisions: readonly Decision[], asOf: Instant): K {
  const first = kpi.revisions[0]?.plan ?? kpi.plan;
  const changes: Change<K['plan']>[] = [
    ...decisions.flatMap(({ at, plan }) => (plan ? [{ at, plan }] : [])),
    ...kpi.revisions.slice(1).filter((revision) => revision.at <= asOf),
  ].sort((a, b) => a.at - b.at);
  if (changes.length === 0) return kpi.plan === first ? kpi : { ...kpi, plan: first };
  return { ...kpi, plan: Object.assign({}, first, ...changes.map((change) => change.plan)) };
}
