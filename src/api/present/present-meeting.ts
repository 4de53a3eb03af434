import type { TreeRow } from '../../contract/portfolio-view.ts';
import type { MeetingView } from '../../contract/recalibration-view.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Recalibration } from '../../domain/recalibration.ts';
import { dateTime, weekdayDate } from '../../domain/words/format.ts';
import { iso } from './present-status.ts';
import type { IndexedView } from './view-index.ts';

export function presentMeeting(view: IndexedView, { meeting }: Recalibration): MeetingView | null {
  if (!meeting) return null;
  return {
    start: iso(meeting.start) ?? '',
    end: iso(meeting.end) ?? '',
    timeZone: view.words.timeZone,
    concessions: [...meeting.concessions],
    ...(meeting.joinUrl === undefined ? {} : { joinUrl: meeting.joinUrl }),
  };
}

/** "Thu 12 Mar, 10:00", "Review Fri 20 Mar", or what stands in its place. */
export function meetingLine(view: IndexedView, recalibration: Recalibration): string {
  const decision = decisionOf(view, recalibration);
  if (recalibration.state === 'decided' && decision) {
    return `Review ${weekdayDate(decision.reviewDate, view.words)}`;
  }
  return recalibration.meeting ? dateTime(recalibration.meeting.start, view.words) : 'being booked';
}

export function nextMeeting(view: IndexedView, kpi: string): TreeRow['nextMeeting'] {
  const answer = view.answering(kpi);
  if (!answer) return null;
  return { recalibration: answer.id, line: meetingLine(view, answer), note: noteOf(answer) };
}

export function decisionOf(view: IndexedView, recalibration: Recalibration): Decision | undefined {
  return view.facts.decisions.find(
    ({ id, recalibration: of }) => id === recalibration.decisionId || of === recalibration.id,
  );
}

function noteOf({ state, revision, helpRequested }: Recalibration): string | null {
  if (state === 'decided') return 'decided';
  if (state === 'alarm') return 'no decision after three repetitions';
  if (revision > 1) return 'overdue, one level up';
  return helpRequested ? 'help requested' : null;
}
