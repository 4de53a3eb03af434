import { isOpen } from '../../domain/recalibration.ts';
import type { WaitingView } from '../../contract/waiting-view.ts';
import { everyCheckIn } from '../../domain/check-in-log.ts';
import { addDays, type CivilDate } from '../../domain/civil-date.ts';
import { clockTime, dateIn, dayMonth, days, timeRange } from '../../domain/words/format.ts';
import { type IndexedView, personRef } from './view-index.ts';

type WeekLine = WaitingView['week'][number];

const WEEK_DAYS = 7;
const THANKS_DAYS = 28;

/** The reader's next seven days: meetings, reports, reviews. A dated list, no calendar (SCREENS.md 01). */
export function presentWeek(view: IndexedView): Pick<WaitingView, 'week' | 'weekNote'> {
  const until = addDays(view.today, WEEK_DAYS);
  const lines = [...meetings(view), ...reports(view), ...reviews(view)].filter(
    ({ date }) => date >= view.today && date < until,
  );
  return { week: lines.toSorted((a, b) => a.date.localeCompare(b.date)), weekNote: capNote(view, lines) };
}

/** Warnings that came before the numbers did: thanks before questions. Never a ranking (DESIGN.md 3.10). */
export function presentWarnedEarly(view: IndexedView): WaitingView['warnedEarly'] {
  const since = view.asOf - THANKS_DAYS * 86_400_000;
  return everyCheckIn(view.facts.checkIns)
    .filter(({ at, earlyWarning }) => at >= since && at <= view.asOf && (earlyWarning?.slipDays ?? 0) > 0)
    .map((checkIn) => {
      const owner = view.personOf(checkIn.by ?? view.kpiOf(checkIn.kpi)?.owner ?? '');
      const on = dayMonth(dateIn(checkIn.at, view.words), view.words);
      const slip = days(checkIn.earlyWarning?.slipDays ?? 0, view.words);
      return {
        person: personRef(owner),
        caption: `${view.nameOf(checkIn.kpi)}, ${on}`,
        sentence: `${owner.name} warned of ${slip}: ${checkIn.earlyWarning?.because ?? ''}`,
      };
    });
}

function meetings(view: IndexedView): WeekLine[] {
  const me = view.reader.id;
  return view.facts.recalibrations.flatMap((one): WeekLine[] => {
    if (!isOpen(one) || !one.meeting || ![...one.required, ...one.optional].includes(me)) return [];
    const { start, end } = one.meeting;
    const role = one.decisionMaker === me ? ', you decide' : one.optional.includes(me) ? ', optional' : '';
    const range = timeRange(start, end, view.words).split(', ')[1] ?? clockTime(start, view.words);
    return [
      {
        date: dateIn(start, view.words),
        line: view.nameOf(one.cause),
        caption: range + role,
        link: `recalibration/${one.id}`,
      },
    ];
  });
}

function reports(view: IndexedView): WeekLine[] {
  return view.facts.portfolio.kpis.flatMap((kpi): WeekLine[] => {
    const due: CivilDate | null = view.stateOf(kpi.id)?.nextReport ?? null;
    if (kpi.owner !== view.reader.id || due === null) return [];
    return [{ date: due, line: `Report: ${kpi.name}`, caption: 'due by end of day', link: `kpi/${kpi.id}` }];
  });
}

function reviews(view: IndexedView): WeekLine[] {
  return view.facts.recalibrations.flatMap((one): WeekLine[] => {
    const decision = view.facts.decisions.find(({ id }) => id === one.decisionId);
    if (!decision || decision.by !== view.reader.id) return [];
    return [
      {
        date: decision.reviewDate,
        line: `Review: ${view.nameOf(one.cause)}`,
        caption: 'Lastmile states whether it worked',
        link: `kpi/${one.cause}`,
      },
    ];
  });
}

/** "One recalibration this week. A fourth would join one of the first three instead of taking a new hour." */
function capNote(view: IndexedView, lines: readonly WeekLine[]): string | null {
  const count = lines.filter(({ link }) => link?.startsWith('recalibration/')).length;
  if (count === 0) return null;
  const cap = view.facts.portfolio.settings.meetingsPerPersonPerWeek;
  const booked = count === 1 ? 'One recalibration' : `${count} recalibrations`;
  return `${booked} this week. Beyond ${cap}, a case joins a meeting that stands instead of taking a new hour.`;
}
