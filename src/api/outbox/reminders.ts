import type { CivilDate } from '../../domain/civil-date.ts';
import { calendarOf } from '../../domain/people.ts';
import type { Kpi, Portfolio } from '../../domain/portfolio.ts';
import type { TimelineState } from '../../domain/timeline.ts';
import { addWorkingDays, opensAt } from '../../domain/working-time.ts';
import type { JobDraft } from './job.ts';

/**
 * Reminders for the reports that fall due next: one working day before and on the day, at the owner's opening hour
 * (DESIGN.md 3.4). Queued when another report becomes the next; keys keep each one single, and the job looks again whether
 * the report is still awaited.
 */
export function remindersFor(before: TimelineState, after: TimelineState): readonly JobDraft[] {
  const { facts, evaluation, now } = after;
  return facts.portfolio.kpis.flatMap((kpi) => {
    const report = evaluation.kpis.get(kpi.id)?.nextReport ?? null;
    const queued = report === null || before.evaluation.kpis.get(kpi.id)?.nextReport === report;
    return queued ? [] : reminders(facts.portfolio, kpi, report).filter(({ runAt }) => runAt > now);
  });
}

function reminders(portfolio: Portfolio, kpi: Kpi, report: CivilDate): readonly JobDraft[] {
  const owner = calendarOf(portfolio, kpi.owner);
  return [addWorkingDays(report, -1, owner), report].map((day) => ({
    job: { kind: 'remind', kpi: kpi.id, report },
    key: `remind:${kpi.id}:${report}:${day}`,
    runAt: opensAt(day, owner),
  }));
}
