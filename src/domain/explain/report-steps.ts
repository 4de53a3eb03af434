import { reportDays } from '../cadence.ts';
import { type DayNumber, dateOf, dayOf } from '../civil-date.ts';
import type { KpiRecord } from '../kpi-record.ts';
import type { KpiState } from '../status.ts';
import { type Instant, localDate } from '../zoned-time.ts';
import type { ReportSteps } from './explanation.ts';

/** Past due days that are told; older ones are answered or the open one. */
const TOLD = 3;

/** When reports fall due, which one is open, and what follows if nobody answers it; none once the target is reached. DESIGN.md 3.4. */
export function reportSteps(
  record: KpiRecord,
  { reachedOn }: Pick<KpiState, 'reachedOn'>,
  asOf: Instant,
): ReportSteps {
  const { kpi, report, days } = record;
  const due = dueAround(record, dayOf(localDate(asOf, days.timeZone)));
  if (!report || reachedOn !== null) return { cadence: kpi.cadence, due, open: null };
  const { awaitedFrom, silentFrom, longSilentFrom } = report;
  const open = { due: dateOf(report.due), awaitedFrom, silentFrom, longSilentFrom };
  return { cadence: kpi.cadence, due, open };
}

function dueAround({ reportPlan }: KpiRecord, today: DayNumber): readonly string[] {
  const past: DayNumber[] = [];
  for (const day of reportDays(reportPlan)) {
    past.push(day);
    if (day > today) break;
  }
  return past.slice(-TOLD - 1).map(dateOf);
}
