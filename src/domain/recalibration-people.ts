import { type Downstream, downstreamOf, objectivesWithParents } from './downstream.ts';
import { pricesOf } from './evaluation-priced.ts';
import type { Facts } from './facts.ts';
import { objectiveOfKpi, ownerOf } from './people.ts';
import type { KpiId, PersonId } from './portfolio.ts';
import type { Evaluation, KpiState } from './status.ts';

const MOST_REQUIRED = 8;

export interface Attendance {
  readonly required: readonly PersonId[];
  readonly optional: readonly PersonId[];
}

export interface AttendanceQuery {
  readonly facts: Facts;
  readonly after: Evaluation;
  readonly cause: KpiId;
  readonly covers: readonly KpiId[];
  readonly decisionMaker: PersonId;
}

/**
 * Who must come and who may (DESIGN.md 3.8). Required: the KPI's owner, the decision maker, joined owners, owners of
 * downstream KPIs whose float is used up. Optional: other downstream owners, of KPIs and objectives. At most eight
 * are required, the rest become optional, dearest first.
 */
export function attendanceOf(query: AttendanceQuery): Attendance {
  const { facts, after, cause, covers, decisionMaker } = query;
  const days = delayToShare(after.kpis.get(cause));
  const downstream = downstreamOf(facts.portfolio, after, { cause, days });
  const hit = [
    ...covers.map((kpi) => ({ kpi, owner: ownerOf(facts.portfolio, kpi) })),
    ...downstream.floatUsedUp,
  ];
  const required = seated(new Set([ownerOf(facts.portfolio, cause), decisionMaker]), hit, query);
  const optional = new Set(hit.map(({ owner }) => owner));
  for (const { owner } of downstream.all) optional.add(owner);
  for (const owner of objectiveOwners(query, downstream)) optional.add(owner);
  return { required, optional: [...optional].filter((person) => !required.includes(person)) };
}

/** The delay that others are asked about: slip, warned days, working days a wait is overdue, at least one. */
function delayToShare(state: KpiState | undefined): number {
  const overdue = (state?.waits ?? []).map(({ overdueDays }) => overdueDays);
  return Math.max(state?.slip ?? 0, state?.warning?.slipDays ?? 0, ...overdue, 1);
}

function objectiveOwners({ facts: { portfolio }, cause }: AttendanceQuery, { all }: Downstream): PersonId[] {
  const nearest = new Set([objectiveOfKpi(portfolio, cause)?.id]);
  for (const { objective } of all) nearest.add(objective);
  return objectivesWithParents(portfolio, nearest).map(({ owner }) => owner);
}

/** A person who should come, for the sake of a KPI. */
interface Hit {
  readonly kpi: KpiId;
  readonly owner: PersonId;
}

/** The required ones: `always`, and of the others as many as eight allow. */
function seated(
  always: ReadonlySet<PersonId>,
  hit: readonly Hit[],
  query: AttendanceQuery,
): readonly PersonId[] {
  const others = new Set<PersonId>();
  for (const { owner } of hit) if (!always.has(owner)) others.add(owner);
  const room = Math.max(0, MOST_REQUIRED - always.size);
  return [...always, ...(others.size > room ? dearest(others, hit, query).slice(0, room) : others)];
}

/** By the dearest of the KPIs that each of them owns; equals by id, whatever the order of the portfolio. */
function dearest(
  people: Iterable<PersonId>,
  hit: readonly Hit[],
  { facts, after }: AttendanceQuery,
): PersonId[] {
  const priceOf = pricesOf(facts, after);
  const cost = new Map<PersonId, number>();
  for (const { kpi, owner } of hit) cost.set(owner, Math.max(cost.get(owner) ?? 0, priceOf(kpi) ?? 0));
  return [...people].sort((a, b) => (cost.get(b) ?? 0) - (cost.get(a) ?? 0) || (a < b ? -1 : 1));
}
