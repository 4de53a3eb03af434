import { dateOf } from '../civil-date.ts';
import { type Judgement, silenceReason, warningReason } from '../judgement.ts';
import type { KpiRecord } from '../kpi-record.ts';
import type { Instant } from '../zoned-time.ts';
import type { RuleCheck } from './rule-check.ts';

/** One for each open wait. */
export function waitRules({ waits }: KpiRecord, at: Instant): readonly RuleCheck[] {
  const rule = { code: 'wait-overdue', colour: 'yellow' } as const;
  if (waits.length === 0) return [{ ...rule, holds: false, compared: { kind: 'nothing', missing: 'wait' } }];
  return waits.map(({ wait: { what, expectedBy, moved }, overdueFrom }) => ({
    ...rule,
    holds: at >= overdueFrom,
    compared: { kind: 'wait', what, expectedBy, moved, overdueFrom },
  }));
}

export function warningRule(record: KpiRecord, at: Instant, limit: number): RuleCheck {
  const rule = { code: 'early-warning', colour: 'yellow' } as const;
  const { warning } = record;
  if (!warning) return { ...rule, holds: false, compared: { kind: 'nothing', missing: 'warning' } };
  const { slipDays, endsAt } = warning;
  const holds = warningReason(record, at, { limit, figures: {} }) !== null;
  return { ...rule, holds, compared: { kind: 'warning', slipDays, limit, endsAt, ended: at >= endsAt } };
}

export function silenceRule(record: KpiRecord, at: Instant): RuleCheck {
  const rule = { code: 'silent', colour: 'silent' } as const;
  const { report } = record;
  if (!report) return { ...rule, holds: false, compared: { kind: 'nothing', missing: 'report' } };
  const compared = { kind: 'silence', due: dateOf(report.due), silentFrom: report.silentFrom } as const;
  return { ...rule, holds: silenceReason(record, at) !== null, compared };
}

/** Why it is green, where nothing colours. */
export function calmRule({ status, reasons }: Judgement): readonly RuleCheck[] {
  const calm = status === 'green' ? reasons.find(({ code }) => code !== 'dependency') : undefined;
  return calm ? [{ code: calm.code, colour: 'green', holds: true, compared: { kind: 'calm' } }] : [];
}
