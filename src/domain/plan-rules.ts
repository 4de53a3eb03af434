import { dayOf, daysBetween, isCivilDate } from './civil-date.ts';
import { isFigure } from './figure.ts';
import type { KeepPlan, PlanPoint, ReachPlan } from './portfolio.ts';

/** What is wrong with a plan: the field to mend and the rule it breaks. */
export interface PlanFault {
  readonly code:
    | 'not-a-number'
    | 'too-large'
    | 'not-a-date'
    | 'due-before-start'
    | 'too-long'
    | 'leads-nowhere'
    | 'point-outside'
    | 'points-out-of-order'
    | 'runs-backwards'
    | 'past-target'
    | 'no-limit'
    | 'limits-out-of-order';
  /** `due`, `points[1]`. */
  readonly field: string;
  readonly rule: string;
}

/**
 * Refuses a reach plan that cannot be followed (DESIGN.md 3.1): it must end after it starts, lead somewhere, and its
 * points must lie on the way, in order, never running backwards. Flat stretches are planned pauses. Null: sound.
 */
export function reachPlanFault(plan: ReachPlan): PlanFault | null {
  const broken = dateFault(plan) ?? lengthFault(plan) ?? numberFault(plan, ['baseline', 'target']);
  if (broken) return broken;
  if (plan.baseline === plan.target)
    return { code: 'leads-nowhere', field: 'target', rule: 'must differ from the baseline' };
  return plan.points.map((_, index) => pointFault(plan, index)).find((fault) => fault !== null) ?? null;
}

function pointFault(plan: ReachPlan, index: number): PlanFault | null {
  const field = `points[${index}]`;
  const point = plan.points[index] as PlanPoint;
  if (!isCivilDate(point.date)) return { code: 'not-a-date', field, rule: 'must have a date that exists' };
  if (!Number.isFinite(point.value)) return { code: 'not-a-number', field, rule: 'must have a number' };
  const before = plan.points[index - 1] ?? { date: plan.start, value: plan.baseline };
  if (dayOf(point.date) < dayOf(plan.start) || dayOf(point.date) > dayOf(plan.due)) {
    return {
      code: 'point-outside',
      field,
      rule: `${point.date} must lie between the start and the due date`,
    };
  }
  if (index > 0 && point.date <= before.date)
    return { code: 'points-out-of-order', field, rule: `${point.date} must be later than the point before` };
  const up = plan.target > plan.baseline;
  if (up ? point.value < before.value : point.value > before.value) {
    return {
      code: 'runs-backwards',
      field,
      rule: `the plan runs backwards: ${point.value} on ${point.date} after ${before.value}`,
    };
  }
  if (up ? point.value > plan.target : point.value < plan.target) {
    return {
      code: 'past-target',
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
  const limits = LIMITS.filter((name) => plan[name] !== undefined);
  const broken = dateFault(plan) ?? numberFault(plan, limits);
  if (broken) return broken;
  if (limits.length === 0)
    return { code: 'no-limit', field: 'upper', rule: 'is missing: a keep KPI needs at least one limit' };
  for (const [i, name] of limits.entries()) {
    const before = limits[i - 1];
    if (before !== undefined && (plan[before] as number) > (plan[name] as number)) {
      return { code: 'limits-out-of-order', field: name, rule: `must not lie below ${before}` };
    }
  }
  return null;
}

const LIMITS = ['hardLower', 'lower', 'upper', 'hardUpper'] as const;

function dateFault({ start, due }: Pick<ReachPlan, 'start' | 'due'>): PlanFault | null {
  if (!isCivilDate(start)) return { code: 'not-a-date', field: 'start', rule: 'must be a date that exists' };
  if (!isCivilDate(due)) return { code: 'not-a-date', field: 'due', rule: 'must be a date that exists' };
  if (due > start) return null;
  return { code: 'due-before-start', field: 'due', rule: `must be later than the start, ${start}` };
}

/** A century, as the longest early warning: beyond, a year was mistyped, and a pace leads past the calendar's end. */
function lengthFault({ start, due }: ReachPlan): PlanFault | null {
  if (daysBetween(start, due) <= LONGEST_PLAN_DAYS) return null;
  return { code: 'too-long', field: 'due', rule: `must lie within a hundred years of the start, ${start}` };
}

const LONGEST_PLAN_DAYS = 36_525;

/** NaN passes every comparison, so it is asked for by name. */
function numberFault<K extends string>(
  plan: { readonly [P in K]?: number },
  names: readonly K[],
): PlanFault | null {
  const field = names.find((name) => !isFigure(plan[name] ?? Number.NaN));
  if (field === undefined) return null;
  return Number.isFinite(plan[field])
    ? { code: 'too-large', field, rule: 'must be smaller: at most a thousand million million' }
    : { code: 'not-a-number', field, rule: 'must be a number' };
}
