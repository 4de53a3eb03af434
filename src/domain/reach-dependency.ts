import { dateOf, dayOf } from './civil-date.ts';
import { allowedFinish } from './earned-schedule.ts';
import { exceeds } from './figure.ts';
import type { ReachProgress } from './reach-progress.ts';
import type { Reason } from './status.ts';

/**
 * The shift that predecessors impose: yellow once the earliest finish they leave is later than
 * due + max(tolerance, float); before that told, but not coloured. DESIGN.md 3.2.
 */
export function dependencyReason(progress: ReachProgress): Reason | null {
  const { kpi, imposed, float } = progress;
  const shift = Math.max(imposed.startDelay, imposed.finishDelay);
  if (imposed.drivenBy === null || shift <= 0) return null;
  const [due, finish] = [dayOf(kpi.plan.due), allowedFinish(progress)];
  const late = exceeds(finish - due, dependencyLimit(progress));
  const holdsStart = imposed.startDelay >= imposed.finishDelay;
  return {
    code: 'dependency',
    status: late ? 'yellow' : 'green',
    readings: [],
    facts: {
      predecessor: imposed.drivenBy,
      predecessorFinish: imposed.drivenFinish,
      shift,
      holds: holdsStart ? 'start' : 'finish',
      planned: holdsStart ? kpi.plan.start : kpi.plan.due,
      possible: dateOf(dayOf(holdsStart ? kpi.plan.start : kpi.plan.due) + shift),
      finish: dateOf(finish),
      due: kpi.plan.due,
      float,
    },
  };
}

/** Days after its due that predecessors may leave a KPI before it is yellow: max(tolerance, float). */
export function dependencyLimit({ tolerance, float }: Pick<ReachProgress, 'tolerance' | 'float'>): number {
  return Math.max(tolerance, float);
}
