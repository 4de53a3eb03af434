import type { Compared, ForecastCheck, RuleCheck, SignalCheck } from '../../explain/rule-check.ts';
import type { Explanation } from '../../explain/explanation.ts';
import { LEAST_READINGS } from '../../keep-signal.ts';
import { LONG_PLAN_DAYS, type LimitCheck } from '../../reach-slip.ts';
import type { StallCheck } from '../../reach-stall.ts';
import { dateOf } from '../../civil-date.ts';
import { assertNever } from '../../result.ts';
import { figure } from '../format.ts';
import {
  type ExplainContext,
  colourWord,
  day,
  exactDays,
  moment,
  plainValue,
  value,
} from './explain-context.ts';

/** Rule by rule: what is compared with what, the numbers, and whether it holds. */
export function ruleLines({ rules, ...told }: Explanation, context: ExplainContext): readonly string[] {
  return rules.map((rule) => {
    const says = rule.compared.kind === 'calm' ? '' : rule.holds ? ' Holds.' : ' Does not hold.';
    return `${titleOf(rule)}: ${comparedWords(rule, { ...told, rules }, context)}${says}`;
  });
}

function titleOf({ code, colour, compared }: RuleCheck): string {
  if (compared.kind === 'calm') return 'Otherwise Green';
  if (code === 'silent') return 'Silent';
  return `${colourWord(colour)}, ${code.replaceAll('-', ' ')}`;
}

function comparedWords(rule: RuleCheck, told: Explanation, context: ExplainContext): string {
  const { compared } = rule;
  switch (compared.kind) {
    case 'nothing':
      return `${MISSING[compared.missing]}.`;
    case 'slip':
      return limitWords(`slip on ${day(compared.date, context)}`, compared.check, {
        formula: rule.colour === 'red' ? redFormula(told, context) : yellowFormula(told, context),
        context,
      });
    case 'past-due':
      return limitWords(`what lies between the due date and ${day(compared.date, context)}`, compared.check, {
        formula: redFormula(told, context),
        context,
      });
    case 'stall':
      return stallWords(compared.slip, compared.check, context);
    case 'forecast':
      return compared.readings.map((reading) => forecastWords(reading, told, context)).join(' ');
    case 'signal':
      return signalWords(compared, context);
    case 'wait':
    case 'warning':
    case 'dependency':
    case 'limits':
    case 'silence':
    case 'calm':
      return plainWords(compared, context);
    default:
      return assertNever(compared);
  }
}

const MISSING = {
  reading: 'there is no reading to compare',
  'second-reading': 'this needs two readings',
  'six-readings': `this needs ${LEAST_READINGS} readings since the last decision`,
  wait: 'nothing is waited for',
  warning: 'no early warning is open',
  push: 'no predecessor is late',
  report: 'no report is due any more',
} as const;

type Plain = Exclude<Compared, { kind: 'nothing' | 'slip' | 'past-due' | 'stall' | 'forecast' | 'signal' }>;

function plainWords(compared: Plain, context: ExplainContext): string {
  switch (compared.kind) {
    case 'wait':
      return `“${compared.what}” was expected by ${day(compared.expectedBy, context)}; overdue from ${moment(compared.overdueFrom, context)} on.`;
    case 'warning':
      return `a warning of ${exactDays(compared.slipDays, context)} against more than ${exactDays(compared.limit, context)}; it ${compared.ended ? 'ended' : 'ends'} ${moment(compared.endsAt, context)}.`;
    case 'dependency':
      return `${context.nameOf(compared.predecessor)} leaves ${day(compared.finish, context)} as the earliest finish, ${exactDays(compared.late, context)} after the due date of ${day(compared.due, context)}, against more than max(tolerance, float) = ${exactDays(compared.limit, context)}.`;
    case 'limits':
      return limitsWords(compared, context);
    case 'silence':
      return `the report due ${day(compared.due, context)} is missing from ${moment(compared.silentFrom, context)} on.`;
    case 'calm':
      return 'no rule above colours.';
    default:
      return assertNever(compared);
  }
}

