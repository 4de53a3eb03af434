import type { Explanation } from '../../explain/explanation.ts';
import type { ReviewCause } from '../../explain/review-steps.ts';
import { assertNever } from '../../result.ts';
import type { Reason } from '../../status.ts';
import { listing } from '../format.ts';
import { reasonSentence } from '../reason-sentence.ts';
import { type ExplainContext, colourWord, day, moment } from './explain-context.ts';

/** The status with its sentences, since when, and when it would change by itself and why then. */
export function resultLines(told: Explanation, context: ExplainContext): readonly string[] {
  const { state, since } = told;
  const sentences = state.reasons.map((reason) => sentence(reason, told, context));
  const stands = since === null ? [] : [`${colourWord(state.status)} since ${moment(since, context)}.`];
  return [...sentences, ...stands, reviewLine(told, context)];
}

function sentence(reason: Reason, { kpi, state, since }: Explanation, context: ExplainContext): string {
  return reasonSentence(reason, {
    ...context,
    since,
    status: state.status,
    kpiName: context.nameOf,
    ownerName: context.personName(kpi.owner),
  });
}

function reviewLine(told: Explanation, context: ExplainContext): string {
  const { review } = told;
  if (!review) return 'With no new data nothing changes by itself.';
  const why = listing(review.because.map((cause) => causeWords(cause, context)));
  const codes = review.reasons.map(({ code }) => code.replaceAll('-', ' ')).join(', ');
  const isOnlyLonger = review.because.every(({ kind }) => kind === 'long-silent');
  const outcome = isOnlyLonger ? '' : ` It is then ${colourWord(review.status)} (${codes}).`;
  return `With no new data it changes on ${moment(review.at, context)}: ${why}.${outcome}`;
}

function causeWords(cause: ReviewCause, context: ExplainContext): string {
  switch (cause.kind) {
    case 'report-due':
      return `the report due ${day(cause.report, context)} is awaited`;
    case 'silent':
      return `the report due ${day(cause.report, context)} counts as missing`;
    case 'long-silent':
      return `the silence about the report due ${day(cause.report, context)} needs a recalibration`;
    case 'wait-overdue':
      return `the wait for “${cause.what}” counts as overdue`;
    case 'warning-ends':
      return 'the date of the early warning has passed';
    case 'predecessor':
      return `${cause.kpi === null ? 'a predecessor' : context.nameOf(cause.kpi)}, which has not finished, pushes it on`;
    default:
      return assertNever(cause);
  }
}
