import type { WaitingItem, WaitingView } from '../../contract/waiting-view.ts';
import { addDays } from '../../domain/civil-date.ts';
import { isOpen, type Recalibration } from '../../domain/recalibration.ts';
import { countWord, dateTime, dayMonth, weekdayDate } from '../../domain/words/format.ts';
import { startOfDay } from '../../domain/zoned-time.ts';
import type { ViewContext } from '../view-context.ts';
import { decideBy } from '../../domain/recalibration-escalation.ts';
import { readingLine } from './present-facts.ts';
import { decisionOf, presentMeeting } from './present-meeting.ts';
import { presentDecision } from './present-recalibrations.ts';
import { sentenceParts } from './present-price.ts';
import { iso, presentKpiStatus, presentWhy } from './present-status.ts';
import { presentWarnedEarly, presentWeek } from './present-week.ts';
import { type IndexedView, indexView, personRef } from './view-index.ts';

/** Reports that fall due within this many days are shown as waiting. */
const REPORT_HORIZON_DAYS = 5;

/** What the reader must do, dearest first (SCREENS.md 01). */
export function presentWaiting(context: ViewContext): WaitingView {
  const view = indexView(context);
  const items = [...decisions(view), ...reviews(view), ...reports(view)];
  const count = items.length === 1 ? 'One thing waits' : `${countWord(items.length)} things wait`;
  return {
    asOf: iso(view.asOf) ?? '',
    timeZone: view.words.timeZone,
    title: items.length === 0 ? 'Nothing waits for you' : `${count} for you`,
    items,
    empty: emptyLine(view),
    ...presentWeek(view),
    warnedEarly: presentWarnedEarly(view),
  };
}

function decisions(view: IndexedView): WaitingItem[] {
  return view.facts.recalibrations
    .filter((one) => isOpen(one) && one.decisionMaker === view.reader.id)
    .map((one) => decisionItem(view, one))
    .toSorted((a, b) => (b.cost ?? -1) - (a.cost ?? -1));
}

function decisionItem(view: IndexedView, recalibration: Recalibration): WaitingItem {
  const { cause } = recalibration;
  const price = view.priceOf(cause);
  const by = decideBy(view.facts.portfolio, recalibration);
  const meeting = presentMeeting(view, recalibration);
  const hurt = price.owners.filter(
    (id) => id !== recalibration.decisionMaker && id !== ownerOf(view, cause).id,
  );
  return {
    ...base(view, cause),
    kind: recalibration.helpRequested ? 'help-requested' : 'decision',
    recalibration: recalibration.id,
    dueAt: iso(by ?? recalibration.deadline),
    deadline: by === null ? 'The meeting is being booked' : `Decide by ${dateTime(by, view.words)}`,
    sentence: sentenceParts(view, price),
    reason: [presentWhy(view, cause), readingSentence(view, cause)].filter(Boolean).join(' '),
    cost: price.cost,
    hurts: hurt.map((id) => ({ person: personRef(view.personOf(id)), because: whyHurt(view, cause, id) })),
    meeting,
    meetingNote: meeting ? (meeting.concessions[0] ?? 'booked, all required are free') : null,
    mayDecide: view.asOf >= view.now,
  };
}

function reviews(view: IndexedView): WaitingItem[] {
  return view.facts.recalibrations.flatMap((one): WaitingItem[] => {
    const decision = decisionOf(view, one);
    if (!decision || one.state !== 'decided' || decision.by !== view.reader.id) return [];
    if (decision.reviewDate !== view.today) return [];
    const shown = presentDecision(view, decision, one);
    const worked = shown.worked === true ? 'worked' : 'has not worked yet';
    return [
      {
        ...base(view, one.cause),
        kind: 'review',
        recalibration: one.id,
        statusNote: `was ${shown.statusThen} at the decision`,
        deadline: 'Review is due today',
        sentence: [{ text: `${shown.summary} on ${view.nameOf(one.cause)} ${worked}.`, strong: true }],
        reason: presentWhy(view, one.cause),
      },
    ];
  });
}

function reports(view: IndexedView): WaitingItem[] {
  const until = addDays(view.today, REPORT_HORIZON_DAYS);
  return view.facts.portfolio.kpis.flatMap((kpi): WaitingItem[] => {
    if (kpi.owner !== view.reader.id) return [];
    const state = view.stateOf(kpi.id);
    const due = state?.missingReport ?? state?.nextReport ?? null;
    if (due === null || due > until) return [];
    const missing = state?.missingReport !== null;
    return [
      {
        ...base(view, kpi.id),
        kind: 'report',
        dueAt: iso(startOfDay(due, view.words.timeZone)),
        deadline: missing
          ? `Missing since ${dayMonth(due, view.words)}`
          : `Due ${weekdayDate(due, view.words)}`,
        sentence: [
          { text: kpi.name, strong: true, kpi: kpi.id },
          {
            text: missing
              ? ` was due ${weekdayDate(due, view.words)}.`
              : ` is due ${weekdayDate(due, view.words)}.`,
          },
        ],
        reason: `Last reading ${readingLine(view, kpi.id)}. Report it in your spreadsheet.`,
      },
    ];
  });
}

function base(view: IndexedView, kpi: string): WaitingItem {
  return {
    kind: 'report',
    kpi: { id: kpi, name: view.nameOf(kpi) },
    recalibration: null,
    status: presentKpiStatus(view, kpi),
    statusNote: null,
    dueAt: null,
    deadline: '',
    sentence: [],
    reason: '',
    cost: null,
    owner: personRef(ownerOf(view, kpi)),
    hurts: [],
    meeting: null,
    meetingNote: null,
    mayDecide: false,
  };
}

function ownerOf(view: IndexedView, kpi: string): ReturnType<IndexedView['personOf']> {
  return view.personOf(view.kpiOf(kpi)?.owner ?? '');
}

/** What of theirs moves: "Launch gates passed". */
function whyHurt(view: IndexedView, kpi: string, person: string): string {
  const move = view.priceOf(kpi).moves.find(({ owner }) => owner === person);
  return move ? view.nameOf(move.id) : '';
}

function readingSentence(view: IndexedView, kpi: string): string {
  const line = readingLine(view, kpi);
  return line === 'none yet' ? '' : `Last reading: ${line}.`;
}

/** "Nothing waits for you. Your next report is due Fri 13 Mar." */
function emptyLine(view: IndexedView): string {
  const next = view.facts.portfolio.kpis
    .filter(({ owner }) => owner === view.reader.id)
    .flatMap(({ id }) => view.stateOf(id)?.nextReport ?? [])
    .toSorted()[0];
  const report = next === undefined ? '' : ` Your next report is due ${weekdayDate(next, view.words)}.`;
  return `Nothing waits for you.${report}`;
}
