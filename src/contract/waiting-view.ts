import { z } from 'zod';
import { civilDate, instant, personRef, richText, statusView } from './primitives.ts';
import { meetingView } from './recalibration-view.ts';

/** One thing that waits for the reader. SCREENS.md 01. */
export const waitingItem = z.object({
  kind: z.enum(['decision', 'review', 'report', 'help-requested']),
  kpi: z.object({ id: z.string(), name: z.string() }),
  recalibration: z.string().nullable(),
  status: statusView,
  /** "was Yellow at the decision" for reviews. */
  statusNote: z.string().nullable(),
  dueAt: instant.nullable(),
  /** "Decide by Fri 13 Mar, 10:45". */
  deadline: z.string(),
  /** The price sentence, or the line that says what waits. */
  sentence: richText,
  reason: z.string(),
  cost: z.number().int().nullable(),
  owner: personRef,
  hurts: z.array(z.object({ person: personRef, because: z.string() })),
  meeting: meetingView.nullable(),
  meetingNote: z.string().nullable(),
  mayDecide: z.boolean(),
});

export const waitingView = z
  .object({
    asOf: instant,
    timeZone: z.string(),
    /** "Three things wait for you". */
    title: z.string(),
    /** Dearest first. */
    items: z.array(waitingItem),
    /** Shown when nothing waits: "Nothing waits for you. Your next report is due Fri 13 Mar." */
    empty: z.string(),
    week: z.array(
      z.object({ date: civilDate, line: z.string(), caption: z.string(), link: z.string().nullable() }),
    ),
    weekNote: z.string().nullable(),
    warnedEarly: z.array(z.object({ person: personRef, caption: z.string(), sentence: z.string() })),
  })
  .meta({ id: 'Waiting' });

export type WaitingItem = z.infer<typeof waitingItem>;
export type WaitingView = z.infer<typeof waitingView>;
