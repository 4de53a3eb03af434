import { type CheckInRefusal, refusalWords } from '../check-in-rules.ts';
import type { DecisionRefusal } from '../decision-rules.ts';
import { assertNever } from '../result.ts';
import type { TimelineRefusal } from '../timeline.ts';

/** The rule that an event of a story breaks, in words; its place is told by the JSON path. */
export function eventRefusalWords(refusal: TimelineRefusal): string {
  return isCheckInRefusal(refusal) ? refusalWords(refusal) : decisionRefusalWords(refusal);
}

const CHECK_IN_FIELDS: ReadonlySet<string> = new Set([
  'kpi',
  'value',
  'date',
  'waitingOn.since',
  'waitingOn.expectedBy',
  'objection.byDate',
  'earlyWarning.slipDays',
  'supersedes',
]);

function isCheckInRefusal(refusal: TimelineRefusal): refusal is CheckInRefusal {
  return CHECK_IN_FIELDS.has(refusal.field);
}

export function decisionRefusalWords(refusal: DecisionRefusal): string {
  switch (refusal.code) {
    case 'unknown-kpi':
      return 'names no KPI';
    case 'not-a-time':
      return 'must be a moment of the years 1900 to 9999';
    case 'not-a-date':
      return 'must be a date that exists';
    case 'unknown-initiative':
      return 'names no initiative';
    case 'unknown-recalibration':
      return 'names no open recalibration';
    case 'no-authority':
      return `has no authority to decide this; ${refusal.deciders.join(', ')} may`;
    case 'no-reason':
      return 'a decision needs a reason';
    case 'review-not-ahead':
      return `must be later than the day of the decision, ${refusal.today}`;
    case 'no-commit-date':
      return 'is missing: hold needs a dated commitment';
    case 'commit-date-passed':
      return `must not lie before the day of the decision, ${refusal.today}`;
    case 'nothing-to-stop':
      return 'there is no initiative to stop';
    case 'no-plan':
      return 'is missing: pivot needs a new plan';
    case 'broken-plan':
      return refusal.rule;
    default:
      return assertNever(refusal);
  }
}
