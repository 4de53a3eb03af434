import type { PlanCurve } from './plan.ts';
import type { Kpi } from './portfolio.ts';

const LEAST_DAYS = 2;
const SHARE_OF_PLAN = 0.05;

/**
 * Plan days a KPI may be behind before it says anything: the KPI's own setting, else max(2 days, 5 % of the planned
 * duration, the days the plan takes for one step of the unit). DESIGN.md 3.2. `curve`: the unshifted plan.
 */
export function toleranceOf(kpi: Pick<Kpi, 'toleranceDays' | 'step'>, curve: PlanCurve): number {
  if (kpi.toleranceDays !== undefined) return kpi.toleranceDays;
  const { least, share, step } = toleranceParts(kpi, curve);
  return Math.max(least, share, step);
}

/** What the tolerance is the largest of, in plan days. */
export interface ToleranceParts {
  readonly least: number;
  /** 5 % of the planned duration. */
  readonly share: number;
  /** The days the plan takes for one step of the unit; 0 where it has none. */
  readonly step: number;
}

export function toleranceParts({ step }: Pick<Kpi, 'step'>, curve: PlanCurve): ToleranceParts {
  return {
    least: LEAST_DAYS,
    share: SHARE_OF_PLAN * curve.duration,
    step: daysOfOneStep(step, curve),
  };
}

/** A keep KPI has no path, only a span. */
export function toleranceOfSpan(kpi: Pick<Kpi, 'toleranceDays'>, planDays: number): number {
  return kpi.toleranceDays ?? Math.max(LEAST_DAYS, SHARE_OF_PLAN * planDays);
}

/** On average over the plan; a step as large as the whole way takes the whole plan. */
function daysOfOneStep(step: number | undefined, curve: PlanCurve): number {
  const range = Math.abs(curve.target - curve.baseline);
  if (step === undefined || step <= 0 || range === 0) return 0;
  return Math.min(1, step / range) * curve.duration;
}
