import type { CheckInOutcome } from '../../contract/check-in-batch.ts';
import type { Recalibration } from '../../domain/recalibration.ts';
import { isOpen } from '../../domain/recalibration.ts';
import { dateTime } from '../../domain/words/format.ts';
import { iso, presentKpiStatus } from '../present/present-status.ts';
import { presentPrice } from '../present/present-price.ts';
import { consequenceOf } from '../present/present-workbook.ts';
import { DEFAULT_DELAY_DAYS, type IndexedView, personRef } from '../present/view-index.ts';

export type Verdict = Extract<CheckInOutcome, { outcome: 'accepted' }>['verdict'];

export interface BeforeAndAfter {
  readonly before: IndexedView;
  readonly after: IndexedView;
  /** Stored recalibrations have ids that lead somewhere; those of a dry run do not. */
  readonly dryRun: boolean;
}

/** What a reading does: status before and after, what follows by itself, and the meeting that answers. */
export function verdictOn(kpi: string, { before, after, dryRun }: BeforeAndAfter): Verdict {
  const last = before.stateOf(kpi)?.lastReading ?? null;
  const green = after.stateOf(kpi)?.status === 'green';
  return {
    before: presentKpiStatus(before, kpi),
    after: presentKpiStatus(after, kpi),
    previousValue: last?.value ?? null,
    previousDate: last?.date ?? null,
    consequence: green ? consequenceOf(after, kpi) : presentPrice(after, kpi, DEFAULT_DELAY_DAYS).parts,
    meeting: meetingOf(kpi, { before, after, dryRun }),
  };
}

function meetingOf(kpi: string, { before, after, dryRun }: BeforeAndAfter): Verdict['meeting'] {
  const answer = after.answering(kpi);
  if (!answer || !isOpen(answer)) return null;
  const stored = !dryRun || before.facts.recalibrations.some(({ id }) => id === answer.id);
  const decider = after.personOf(answer.decisionMaker);
  return {
    recalibration: stored ? answer.id : null,
    line: answer.meeting
      ? dateTime(answer.meeting.start, after.words)
      : `Before ${dateTime(answer.deadline, after.words)}`,
    caption: `${decider.name} decides`,
    start: iso(answer.meeting?.start),
    decisionMaker: personRef(decider),
  };
}

/** "One meeting will be booked: Fraud losses, before Fri 13 Mar, 17:00." */
export function footerOf({ before, after }: BeforeAndAfter): string {
  const known = new Set(before.facts.recalibrations.map(({ id }) => id));
  const opened = after.facts.recalibrations.filter((one) => isOpen(one) && !known.has(one.id));
  if (opened.length === 0) return 'No meeting follows from this.';
  const list = opened.map((one) => meetingWords(after, one)).join('; ');
  return opened.length === 1
    ? `One meeting will be booked: ${list}.`
    : `${opened.length} meetings will be booked: ${list}.`;
}

function meetingWords(view: IndexedView, { cause, deadline }: Recalibration): string {
  return `${view.nameOf(cause)}, before ${dateTime(deadline, view.words)}`;
}
