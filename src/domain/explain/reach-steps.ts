import { dateOf } from '../civil-date.ts';
import { duePath } from '../due-path.ts';
import { allowedFinish, forecastFinish, forecastableFrom, paceOf } from '../earned-schedule.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { type PlanCurve, plannedValue } from '../plan.ts';
import { dayAfterPlanDays } from '../plan-time.ts';
import { type Earned, type ReachProgress, earnedAt } from '../reach-progress.ts';
import type { ReachStand } from '../reach-pass.ts';
import { toleranceParts } from '../tolerance.ts';
import { localDate } from '../zoned-time.ts';
import type { AgainstPlan, FinishSteps, Frame, ReachSteps } from './explanation.ts';

/** Where a reach KPI stands: against which plan, with what to spare, and where it leads. DESIGN.md 3.2, 3.6. */
export function reachSteps(stand: ReachStand, context: EvaluationContext): ReachSteps {
  const { progress } = stand;
  const { kpi, planned, curve, last, float, room } = progress;
  return {
    planned: frameOf(planned),
    shifted: curve === planned ? null : frameOf(curve),
    push: pushOf(progress),
    reading: last && { date: last.reading.date, value: last.reading.value },
    againstPlanned: last && against(earnedAt(last.reading, planned), planned),
    againstShifted: last && curve !== planned ? against(last, curve) : null,
    tolerance: {
      days: progress.tolerance,
      own: kpi.toleranceDays ?? null,
      parts: toleranceParts(kpi, planned),
    },
    margins: { float, room, path: duePath(context.portfolio, context.network, kpi.id) },
    pace: paceSteps(progress),
    finish: finishSteps(stand, context),
  };
}

function frameOf({ start, due, duration }: PlanCurve): Frame {
  return { start: dateOf(start), due: dateOf(due), duration };
}

function pushOf({ imposed }: ReachProgress): ReachSteps['push'] {
  const { drivenBy, drivenFinish, startDelay, finishDelay } = imposed;
  return drivenBy === null ? null : { predecessor: drivenBy, finish: drivenFinish, startDelay, finishDelay };
}

function against({ reading, elapsed, earned, slip }: Earned, curve: PlanCurve): AgainstPlan {
  const earnedOn = dateOf(dayAfterPlanDays(curve.start, Math.floor(earned), curve.time));
  return { elapsed, earned, earnedOn, slip, planValue: plannedValue(reading.day, curve) };
}

function paceSteps(progress: ReachProgress): ReachSteps['pace'] {
  const [pace, { last, curve }] = [paceOf(progress), progress];
  if (!last || pace === null) return null;
  const { earned, elapsed } = last;
  return { earned, elapsed, pace, from: forecastableFrom(curve.duration), finish: forecastFinish(progress) };
}

function finishSteps(
  { record, progress, done, finish }: ReachStand,
  { asOf }: EvaluationContext,
): FinishSteps {
  const runs = done.reachedOn === null;
  const { due } = record.kpi.plan;
  const allowed = dateOf(allowedFinish(progress));
  return {
    earliest: finish,
    due,
    slipUnshifted: runs && done.forecastFinish === null ? done.slipUnshifted : null,
    forecast: done.forecastFinish,
    predecessorsAllow: runs && allowed > due ? allowed : null,
    today: runs ? localDate(asOf, record.days.timeZone) : null,
    reachedOn: done.reachedOn,
  };
}