function redFormula({ reach }: Explanation, context: ExplainContext): string {
  const [room, tolerance] = [reach?.margins.room ?? 0, reach?.tolerance.days ?? 0].map((n) =>
    figure(n, context),
  );
  return `max(room ${room}, tolerance ${tolerance}) + tolerance ${tolerance}`;
}

function yellowFormula({ reach }: Explanation, context: ExplainContext): string {
  const [float, tolerance] = [reach?.margins.float ?? 0, reach?.tolerance.days ?? 0].map((n) =>
    figure(n, context),
  );
  return `max(tolerance ${tolerance}, float ${float} ÷ 3)`;
}

function limitWords(
  what: string,
  { figure: days, before, limit, isLong }: LimitCheck,
  { formula, context }: { formula: string; context: ExplainContext },
): string {
  const start = `${what} is ${exactDays(days, context)}, against more than ${formula} = ${exactDays(limit, context)}.`;
  if (!isLong) return start;
  const then =
    before === null ? 'there is no reading before' : `the reading before: ${exactDays(before, context)}`;
  return `${start} A plan of more than ${LONG_PLAN_DAYS} days needs that twice in a row, or ${exactDays(2 * limit, context)} at once; ${then}.`;
}

function stallWords(slip: number, { stands, planGained, step }: StallCheck, context: ExplainContext): string {
  const values = stands.map(
    (stand) => `${plainValue(stand.value, context)} on ${day(dateOf(stand.day), context)}`,
  );
  const least = step === null ? 'any move' : `a step of ${value(step, context)}`;
  return `${values.join(', then ')}; meanwhile the plan moved by ${value(planGained, context)}, which counts from ${least} on; slip ${exactDays(slip, context)}.`;
}

function forecastWords(
  { date, elapsed, from, slip, limit }: ForecastCheck,
  { reach }: Explanation,
  context: ExplainContext,
): string {
  if (elapsed < from)
    return `${day(date, context)} is ${exactDays(elapsed, context)} after the start, before the ${exactDays(from, context)} that a forecast needs.`;
  const [float, tolerance] = [reach?.margins.float ?? 0, reach?.tolerance.days ?? 0].map((n) =>
    figure(n, context),
  );
  const duration = (reach?.shifted ?? reach?.planned)?.duration ?? 0;
  const share = `${figure(elapsed, context)} ÷ ${figure(duration, context)}`;
  return `Slip on ${day(date, context)} is ${exactDays(slip, context)}, against more than max(tolerance ${tolerance}, float ${float}) × max(½, ${share}) = ${exactDays(limit, context)}.`;
}

function limitsWords(
  { value: given, lower, upper }: Extract<Compared, { kind: 'limits' }>,
  context: ExplainContext,
): string {
  if (lower === null && upper === null) return 'there is no such limit.';
  const sides = [
    ...(lower === null ? [] : [`below ${plainValue(lower, context)}`]),
    ...(upper === null ? [] : [`above ${plainValue(upper, context)}`]),
  ];
  return `${value(given, context)} against ${sides.join(' or ')}.`;
}

function signalWords({ plan, values, limits, confirmed }: SignalCheck, context: ExplainContext): string {
  const newest = plainValue(values.at(-1) ?? 0, context);
  const above = plan.upper !== undefined || plan.hardUpper !== undefined;
  const below = plan.lower !== undefined || plan.hardLower !== undefined;
  const eight = values.slice(-8);
  const side = (name: 'above' | 'below', limit: number): string => {
    const run = eight.filter((one) => (name === 'above' ? one > limits.mean : one < limits.mean)).length;
    return `the newest, ${newest}, ${name} ${plainValue(limit, context)}, or the newest eight all ${name} the mean of ${plainValue(limits.mean, context)} (${run} of ${eight.length} are)`;
  };
  const sides = [
    ...(above ? [side('above', limits.upper)] : []),
    ...(below ? [side('below', limits.lower)] : []),
  ];
  const again = confirmed ? ' The reading before showed it already.' : '';
  return `${sides.join('; or ')}.${again}`;
}
