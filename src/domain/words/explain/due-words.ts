import type { DueHop, DuePath } from '../../due-path.ts';
import { type ExplainContext, day, exactDays } from './explain-context.ts';

/** The way from a KPI to the due date that decides its float, with the days that each step takes. */
export function dueWayWords({ kpi, hops, objective }: DuePath, context: ExplainContext): string {
  const steps = hops.map((hop) => hopWords(hop, context));
  const end = objective
    ? `${context.nameOf(objective.id)}, due ${day(objective.due, context)}`
    : 'no objective: its own due date';
  return `Way to the due date that decides: ${[context.nameOf(kpi), ...steps, end].join(' → ')}.`;
}

function hopWords({ dependency, needs }: DueHop, context: ExplainContext): string {
  const lag = dependency.lagDays === 0 ? '' : `lag ${exactDays(dependency.lagDays, context)}, `;
  const takes =
    dependency.type === 'finish-to-start' ? `${exactDays(needs, context)} of work` : 'finishes with it';
  return `${context.nameOf(dependency.to)} (${lag}${takes})`;
}
