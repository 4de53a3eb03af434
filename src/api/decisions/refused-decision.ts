import type { Problem } from '../../contract/problem.ts';
import type { DecisionRefusal } from '../../domain/decision-rules.ts';
import { assertNever } from '../../domain/result.ts';
import type { TimelineRefusal } from '../../domain/timeline.ts';
import { problem } from '../http/problem-response.ts';

/** A refused decision as a problem that names the field and the cure. */
export function refusedDecision(refusal: TimelineRefusal): Problem {
  const { field, code } = refusal;
  return problem('decision-refused', { errors: [{ at: field, rule: code, message: sentence(refusal) }] });
}

function sentence(refusal: TimelineRefusal): string {
  switch (refusal.code) {
    case 'not-a-time':
      return 'The clock of the server shows a time that cannot be. Tell whoever runs it.';
    case 'not-a-date':
      return 'This date does not exist. Check its day, month and year.';
    case 'unknown-initiative':
      return 'This initiative does not exist.';
    case 'no-authority':
      return 'Somebody else decides about this KPI.';
    case 'no-reason':
      return 'A decision needs a reason.';
    case 'review-not-ahead':
      return `The review comes after today, ${refusal.today}.`;
    case 'no-commit-date':
      return 'Holding course needs a date by which it is green again.';
    case 'commit-date-passed':
      return `The date lies before today, ${refusal.today}.`;
    case 'nothing-to-stop':
      return 'This KPI stands alone: there is no initiative to stop.';
    case 'no-plan':
      return 'A pivot changes the plan: name the new target or the new date.';
    case 'broken-plan':
      return `The new plan cannot be followed: ${fieldWords(refusal)} ${refusal.rule}.`;
    case 'unknown-recalibration':
      return 'This recalibration is not open.';
    case 'unknown-kpi':
    case 'not-a-number':
    case 'too-large':
    case 'days-out-of-range':
    case 'future-reading':
    case 'before-last-reading':
    case 'supersedes-nothing':
      return 'The decision was refused.';
    default:
      return assertNever(refusal);
  }
}

function fieldWords({ field }: Extract<DecisionRefusal, { code: 'broken-plan' }>): string {
  return field.replace(/^plan\./, '');
}
