import type { Decision } from './decision.ts';
import type { Facts } from './facts.ts';
import { ownerCalendar } from './people.ts';
import type { Kpi, Portfolio } from './portfolio.ts';
import type { RecalibrationChange } from './recalibration-change.ts';
import { coveredState } from './recalibration-cover.ts';
import { worstOf } from './recalibration-opening.ts';
import type { Recalibration } from './recalibration.ts';
import type { Evaluation, Status } from './status.ts';
import { startOfDay } from './zoned-time.ts';

/** A KPI with some fields of its plan changed; everything else as it was. */
export function planAfter(kpi: Kpi, change: NonNullable<Decision['plan']>): Kpi {
  return { ...kpi, plan: { ...kpi.plan, ...change } } as Kpi;
}

/**
 * The portfolio after a decision: a changed plan is a new revision of the cause KPI, the old ones stay (DESIGN.md
 * 3.9). What `stop` stops is read from the decision itself.
 */
export function withDecision(portfolio: Portfolio, decision: Decision): Portfolio {
  const { plan, cause } = decision;
  if (plan === undefined) return portfolio;
  const kpis = portfolio.kpis.map((kpi) =>
    kpi.id === cause ? revised(planAfter(kpi, plan), decision) : kpi,
  );
  return { ...portfolio, kpis };
}

function revised(kpi: Kpi, { at, by, reason }: Decision): Kpi {
  const next = { revision: kpi.revisions.length + 1, at, by, reason };
  return { ...kpi, revisions: [...kpi.revisions, { ...next, plan: kpi.plan }] } as Kpi;
}

export interface DecisionMoment {
  readonly facts: Facts;
  /** As it stood when the decision came, and with its effects. */
  readonly before: Evaluation | null;
  readonly after: Evaluation;
}

/** How a decision closes its recalibration: covered until the review date begins. DESIGN.md 3.8. */
export function decided(
  decision: Decision,
  { id, cause, covers }: Recalibration,
  { facts: { portfolio }, before, after }: DecisionMoment,
): RecalibrationChange {
  const kpis = [...new Set([cause, ...covers])];
  return {
    kind: 'decided',
    at: after.asOf,
    id,
    decisionId: decision.id,
    statusAtDecision: worstOf(covers.map((kpi) => before?.kpis.get(kpi)?.status ?? 'green')),
    coveredUntil: startOfDay(decision.reviewDate, ownerCalendar(portfolio, cause).timeZone),
    afterDecision: kpis.map((kpi) => coveredState(kpi, after)),
  };
}

/** What the review date states: the status then against the status at the decision. DESIGN.md 3.9. */
export interface Review {
  readonly atDecision: Status;
  readonly now: Status;
  readonly worked: boolean;
}

/** It worked when everything it covers is green, or at least a better colour than at the decision. Null: not decided. */
export function reviewDecision({ statusAtDecision, covers }: Recalibration, now: Evaluation): Review | null {
  if (statusAtDecision === undefined) return null;
  const status = worstOf(covers.map((kpi) => now.kpis.get(kpi)?.status ?? 'green'));
  const better = status !== statusAtDecision && worstOf([status, statusAtDecision]) === statusAtDecision;
  return {
    atDecision: statusAtDecision,
    now: status,
    worked: status === 'green' || (better && status !== 'silent'),
  };
}
