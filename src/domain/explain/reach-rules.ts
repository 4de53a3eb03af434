import { dateOf, dayOf } from '../civil-date.ts';
import { allowedFinish, forecastableFrom } from '../earned-schedule.ts';
import { dependencyLimit, dependencyReason } from '../reach-dependency.ts';
import { forecastHolds, forecastLimit } from '../reach-forecast.ts';
import type { ReachStand } from '../reach-pass.ts';
import type { ReachProgress } from '../reach-progress.ts';
import { type LimitCheck, pastDueCheck, redLimit, slipCheck, yellowLimit } from '../reach-slip.ts';
import { stallCheck } from '../reach-stall.ts';
import { warningLimit } from '../reach-state.ts';
import type { Status } from '../status.ts';
import type { Instant } from '../zoned-time.ts';
import type { Missing, RuleCheck } from './rule-check.ts';
import { calmRule, silenceRule, waitRules, warningRule } from './shared-rules.ts';

/** The rules of a reach KPI in the order of DESIGN.md 3.2; once the target is reached none of them is asked. */
export function reachRules({ record, progress, judgement }: ReachStand, at: Instant): readonly RuleCheck[] {
  if (progress.reachedWith) return calmRule(judgement);
  return [
    slipRule(progress, 'red'),
    pastDueRule(progress),
    slipRule(progress, 'yellow'),
    stallRule(progress),
    forecastRule(progress),
    ...waitRules(record, at),
    warningRule(record, at, warningLimit(progress)),
    dependencyRule(progress),
    silenceRule(record, at),
    ...calmRule(judgement),
  ];
}

/** A rule that has nothing to look at. */
export function unasked(code: RuleCheck['code'], colour: Status, missing: Missing): RuleCheck {
  return { code, colour, holds: false, compared: { kind: 'nothing', missing } };
}

function slipRule(progress: ReachProgress, colour: 'red' | 'yellow'): RuleCheck {
  const limit = colour === 'red' ? redLimit(progress) : yellowLimit(progress);
  return limitRule('slip', colour, { progress, check: slipCheck(progress, limit) });
}

function pastDueRule(progress: ReachProgress): RuleCheck {
  return limitRule('past-due', 'red', { progress, check: pastDueCheck(progress) });
}

function limitRule(
  code: 'slip' | 'past-due',
  colour: Status,
  { progress, check }: { progress: ReachProgress; check: LimitCheck | null },
): RuleCheck {
  if (!progress.last || !check) return unasked(code, colour, 'reading');
  const { date } = progress.last.reading;
  return { code, colour, holds: check.holds, compared: { kind: code, date, check } };
}

function stallRule(progress: ReachProgress): RuleCheck {
  const check = stallCheck(progress);
  if (!check) return unasked('stalled', 'yellow', 'second-reading');
  const slip = progress.last?.slip ?? 0;
  return { code: 'stalled', colour: 'yellow', holds: check.holds, compared: { kind: 'stall', slip, check } };
}

function forecastRule(progress: ReachProgress): RuleCheck {
  const { last, previous, curve } = progress;
  if (!last || !previous) return unasked('forecast', 'yellow', 'second-reading');
  const from = forecastableFrom(curve.duration);
  const readings = [previous, last].map((earned) => ({
    date: earned.reading.date,
    elapsed: earned.elapsed,
    from,
    slip: earned.slip,
    limit: forecastLimit(earned, progress),
  }));
  const compared = { kind: 'forecast', readings } as const;
  return { code: 'forecast', colour: 'yellow', holds: forecastHolds(progress), compared };
}

function dependencyRule(progress: ReachProgress): RuleCheck {
  const reason = dependencyReason(progress);
  const { kpi, imposed } = progress;
  if (!reason || imposed.drivenBy === null) return unasked('dependency', 'yellow', 'push');
  const finish = allowedFinish(progress);
  const compared = {
    kind: 'dependency',
    predecessor: imposed.drivenBy,
    finish: dateOf(finish),
    due: kpi.plan.due,
    late: finish - dayOf(kpi.plan.due),
    limit: dependencyLimit(progress),
  } as const;
  return { code: 'dependency', colour: 'yellow', holds: reason.status === 'yellow', compared };
}
