import type { Reason, ReasonCode } from '../status.ts';
import { dateIn, dayMonth, statusWord } from './format.ts';
import { type ReasonContext, type ReasonFacts, reasonFacts } from './reason-facts.ts';
import * as phrase from './reason-phrases.ts';

export type { ReasonContext } from './reason-facts.ts';

/**
 * One sentence for one reason, in the words of SCREENS.md 8. Figures, dates and days follow the reader's locale.
 * Text that people typed (names, what is awaited) comes out as it was typed; showing it safely is the edge's part.
 */
export function reasonSentence(reason: Reason, context: ReasonContext): string {
  const { word, dated, joint, text } = WORDS[reason.code];
  const tellsSince = dated === true && reason.status === (context.status ?? reason.status);
  const since = tellsSince ? (context.since ?? null) : null;
  const when = since === null ? '' : ` since ${dayMonth(dateIn(since, context), context)}`;
  const start = `${word ?? statusWord(reason.status)}${when}`;
  const link = reason.status === 'green' ? undefined : joint;
  return `${start}${link ?? ': '}${text(reasonFacts(reason, context))}.`;
}

interface Words {
  readonly text: (f: ReasonFacts) => string;
  /** The sentence says since when. */
  readonly dated?: true;
  /** Another word than the status. */
  readonly word?: string;
  /** Another link than a colon, where the reason colours. */
  readonly joint?: string;
}

const WORDS: Readonly<Record<ReasonCode, Words>> = {
  'on-plan': { text: phrase.onPlan },
  'not-started': { word: 'Not started', text: phrase.firstReport },
  'report-awaited': { text: (f) => `the first report, due ${f.weekday('report')}, is awaited` },
  reached: { text: phrase.reached },
  stopped: { word: 'Stopped', text: () => 'a decision ended this work, and it counts no more' },
  slip: {
    dated: true,
    text: (f) => `${phrase.progress(f)}, plan ${phrase.planned(f)}; ${phrase.slipAndTolerance(f)}`,
  },
  stalled: { text: () => 'no movement over two check-ins, although the plan moves' },
  forecast: {
    text: (f) =>
      `at the pace since the start it finishes on ${f.day('finish')}, ${f.days('daysLate')} after its due date`,
  },
  'wait-overdue': {
    dated: true,
    text: (f) => `the wait for “${f.text('what')}” was due ${f.day('expectedBy')}${phrase.slipAndFloat(f)}`,
  },
  'early-warning': {
    dated: true,
    text: (f) => `${phrase.warner(f)} warned of ${f.days('slipDays')}${phrase.slipAndFloat(f)}`,
  },
  dependency: { joint: ' because ', text: phrase.pushedBy },
  'past-due': {
    dated: true,
    text: (f) => `${phrase.progress(f)}, ${f.days('days')} after its due date of ${f.day('due')}`,
  },
  'outside-band': { dated: true, text: (f) => phrase.outside(f, 'band’s limit') },
  'outside-hard-limit': { dated: true, text: (f) => phrase.outside(f, 'hard limit') },
  signal: { dated: true, text: phrase.signal },
  silent: {
    dated: true,
    text: (f) => `the report due ${f.day('report')} is missing; ${phrase.lastReading(f)}`,
  },
};
