import type { FieldProblem } from '../../contract/problem.ts';
import { checkInsOf } from '../../domain/check-in-log.ts';
import type { CheckIn } from '../../domain/check-in.ts';
import type { Facts } from '../../domain/facts.ts';
import { calendarOf, kpiOf } from '../../domain/people.ts';
import { localDate } from '../../domain/zoned-time.ts';

/** What is wrong with the claims beside a reading: waits and objections. Dates are the owner's. */
export function claimProblems(facts: Facts, checkIn: CheckIn, index: number): readonly FieldProblem[] {
  const owner = kpiOf(facts.portfolio, checkIn.kpi)?.owner ?? '';
  const today = localDate(checkIn.at, calendarOf(facts.portfolio, owner).timeZone);
  const { waitingOn, waitOver, objection } = checkIn;
  const problems: FieldProblem[] = [];
  const refuse = (field: string, rule: string, message: string): void => {
    problems.push({ at: `lines[${index}].${field}`, rule, message });
  };
  if (waitingOn && waitingOn.since > today) {
    refuse('waitingOn.since', 'wait-from-the-future', `A wait cannot begin after today, ${today}.`);
  }
  if (waitingOn && waitingOn.expectedBy < waitingOn.since) {
    refuse(
      'waitingOn.expectedBy',
      'wait-ends-before-it-begins',
      `${waitingOn.expectedBy} is before ${waitingOn.since}.`,
    );
  }
  if (typeof waitOver === 'string' && !namesWait(facts, checkIn, waitOver)) {
    refuse('waitOver', 'unknown-wait', `“${waitOver}” was never waited for.`);
  }
  if (objection && objection.byDate <= today) {
    refuse('objection.byDate', 'objection-not-ahead', `An objection names a day after today, ${today}.`);
  }
  return problems;
}

function namesWait({ checkIns }: Facts, { kpi }: CheckIn, what: string): boolean {
  const wanted = what.trim().toLowerCase();
  return checkInsOf(checkIns, kpi).some(({ waitingOn }) => waitingOn?.what.trim().toLowerCase() === wanted);
}
