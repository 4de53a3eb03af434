import type { Recalibration } from '../../domain/recalibration.ts';
import { dateTime } from '../../domain/words/format.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import { presentWhy } from '../present/present-status.ts';
import { presentPrice } from '../present/present-price.ts';
import { DEFAULT_DELAY_DAYS, indexView } from '../present/view-index.ts';
import type { ViewContext } from '../view-context.ts';

/** What an invitation says. */
export interface Content {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface Slot {
  readonly start: Instant;
  readonly end: Instant;
  /** What the search gave up, in words. */
  readonly concessions: readonly string[];
}

export interface InvitationFacts {
  readonly recalibration: Recalibration;
  readonly slot: Slot;
  /** Where the decision form is. */
  readonly link: string;
}

/** Writes an invitation. The view is the decision maker's. */
export type Compose = (view: ViewContext, facts: InvitationFacts) => Content;

/** The plainest sound invitation: what changed, what it costs, who decides, and where. */
export const plainContent: Compose = (context, { recalibration, slot, link }) => {
  const view = indexView(context);
  const { cause, decisionMaker, helpRequested } = recalibration;
  const subject = `${helpRequested ? 'Help requested' : 'Decision needed'}: ${view.nameOf(cause)}`;
  const lines = [
    presentWhy(view, cause),
    presentPrice(view, cause, DEFAULT_DELAY_DAYS).sentence,
    `${view.personOf(decisionMaker).name} decides: stop, reallocate, pivot or hold course.`,
    `${dateTime(slot.start, view.words)}. ${slot.concessions.join(' ')}`.trim(),
    `Open the decision form: ${link}`,
  ];
  const html = lines.map((line) => `<p>${escaped(line)}</p>`).join('');
  return { subject, html, text: lines.join('\n\n') };
};

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
