import type { RichText } from '../../contract/primitives.ts';
import { deciderAt } from '../../domain/people.ts';
import type { Recalibration } from '../../domain/recalibration.ts';
import { dateIn, dateTime, days, listing, statusWord, weekdayDate } from '../../domain/words/format.ts';
import type { Invitation } from '../invitation/invitation.ts';
import type { Slot } from '../outbox/content.ts';
import type { ViewContext } from '../view-context.ts';
import { decideBy } from '../../domain/recalibration-escalation.ts';
import { presentWhyYou } from './present-attendees.ts';
import { kpiFacts } from './present-facts.ts';
import { sentenceParts } from './present-price.ts';
import { presentWhy } from './present-status.ts';
import { type IndexedView, indexView } from './view-index.ts';

/**
 * The invitation to one recalibration in the slot that was found (SCREENS.md 7 and 10). `formUrl` is the plain web
 * address of the decision form: deep links get lost.
 */
export function presentInvitation(
  context: ViewContext,
  recalibration: Recalibration,
  { slot, formUrl }: { readonly slot: Slot; readonly formUrl: string },
): Invitation {
  const view = indexView(context);
  // Deadlines run from the meeting's end, and this slot is the meeting.
  const booked: Recalibration = {
    ...recalibration,
    state: 'booked',
    meeting: { ...slot, eventId: '', attempt: 1 },
  };
  const { cause, helpRequested } = recalibration;
  return {
    subject: `${helpRequested ? 'Help requested' : 'Decision needed'}: ${view.nameOf(cause)}`,
    changed: helpRequested ? warnedLine(view, cause) : changedLine(view, cause),
    price: sentenceParts(view, view.priceOf(cause)),
    decision: decisionLine(view, booked),
    formUrl,
    whyYou: presentWhyYou(view, booked),
    facts: kpiFacts(view, cause),
    slot: slotLine(slot),
  };
}

/** "Audit evidence items accepted turned Yellow on Wed 11 Mar: the wait for … was due 9 Mar." */
function changedLine(view: IndexedView, kpi: string): RichText {
  const status = view.stateOf(kpi)?.status ?? 'green';
  const since = view.timeline.since.get(kpi) ?? view.asOf;
  const why = presentWhy(view, kpi);
  const reason = why === '' ? '.' : `: ${why.charAt(0).toLowerCase()}${why.slice(1)}`;
  return [
    { text: view.nameOf(kpi), strong: true },
    { text: ' turned ' },
    { text: statusWord(status), strong: true },
    { text: ` on ${weekdayDate(dateIn(since, view.words), view.words)}${reason}` },
  ];
}

/** Opens with the owner's name and warning, never with "problem" (DESIGN.md 3.8). */
function warnedLine(view: IndexedView, kpi: string): RichText {
  const warning = view.stateOf(kpi)?.warning;
  const owner = view.personOf(view.kpiOf(kpi)?.owner ?? '').name;
  if (!warning) return changedLine(view, kpi);
  return [
    { text: owner, strong: true },
    {
      text: ` warned on ${weekdayDate(dateIn(warning.at, view.words), view.words)}, before the numbers did: `,
    },
    { text: view.nameOf(kpi), strong: true },
    { text: ` may slip by ${days(warning.slipDays, view.words)}. ${warning.because}` },
  ];
}

function decisionLine(view: IndexedView, recalibration: Recalibration): RichText {
  const by = decideBy(view.facts.portfolio, recalibration);
  const decider = view.personOf(recalibration.decisionMaker).name;
  const above = deciderAt(view.facts.portfolio, recalibration.cause, recalibration.revision + 1);
  const next =
    above === recalibration.decisionMaker
      ? `comes back to ${decider}`
      : `goes to ${view.personOf(above).name}`;
  const choices = recalibration.helpRequested
    ? ' how to help: reallocate, pivot, hold course or stop.'
    : ': stop, reallocate, pivot or hold course.';
  return [
    { text: `${decider} decides by ` },
    { text: by === null ? '' : dateTime(by, view.words), strong: true },
    { text: `${choices} Without a decision it ${next}.` },
  ];
}

function slotLine({ concessions }: Slot): string {
  const given = concessions.length === 0 ? 'Everyone required is free at this time' : listing(concessions);
  const sentence = given.endsWith('.') ? given : `${given}.`;
  return `${sentence} If it is cancelled or moved past its deadline, it is booked again.`;
}
