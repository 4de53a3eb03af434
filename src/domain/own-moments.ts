import type { Judgement } from './judgement.ts';
import type { KpiRecord } from './kpi-record.ts';
import type { ReasonCode } from './status.ts';
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

/**
 * The first moment after `after` at which a KPI's own facts change what is said of it. Silence and an overdue wait
 * always do, being long silent changes what must be done; a warning that ends takes its reason along, and a report
 * that is awaited only replaces that nothing has started.
 */
export function ownChange(record: KpiRecord, { reasons }: Judgement, after: Instant): Instant | null {
  const { report, warning } = record;
  const isSaid = (said: ReasonCode): boolean => reasons.some(({ code }) => code === said);
  const changes = (at: Instant): boolean =>
    at === report?.silentFrom ||
    at === report?.longSilentFrom ||
    record.waits.some(({ overdueFrom }) => at === overdueFrom) ||
    (at === warning?.endsAt && isSaid('early-warning')) ||
    (at === report?.awaitedFrom && isSaid('not-started'));
  return ownMoments(record, after).find(changes) ?? null;
}
