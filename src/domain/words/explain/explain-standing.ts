import type { AgainstPlan, Explanation, FinishSteps, ReachSteps } from '../../explain/explanation.ts';
import { LEAST_READINGS, MOVING_RANGES } from '../../keep-signal.ts';
import { NBSP, figure, listing } from '../format.ts';
import { type ExplainContext, day, exactDays, moment, plainValue, value } from './explain-context.ts';
import { dueWayWords } from './due-words.ts';

/** Where the reading stands against the plan: unshifted first, then as predecessors shift it. */
export function standingLines({ reach, keep }: Explanation, context: ExplainContext): readonly string[] {
  if (keep) return keepLines(keep, context);
  if (!reach) return [];
  return [
    ...againstLines('the plan', reach.againstPlanned, { reach, context }),
    ...pushLines(reach, context),
    ...againstLines('the shifted plan', reach.againstShifted, { reach, context }),
    ...(reach.reading ? [] : ['There is no reading yet, so there is no slip.']),
  ];
}

function againstLines(
  plan: string,
  against: AgainstPlan | null,
  { reach: { reading }, context }: { reach: ReachSteps; context: ExplainContext },
): readonly string[] {
  if (!against || !reading) return [];
  const { elapsed, earned, earnedOn, planValue, slip } = against;
  const stood = `On ${day(reading.date, context)}, ${exactDays(elapsed, context)} after the start, ${plan} stands at ${value(planValue, context)}; the reading is ${value(reading.value, context)}.`;
  const behind = `${figure(elapsed, context)} − ${figure(earned, context)} = ${exactDays(slip, context)}`;
  const slipWords = elapsed - earned < 0 ? `${exactDays(slip, context)}, never below 0` : behind;
  return [
    stood,
    `${value(reading.value, context)} is what ${plan} expects ${exactDays(earned, context)} after the start, on ${day(earnedOn, context)}. Slip against ${plan}: ${slipWords}.`,
  ];
}

function pushLines({ push, shifted }: ReachSteps, context: ExplainContext): readonly string[] {
  if (!push) return ['No predecessor shifts the plan.'];
  const ends = push.finish === null ? '' : ` comes on ${day(push.finish, context)} at the earliest and`;
  const start = push.startDelay > 0 ? [`the start by ${exactDays(push.startDelay, context)}`] : [];
  const due = push.finishDelay > 0 ? [`the due date by ${exactDays(push.finishDelay, context)}`] : [];
  const frame = shifted
    ? `: from ${day(shifted.start, context)} to ${day(shifted.due, context)}, ${exactDays(shifted.duration, context)} of plan`
    : '';
  return [`${context.nameOf(push.predecessor)}${ends} moves ${listing([...start, ...due])}${frame}.`];
}

function keepLines(keep: NonNullable<Explanation['keep']>, context: ExplainContext): readonly string[] {
  const { reading, values, limits, decidedAt } = keep;
  const judged = reading
    ? `The reading that is judged: ${value(reading.value, context)} on ${day(reading.date, context)}.`
    : 'There is no reading within the plan yet.';
  const since = decidedAt === null ? '' : ` since the decision on ${moment(decidedAt, context)}`;
  const count = `${values.length} ${values.length === 1 ? 'reading' : 'readings'}${since}`;
  if (!limits) return [judged, `${count}; a signal needs ${LEAST_READINGS}.`];
  const shown = values.map((one) => plainValue(one, context)).join('; ');
  const { mean, movingRange, lower, upper } = limits;
  return [
    judged,
    `${count}: ${shown}.`,
    `Mean ${plainValue(mean, context)}; mean moving range ${plainValue(movingRange, context)}; natural limits mean ± ${figure(MOVING_RANGES, context)} × ${plainValue(movingRange, context)} = ${plainValue(lower, context)} and ${plainValue(upper, context)}.`,
  ];
}

/** Which of the three parts won. */
export function toleranceLines({ reach }: Explanation, context: ExplainContext): readonly string[] {
  if (!reach) return [];
  const { days, own, parts } = reach.tolerance;
  if (own !== null) return [`${exactDays(days, context)}: this KPI’s own setting.`];
  const share = `5${NBSP}% of ${exactDays(reach.planned.duration, context)} = ${exactDays(parts.share, context)}`;
  const step = `${exactDays(parts.step, context)} for one step of the unit`;
  const won =
    parts.least === days ? 'the least' : parts.share === days ? 'the share of the plan' : 'the step';
  return [
    `${exactDays(days, context)}: the largest of ${exactDays(parts.least, context)}, ${share}, and ${step}; ${won} decides.`,
  ];
}

/** Float, room and what is left, with the way to the due date that decides. */
export function marginLines({ reach, state }: Explanation, context: ExplainContext): readonly string[] {
  if (!reach) return [];
  const { float, room, path } = reach.margins;
  const way = path
    ? `latest finish ${day(path.latest, context)}, planned finish ${day(path.due, context)}`
    : '';
  const left =
    state.floatLeft === null || state.earliestFinish === null
      ? []
      : [
          `Float left: ${exactDays(state.floatLeft, context)}, with the earliest finish on ${day(state.earliestFinish, context)}.`,
        ];
  return [
    `Float: ${exactDays(float, context)}: ${way}.`,
    ...(path ? [dueWayWords(path, context)] : []),
    `Room: ${exactDays(room, context)} before a price moves.`,
    ...left,
  ];
}

/** Pace and forecast, and what the earliest finish is the latest of. */
export function paceLines({ reach }: Explanation, context: ExplainContext): readonly string[] {
  if (!reach) return [];
  return [...forecastLines(reach, context), finishLine(reach.finish, context)];
}

function forecastLines({ pace }: ReachSteps, context: ExplainContext): readonly string[] {
  if (!pace) return ['There is no pace before a reading after the start.'];
  const ratio = `Pace: ${figure(pace.earned, context)} earned ÷ ${figure(pace.elapsed, context)} elapsed = ${figure(pace.pace, context)}`;
  const least = pace.earned / pace.elapsed < pace.pace ? ', the least that counts' : '';
  const from = `a forecast is made from ${exactDays(pace.from, context)} after the start on, until the target is reached`;
  const finish = pace.finish === null ? `No forecast: ${from}` : `Forecast: ${day(pace.finish, context)}`;
  return [`${ratio}${least}.`, `${finish}.`];
}

function finishLine(finish: FinishSteps, context: ExplainContext): string {
  const { due, slipUnshifted, forecast, predecessorsAllow, today, reachedOn } = finish;
  const parts = [
    `planned ${day(due, context)}`,
    ...(slipUnshifted !== null && slipUnshifted > 0
      ? [`planned + slip ${exactDays(slipUnshifted, context)}`]
      : []),
    ...(forecast === null ? [] : [`forecast ${day(forecast, context)}`]),
    ...(predecessorsAllow === null ? [] : [`what predecessors allow, ${day(predecessorsAllow, context)}`]),
    ...(today === null ? [] : [`today ${day(today, context)}`]),
    ...(reachedOn === null ? [] : [`reached ${day(reachedOn, context)}`]),
  ];
  return `Earliest finish: ${day(finish.earliest, context)}, the latest of ${listing(parts)}.`;
}
