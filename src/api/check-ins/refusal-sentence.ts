import type { CheckInRefusal } from '../../domain/check-in-rules.ts';
import { assertNever } from '../../domain/result.ts';

/** A refused reading as one sentence that names cause and cure (SCREENS.md 8). */
export function refusedBecause(refusal: CheckInRefusal): string {
  switch (refusal.code) {
    case 'unknown-kpi':
      return 'This KPI does not exist. Adopt the row first.';
    case 'not-a-number':
      return 'A reading is a number.';
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
