import type { Decision } from '../../decision.ts';
import type { Explanation } from '../../explain/explanation.ts';
import type { Recalibration } from '../../recalibration.ts';
import { listing } from '../format.ts';
import { type ExplainContext, moment } from './explain-context.ts';

/** The recalibrations that answer for the KPI, and what was decided. */
export function recalibrationLines(
  { answers, state }: Explanation,
  context: ExplainContext,
): readonly string[] {
  const isOnlyHint = state.reasons.some(
    ({ code, facts }) => code === 'signal' && facts['confirmed'] === false,
  );
  const hint = isOnlyHint
    ? ['A first signal opens none; it does if it still holds at the next reading.']
    : [];
  if (answers.length === 0) return ['None.', ...hint];
  return answers.flatMap(({ recalibration, decision }) => [
    ...recalibrationWords(recalibration, context),
    ...(decision ? [decisionWords(decision, context)] : []),
  ]);
}

function recalibrationWords(one: Recalibration, context: ExplainContext): readonly string[] {
  const names = (people: readonly string[]): string => listing(people.map(context.personName));
  const covered = one.coveredUntil === undefined ? '' : `, covers until ${moment(one.coveredUntil, context)}`;
  const closed = one.closedAt === undefined ? '' : ` ${moment(one.closedAt, context)}`;
  const opened = `opened ${moment(one.openedAt, context)}, to be met by ${moment(one.deadline, context)}`;
  return [
    `About ${context.nameOf(one.cause)}, revision ${one.revision}: ${opened}; ${one.state}${closed}${covered}.`,
    `${context.personName(one.decisionMaker)} decides. Required: ${names(one.required)}. Optional: ${names(one.optional) || 'nobody'}. Answers for: ${listing(one.covers.map(context.nameOf))}.`,
  ];
}

function decisionWords({ by, at, choice, reason }: Decision, context: ExplainContext): string {
  return `${context.personName(by)} decided on ${moment(at, context)}: ${choice.kind}, “${reason}”.`;
}
