import type { CheckIn } from '../../../src/domain/check-in.ts';
import { type Day, type OfficeDays, dayFrom } from './oracle-days.ts';

/** Is a wait overdue by more than one working day? Re-dated a second time it counts from its first date. */
export function hasOverdueWait(sent: readonly CheckIn[], today: Day, office: OfficeDays): boolean {
  const waits = new Map<string, string[]>();
  for (const { waitOver, waitingOn } of sent) {
    if (waitOver === true) waits.clear();
    else if (typeof waitOver === 'string') waits.delete(waitOver);
    if (!waitingOn) continue;
    const dates = waits.get(waitingOn.what) ?? [];
    if (dates.at(-1) !== waitingOn.expectedBy) dates.push(waitingOn.expectedBy);
    waits.set(waitingOn.what, dates);
  }
  return [...waits.values()].some((dates) => {
    const expected = dates.length > 2 ? dates[0] : dates.at(-1);
    return expected !== undefined && today >= office.after(dayFrom(expected), 2);
  });
}

/** The days of the open warning; 0: none. It says "due + n" and ends when that date has passed. */
export function warnedDays(sent: readonly CheckIn[], today: Day, due: Day): number {
  const last = sent.findLast(({ earlyWarning }) => earlyWarning !== undefined)?.earlyWarning?.slipDays ?? 0;
  return today <= due + last ? last : 0;
}
