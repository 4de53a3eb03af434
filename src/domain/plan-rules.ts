import { dayOf } from './civil-date.ts';
import type { KeepPlan, PlanPoint, ReachPlan } from './portfolio.ts';

/** What is wrong with a plan: the field to mend and the rule it breaks. */
export interface PlanFault {
  /** `due`, `points[1]`. */
  readonly field: string;
  readonly rule: string;
}

/**
 * Refuses a reach plan that cannot be followed (DESIGN.md 3.1): it must end after it starts, lead somewhere, and its
 * points must lie on the way, in order, never running backwards. Flat stretches are planned pauses. Null: sound.
 */
export function reachPlanFault(plan: ReachPlan): PlanFault | null {
  if (plan.due <= plan.start) return { field: 'due', rule: `must be later than the start, ${plan.start}` };
  if (plan.baseline === plan.target) return { field: 'target', rule: 'must differ from the baseline' };
  return plan.points.map((_, index) => pointFault(plan, index)).find((fault) => fault !== null) ?? null;
}

function pointFault(plan: ReachPlan, index: number): PlanFault | null {
  const field = `points[${index}]`;
  const point = plan.points[index] as PlanPoint;
  const before = plan.points[index - 1] ?? { date: plan.start, value: plan.baseline };
  if (dayOf(point.date) < dayOf(plan.start) || dayOf(point.date) > dayOf(plan.due)) {
    return { field, rule: `${point.date} must lie between the start and the due date` };
  }
  if (index > 0 && point.date <= before.date)
    return { field, rule: `${point.date} must be later than the point before` };
  const up = plan.target > plan.baseline;
  if (up ? point.value < before.value : point.value > before.value) {
    return { field, rule: `the plan runs backwards: ${point.value} on ${point.date} after ${before.value}` };
  }
  if (up ? point.value > plan.target : point.value < plan.target) {
    return {
      field,
      rule: `the plan runs backwards: ${point.value} on ${point.date} is past the target ${plan.target}`,
    };
  }
  return null;
}

/**
 * Refuses a band that nothing or everything could stay in (DESIGN.md 3.1): at least one limit, in the order hard
 * lower, lower, upper, hard upper. Null: sound.
 */
export function keepPlanFault(plan: KeepPlan): PlanFault | null {
  if (plan.due <= plan.start) return { field: 'due', rule: `must be later than the start, ${plan.start}` };
  const limits = (['hardLower', 'lower', 'upper', 'hardUpper'] as const).filter(
    (name) => plan[name] !== undefined,
  );
  if (limits.length === 0) return { field: 'upper', rule: 'is missing: a keep KPI needs at least one limit' };
  for (const [i, name] of limits.entries()) {
    const before = limits[i - 1];
    if (before !== undefined && (plan[before] as number) > (plan[name] as number)) {
      return { field: name, rule: `must not lie below ${before}` };
    }
  }
  return null;
}
