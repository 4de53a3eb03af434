import type { WarningLine } from '../../contract/candour-view.ts';
import { type WarningNotice, warningNotices } from '../../domain/candour.ts';
import type { KpiId } from '../../domain/portfolio.ts';
import { dateIn, dayMonth, days, weekdayDate } from '../../domain/words/format.ts';
import { type IndexedView, senderOf } from './view-index.ts';

/** Who warned before the numbers did, newest first. Never ranked, never added up per person. DESIGN.md 3.10. */
export function presentWarnings(view: IndexedView): WarningLine[] {
  const notices = warningNotices({ facts: view.facts, from: view.began, until: view.asOf });
  return notices.toSorted((a, b) => b.at - a.at).map((notice) => warningLine(view, notice));
}

function warningLine(view: IndexedView, notice: WarningNotice): WarningLine {
  const { kpi, checkIn, at, claim } = notice;
  const sender = senderOf(view, kpi, checkIn);
  const on = dayMonth(dateIn(at, view.words), view.words);
  return {
    checkIn,
    kpi: { id: kpi, name: view.nameOf(kpi) },
    said: `Warned on ${on} of a slip of ${days(claim.slipDays, view.words)}: ${claim.because}`,
    ...outcomeOf(view, notice, sender.name),
  };
}

type Outcome = Pick<WarningLine, 'state' | 'noticeDays' | 'outcome' | 'outcomeNote' | 'caption'>;

function outcomeOf(
  view: IndexedView,
  { kpi, at, offGreenAt, noticeDays }: WarningNotice,
  who: string,
): Outcome {
  const state = view.stateOf(kpi);
  if (offGreenAt !== null && noticeDays !== null) {
    const left = dayMonth(dateIn(offGreenAt, view.words), view.words);
    return {
      state: 'seen',
      noticeDays,
      outcome: days(noticeDays, view.words),
      outcomeNote: 'of notice',
      caption:
        noticeDays > 0
          ? `${who} · left Green by number on ${left} · thank you`
          : `${who} · the numbers showed it on ${left}`,
    };
  }
  if (state?.warning?.at === at) {
    const green = state.statusWithoutWarning === 'green' ? ' · still Green by number' : '';
    return {
      state: 'open',
      noticeDays: null,
      outcome: 'open',
      outcomeNote: help(view, kpi),
      caption: `${who}${green}`,
    };
  }
  return {
    state: 'averted',
    noticeDays: null,
    outcome: 'averted',
    outcomeNote: '',
    caption: `${who} · stayed Green by number · thank you`,
  };
}

/** "help on Fri 13 Mar": the meeting that the warning brought about. */
function help(view: IndexedView, kpi: KpiId): string {
  const start = view.answering(kpi)?.meeting?.start;
  return start === undefined ? '' : `help on ${weekdayDate(dateIn(start, view.words), view.words)}`;
}
