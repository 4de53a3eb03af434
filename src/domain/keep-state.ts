import { dayOf } from './civil-date.ts';
import {
  type Judgement,
  judged,
  silenceReason,
  unreportedReason,
  waitReasons,
  warningReason,
} from './judgement.ts';
import { bandReason } from './keep-band.ts';
import { signalReason } from './keep-signal.ts';
import { type KpiRecord, lastDecisionAt } from './kpi-record.ts';
import { type PlanTime, planDaysBetween } from './plan-time.ts';
import type { KeepKpi } from './portfolio.ts';
import type { DayReading } from './reading.ts';
import type { Reason } from './status.ts';
import { toleranceOfSpan } from './tolerance.ts';
import type { Instant } from './zoned-time.ts';

/** The status of a keep KPI at one moment. DESIGN.md 3.3; waits and warnings 3.2. */
export function judgeKeep(record: KpiRecord<KeepKpi>, at: Instant): Judgement {
  const rules = [
    ...valueReasons(record),
    ...waitReasons(record, at, {}),
    warningReason(record, at, { limit: 0, figures: {} }),
  ].filter((reason) => reason !== null);
  return judged(rules, calmReason(record, at), silenceReason(record, at));
}

function valueReasons(record: KpiRecord<KeepKpi>): readonly (Reason | null)[] {
  const { plan } = record.kpi;
  const last = judgedReadings(record).at(-1);
  if (!last) return [];
  return [bandReason(plan, last) ?? signalReason(plan, signalReadings(record))];
}

/** What the signal is looked for in: those judged since the last decision. */
export function signalReadings(record: KpiRecord<KeepKpi>): readonly DayReading[] {
  const since = lastDecisionAt(record);
  return judgedReadings(record).filter(({ at }) => at > since);
}

/** The band binds from its start until its due date; what lies outside is shown, not judged. */
export function judgedReadings({ kpi, readings }: KpiRecord<KeepKpi>): readonly DayReading[] {
  return readings.filter(({ date }) => date >= kpi.plan.start && date <= kpi.plan.due);
}

function calmReason(record: KpiRecord<KeepKpi>, at: Instant): Reason {
  const last = record.readings.at(-1);
  if (!last) return unreportedReason(record, at);
  const { lower = null, upper = null } = record.kpi.plan;
  return {
    code: 'on-plan',
    status: 'green',
    readings: [last.checkIn],
    facts: { value: last.value, date: last.date, lower, upper },
  };
}

/** A keep KPI has no slip, float, room or finish. */
export function keepFigures({ kpi }: KpiRecord<KeepKpi>, time: PlanTime) {
  const planDays = planDaysBetween(dayOf(kpi.plan.start), dayOf(kpi.plan.due), time);
  return {
    slip: 0,
    slipUnshifted: 0,
    float: null,
    room: null,
    floatLeft: null,
    tolerance: toleranceOfSpan(kpi, planDays),
    forecastFinish: null,
    earliestFinish: null,
    reachedOn: null,
    planAtReading: null,
  };
}
