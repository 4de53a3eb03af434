import type { CheckInRefusal } from '../../domain/check-in-rules.ts';
import { LONGEST_DAYS } from '../../domain/early-warning.ts';
import { assertNever } from '../../domain/result.ts';

const DATE_WORDS = {
  date: 'this reading',
  'waitingOn.since': 'the beginning of the wait',
  'waitingOn.expectedBy': 'the end of the wait',
  'objection.byDate': 'the objection',
} as const;

/** A refused reading as one sentence that names cause and cure (SCREENS.md 8). */
export function refusedBecause(refusal: CheckInRefusal): string {
  switch (refusal.code) {
    case 'unknown-kpi':
      return 'This KPI does not exist. Adopt the row first.';
    case 'not-a-number':
      return 'A reading is a number.';
    case 'too-large':
      return 'This number is too large. Check its unit and its digits.';
    case 'not-a-time':
      return 'The clock of the server shows a time that cannot be. Tell whoever runs it. Nothing of this line was stored.';
    case 'not-a-date':
      return `The date of ${DATE_WORDS[refusal.field]} does not exist. Check its day, month and year.`;
    case 'days-out-of-range':
      return `A warning says 0 to ${LONGEST_DAYS} days. 0 withdraws it.`;
    case 'future-reading':
      return 'The date is after today. A reading cannot come from the future. Nothing of this line was stored.';
    case 'before-last-reading':
      return 'The date is before the last reading. Only a correction of a reading of that day may be older.';
    case 'supersedes-nothing':
      return 'There is no such reading to correct.';
    default:
      return assertNever(refusal);
  }
}
