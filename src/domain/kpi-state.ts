import { reportDays } from './cadence.ts';
import { type CivilDate, type DayNumber, dateOf, dayOf } from './civil-date.ts';
import type { Decision } from './decision.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import type { Judgement } from './judgement.ts';
import { judgeKeep, keepFigures } from './keep-state.ts';
import type { KpiRecord } from './kpi-record.ts';
import type { KeepKpi, Kpi } from './portfolio.ts';
import type { ReachStand } from './reach-pass.ts';
import { reachFigures } from './reach-state.ts';
import { ownChange } from './own-moments.ts';
import type { KpiState } from './status.ts';
import { waitAt } from './wait.ts';
import { type Instant, localDate } from './zoned-time.ts';

/** What is told of a running reach KPI. */
export function reachStateOf(
  { record, progress, judgement, finish }: ReachStand,
  { asOf, network }: EvaluationContext,
  reviewAt: Instant | null,
): KpiState {
  const shown = progress.reachedWith ? { ...record, report: null } : record;
  const figures = reachFigures(progress, finish, network.latestFinish.get(record.kpi.id));
  return Object.assign(commonState(shown, judgement, asOf), figures, { reviewAt });
}

/** What is told of a running keep KPI. */
export function keepStateOf(record: KpiRecord<KeepKpi>, { asOf, time }: EvaluationContext): KpiState {
  const judgement = judgeKeep(record, asOf);
  const reviewAt = ownChange(record, judgement, asOf);
  return { ...commonState(record, judgement, asOf), ...keepFigures(record, time), reviewAt };
}

/** A KPI of a stopped initiative counts no more. DESIGN.md 3.5. */
export function stoppedState(kpi: Kpi, stop: Decision | undefined): KpiState {
  const facts = { decision: stop?.id ?? null, reason: stop?.reason ?? null };
  return {
    kpi: kpi.id,
    status: 'green',
    statusWithoutWarning: 'green',
    counts: false,
    reviewAt: null,
    reasons: [{ code: 'stopped', status: 'green', facts, readings: [] }],
    slip: 0,
    slipUnshifted: 0,
    float: null,
    room: null,
    floatLeft: null,
    tolerance: 0,
    forecastFinish: null,
    earliestFinish: null,
    reachedOn: null,
    planAtReading: null,
    lastReading: null,
    waits: [],
    warning: null,
    nextReport: null,
    missingReport: null,
    silentSince: null,
    longSilentFrom: null,
  };
}

function commonState(record: KpiRecord, judgement: Judgement, asOf: Instant) {
  const { kpi, readings, report, days } = record;
  const { status, reasons, statusWithoutWarning } = judgement;
  const today = dayOf(localDate(asOf, days.timeZone));
  const silent = report !== null && asOf >= report.silentFrom;
  const idle = status === 'green' && reasons[0]?.code === 'not-started';
  return {
    kpi: kpi.id,
    status,
    reasons,
    statusWithoutWarning,
    counts: !idle,
    ...tellings(record, asOf),
    lastReading: lastReadingOf(readings),
    nextReport: report ? nextReport(record, report.due, today) : null,
    missingReport: report && report.due <= today ? dateOf(report.due) : null,
    silentSince: silent ? report.silentFrom : null,
    longSilentFrom: silent ? report.longSilentFrom : null,
  };
}

/** What the owner has told: open waits, and the open warning. */
function tellings({ waits, warning, days }: KpiRecord, asOf: Instant): Pick<KpiState, 'waits' | 'warning'> {
  const rule = { ...days, graceDays: days.waitGraceDays };
  const open = warning && asOf < warning.endsAt ? warning : null;
  return {
    waits: waits.map(({ wait }) => waitAt(wait, asOf, rule)),
    warning: open && { slipDays: open.slipDays, because: open.because, at: open.at },
  };
}

function lastReadingOf(readings: KpiRecord['readings']): KpiState['lastReading'] {
  const last = readings.at(-1);
  return last ? { checkIn: last.checkIn, at: last.at, date: last.date, value: last.value } : null;
}

/** The first report from today on that nobody has answered yet. */
function nextReport({ reportPlan }: KpiRecord, open: DayNumber, today: DayNumber): CivilDate | null {
  if (open >= today) return dateOf(open);
  for (const due of reportDays(reportPlan)) if (due >= today) return dateOf(due);
  return null;
}
