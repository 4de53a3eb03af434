import type { KpiRecord } from './kpi-record.ts';
import type { Instant } from './zoned-time.ts';

/** The moments after `after` at which a KPI's own facts may say something new, ascending. */
export function ownMoments({ report, waits, warning }: KpiRecord, after: Instant): readonly Instant[] {
  const moments = [
    ...(report ? [report.awaitedFrom, report.silentFrom, report.longSilentFrom] : []),
    ...waits.map(({ overdueFrom }) => overdueFrom),
    ...(warning ? [warning.endsAt] : []),
  ];
  return moments.filter((moment) => moment > after).sort((a, b) => a - b);
}
