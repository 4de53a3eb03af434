import { dateOf } from '../civil-date.ts';
import { evaluate } from '../evaluate.ts';
import type { Facts } from '../facts.ts';
import type { KpiRecord } from '../kpi-record.ts';
import type { KpiId } from '../portfolio.ts';
import type { KpiState, Reason, Status } from '../status.ts';
import type { Instant } from '../zoned-time.ts';

/** Why a status would change at `reviewAt` with no new data. */
export interface ReviewSteps {
  readonly at: Instant;
  readonly because: readonly ReviewCause[];
  /** What it would be then. */
  readonly status: Status;
  readonly reasons: readonly Reason[];
}

export type ReviewCause =
  | { readonly kind: 'report-due' | 'silent' | 'long-silent'; readonly report: string }
  | { readonly kind: 'wait-overdue'; readonly what: string }
  | { readonly kind: 'warning-ends' }
  /** A predecessor that does not finish pushes it on, day by day. */
  | { readonly kind: 'predecessor'; readonly kpi: KpiId | null };

/** Null where nothing would change. The status then is the rules' own answer for that moment. */
export function reviewSteps(facts: Facts, state: KpiState, record: KpiRecord): ReviewSteps | null {
  const at = state.reviewAt;
  if (at === null) return null;
  const then = evaluate(facts, at).kpis.get(state.kpi);
  const own = ownCauses(record, at);
  return {
    at,
    because: own.length > 0 ? own : [{ kind: 'predecessor', kpi: driverIn(then?.reasons ?? []) }],
    status: then?.status ?? state.status,
    reasons: then?.reasons ?? state.reasons,
  };
}

function driverIn(reasons: readonly Reason[]): KpiId | null {
  const driver = reasons.find(({ code }) => code === 'dependency')?.facts['predecessor'];
  return typeof driver === 'string' ? driver : null;
}

function ownCauses({ report, waits, warning }: KpiRecord, at: Instant): readonly ReviewCause[] {
  const due = report ? dateOf(report.due) : '';
  const reports = [
    ...(report?.awaitedFrom === at ? [{ kind: 'report-due', report: due } as const] : []),
    ...(report?.silentFrom === at ? [{ kind: 'silent', report: due } as const] : []),
    ...(report?.longSilentFrom === at ? [{ kind: 'long-silent', report: due } as const] : []),
  ];
  const overdue = waits.filter(({ overdueFrom }) => overdueFrom === at);
  return [
    ...reports,
    ...overdue.map(({ wait: { what } }) => ({ kind: 'wait-overdue', what }) as const),
    ...(warning?.endsAt === at ? [{ kind: 'warning-ends' } as const] : []),
  ];
}
