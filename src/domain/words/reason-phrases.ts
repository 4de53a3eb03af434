import { NBSP, dayMonth, figure, quantity } from './format.ts';
import { type ReasonFacts, planFigure, valueAndLimit, wholeDays } from './reason-facts.ts';

/** `41 of 120 items`; towards a target of nothing or downwards the target is named. */
export function progress(f: ReasonFacts): string {
  const { context } = f;
  const rises = f.number('target') > 0 && f.number('value') <= f.number('target');
  if (rises) return `${figure(f.number('value'), context)} of ${f.amount('target')}`;
  return `${f.amount('value')}, target ${figure(f.number('target'), context)}`;
}

/** `; slip 1 day, float 18`; a keep KPI has neither. */
export function slipAndFloat(f: ReasonFacts): string {
  return f.has('slip') ? `; slip ${f.days('slip')}, float ${figure(f.number('float'), f.context)}` : '';
}

/** `slip 3 days, tolerance 2`; with decimals only where whole days would hide the difference. */
export function slipAndTolerance(f: ReasonFacts): string {
  const [slip, tolerance] = [f.number('slip'), f.number('tolerance')];
  if (Math.floor(slip) === Math.floor(tolerance)) {
    return `slip ${quantity(slip, 'days', f.context)}, tolerance ${figure(tolerance, f.context)}`;
  }
  return `slip ${wholeDays(slip, f.context)}, tolerance ${figure(Math.floor(tolerance), f.context)}`;
}

/** The plan's value on the day of the reading. */
export function planned(f: ReasonFacts): string {
  return planFigure(f.number('plan'), f.context);
}

export function warner(f: ReasonFacts): string {
  return f.context.personName?.(f.text('by')) ?? f.context.ownerName;
}

export function lastReading(f: ReasonFacts): string {
  if (!f.has('lastValue')) return 'there is no reading yet';
  return `last reading ${f.amount('lastValue')} on ${f.day('lastDate')}`;
}

export function outside(f: ReasonFacts, limitWord: string): string {
  const [value, limit] = valueAndLimit(f.number('value'), f.number('limit'), f.context);
  return `${withUnit(value, f)} is outside the ${limitWord} of ${limit}`;
}

export function signal(f: ReasonFacts): string {
  const side = f.text('side') === 'upper' ? 'above' : 'below';
  if (f.text('rule') === 'run-of-eight')
    return `the last eight readings lie ${side} their mean of ${f.amount('mean')}`;
  const [value, limit] = valueAndLimit(f.number('value'), f.number('naturalLimit'), f.context);
  return `${withUnit(value, f)} on ${f.day('date')} is ${side} its natural limit of ${limit}`;
}

export function pushedBy(f: ReasonFacts): string {
  const [name, finish] = [f.context.kpiName(f.text('predecessor')), f.day('predecessorFinish')];
  return `${name} comes on ${finish} at the earliest; this was to ${f.text('holds')} on ${f.day('planned')}`;
}

export function reached(f: ReasonFacts): string {
  const late = f.number('daysLate') >= 1 ? `, ${f.days('daysLate')} late` : '';
  return `the target of ${f.amount('target')} was reached on ${f.day('date')}${late}`;
}

/** `7 findings on 6 Mar, plan 6.6`, or the band it keeps. */
export function onPlan(f: ReasonFacts): string {
  if (!f.has('value')) return 'every KPI that counts here is green';
  const end = f.has('plan') ? `plan ${planned(f)}` : band(f);
  return `${f.amount('value')} on ${dayMonth(f.text('date'), f.context)}, ${end}`;
}

function band(f: ReasonFacts): string {
  const [lower, upper] = [figure(f.number('lower'), f.context), figure(f.number('upper'), f.context)];
  if (f.has('lower') && f.has('upper')) return `inside ${lower} to ${upper}`;
  if (f.has('upper')) return `at most ${upper}`;
  return f.has('lower') ? `at least ${lower}` : 'inside its limits';
}

function withUnit(value: string, { context: { unit } }: ReasonFacts): string {
  return unit === '' ? value : `${value}${NBSP}${unit}`;
}

export function firstReport(f: ReasonFacts): string {
  return f.has('report') ? `the first report falls due ${f.weekday('report')}` : 'nothing here has begun';
}
