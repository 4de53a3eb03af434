import type { CheckIn } from '../../../src/domain/check-in.ts';
import type { Kpi } from '../../../src/domain/portfolio.ts';
import { type Day, type OfficeDays, dateFrom, dayFrom, weekdayFrom } from './oracle-days.ts';

const MONTH = 30;

/** The days on which reports fall due up to `until` and somewhat beyond. DESIGN.md 3.4. */
export function reportsDue({ cadence, plan }: Kpi, office: OfficeDays, until: Day): readonly Day[] {
  const start = dayFrom(plan.start);
  const due = new Set<Day>();
  for (let day = start + 1; day <= until + 70; day += 1) {
    if (cadence.every === 'month') {
      const ends = Number(dateFrom(day + 1).slice(8)) === 1;
      const today = Number(dateFrom(day).slice(8));
      if ((today === cadence.on || (ends && today < cadence.on)) && day - start >= MONTH / 2)
        due.add(office.openFrom(day));
      continue;
    }
    const weeks = cadence.every === 'week' ? 1 : 2;
    const half = (weeks * 7) / cadence.on.length / 2;
    const week = Math.floor((day - start) / 7);
    const inTurn = weeks === 1 || week % 2 === 1;
    if (inTurn && day - start >= half && cadence.on.some((one) => one === weekdayFrom(day)))
      due.add(office.openFrom(day));
  }
  return [...due].sort((a, b) => a - b);
}

/** The oldest report that nobody has answered; corrections answer nothing. `sent`: in the order of sending. */
export function oldestOpen(due: readonly Day[], sent: readonly CheckIn[]): Day | null {
  const answered = new Set<Day>();
  for (const { at, date, supersedes } of sent) {
    if (supersedes !== undefined) continue;
    const day = Math.floor(at / 86_400_000);
    const open = due.filter((one) => one <= day && !answered.has(one));
    const own = due.find((one) => one >= dayFrom(date));
    for (const one of open.length > 0 ? open : own === undefined ? [] : [own]) answered.add(one);
  }
  return due.find((one) => !answered.has(one)) ?? null;
}
