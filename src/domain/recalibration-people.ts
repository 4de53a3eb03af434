import { downstreamOf, objectivesAfter } from './downstream.ts';
import { pricesOf } from './evaluation-priced.ts';
import type { Facts } from './facts.ts';
import { kpiOf } from './people.ts';
import type { KpiId, PersonId } from './portfolio.ts';
import { isStopped } from './recalibration-need.ts';
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
  const { portfolio } = facts;
  const owner = (kpi: KpiId): PersonId => kpiOf(portfolio, kpi)?.owner ?? '';
  const delay = { cause, days: delayToShare(after.kpis.get(cause)) };
  const downstream = downstreamOf(portfolio, after, delay).filter(({ kpi }) =>
    isStillAhead(after.kpis.get(kpi)),
  );
  const hit = [...covers, ...downstream.filter(({ floatUsedUp }) => floatUsedUp).map(({ kpi }) => kpi)];
  const goals = objectivesAfter(portfolio, [cause, ...downstream.map(({ kpi }) => kpi)]);
  const others = [...downstream.map(({ kpi }) => owner(kpi)), ...goals.map((goal) => goal.owner)];
  return seated([owner(cause), decisionMaker], hit, { query, others });
}

/** The delay that others are asked about: slip, warned days, working days a wait is overdue, at least one. */
function delayToShare(state: KpiState | undefined): number {
  const overdue = (state?.waits ?? []).map(({ overdueDays }) => overdueDays);
  return Math.max(state?.slip ?? 0, state?.warning?.slipDays ?? 0, ...overdue, 1);
}

/** What is finished or stopped cannot be hurt any more. */
function isStillAhead(state: KpiState | undefined): boolean {
  return state !== undefined && state.reachedOn === null && !isStopped(state);
}

interface Seats {
  readonly query: AttendanceQuery;
  readonly others: readonly PersonId[];
}

function seated(always: readonly PersonId[], hit: readonly KpiId[], { query, others }: Seats): Attendance {
  const { portfolio } = query.facts;
  const fixed = [...new Set(always)];
  const ownerOf = (kpi: KpiId): PersonId => kpiOf(portfolio, kpi)?.owner ?? '';
  const asked = [...new Set(hit.map(ownerOf))].filter((person) => !fixed.includes(person));
  const ranked = fixed.length + asked.length > MOST_REQUIRED ? byPrice(hit, query).map(ownerOf) : asked;
  const order = [...new Set(ranked)].filter((person) => asked.includes(person));
  const required = [...fixed, ...order].slice(0, Math.max(MOST_REQUIRED, fixed.length));
  const optional = [...new Set([...order, ...others])].filter((person) => !required.includes(person));
  return { required, optional };
}

function byPrice(kpis: readonly KpiId[], { facts, after }: AttendanceQuery): readonly KpiId[] {
  const cost = pricesOf(facts, after);
  return kpis.toSorted((a, b) => (cost(b) ?? 0) - (cost(a) ?? 0));
}
