import type { Facts } from './facts.ts';
import { answers } from './recalibration-answer.ts';
import { awaitedBy, causesAt } from './recalibration-cause.ts';
import { type RecalibrationChange, applyChanges } from './recalibration-change.ts';
import { escalation } from './recalibration-escalation.ts';
import { leavings, release } from './recalibration-leaving.ts';
import { isOpen } from './recalibration.ts';
import type { Evaluation } from './status.ts';

export interface PlanningMoment {
  readonly facts: Facts;
  /** Everything as it stands now; its `asOf` is the moment of every change. */
  readonly after: Evaluation;
}

/**
 * What must change so that every yellow, red or long-silent KPI has an open or covering recalibration, one per cause
 * (DESIGN.md 3.8): KPIs leave, all-green ones are released, overdue ones escalate, KPIs join, new ones open. Pure;
 * returns plans and books nothing. Applying all changes leaves nothing more to plan at the same moment. The work grows
 * with the number of cases, not with its square.
 */
export function planRecalibrations({ facts, after }: PlanningMoment): readonly RecalibrationChange[] {
  const about = { causeOf: causesAt(after), awaitedBy: (kpi: string) => awaitedBy(facts, after, kpi) };
  const left = leavings(facts.recalibrations.filter(isOpen), after, about);
  const stayed = applyChanges(facts.recalibrations, left);
  const settled = stayed
    .filter(isOpen)
    .flatMap((open) => release(after, open) ?? escalation(facts, after, open) ?? []);
  const recalibrations = applyChanges(stayed, settled);
  return [...left, ...settled, ...answers({ ...facts, recalibrations }, after, about)];
}
