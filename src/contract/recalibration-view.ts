import { z } from 'zod';
import { civilDate, finite, id, instant, line, personRef, richText, statusView, text } from './primitives.ts';
import { priceView } from './price-view.ts';

export const meetingView = z.object({
  start: instant,
  end: instant,
  /** Attendees' zone for show. */
  timeZone: z.string(),
  concessions: z.array(z.string()),
  joinUrl: z.string().optional(),
});

export const attendeeView = z.object({
  person: personRef,
  optional: z.boolean(),
  /** "decides: owns Regulatory audit passed", "Launch gates passed starts when it ends". */
  why: z.string(),
});

export const decisionView = z.object({
  id: z.string(),
  at: instant,
  by: personRef,
  kind: z.enum(['stop', 'reallocate', 'pivot', 'hold']),
  reason: z.string(),
  reviewDate: civilDate,
  commitDate: civilDate.optional(),
  /** "Reallocate: two people from Build the lending features, 16 to 27 Mar". */
  summary: z.string(),
  /** Whole days from the change to the decision. */
  latencyDays: z.number(),
  statusThen: z.string(),
  /** Null until the review date. */
  worked: z.boolean().nullable(),
});

/** The column it stands in follows from facts. */
export const recalibrationColumn = z.enum(['booked', 'held', 'decided', 'reviewed']);

/** A card on the Recalibrations page. */
export const recalibrationCard = z.object({
  id: z.string(),
  column: recalibrationColumn,
  revision: z.number().int(),
  kpi: z.object({ id: z.string(), name: z.string() }),
  status: statusView,
  priceShort: z.string(),
  /** "Wait for the export, 2 days over", or the decision. */
  headline: z.string(),
  helpRequested: z.boolean(),
  openedAt: instant,
  decideBy: instant.nullable(),
  overdue: z.boolean(),
  meeting: meetingView.nullable(),
  decisionMaker: personRef,
  decision: decisionView.nullable(),
});

export const recalibrationsView = z
  .object({
    asOf: instant,
    sentence: richText,
    medianDays: z.number().nullable(),
    cards: z.array(recalibrationCard),
    /** Days from change to decision; open ones run until now. */
    latency: z.array(
      z.object({
        recalibration: z.string(),
        name: z.string(),
        at: instant,
        days: z.number(),
        open: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Recalibrations' });

/** Everything the decision form needs. SCREENS.md 06. */
export const recalibrationView = z
  .object({
    asOf: instant,
    card: recalibrationCard,
    price: priceView,
    /** Labelled facts in order: Decide by, Reading, Float, Waits for, Due. */
    facts: z.array(z.object({ label: z.string(), value: z.string(), strong: z.boolean() })),
    attendees: z.array(attendeeView),
    /** "On Fri 13 Mar at 10:45 the decision goes to Erika Brandt, with a new meeting." */
    otherwise: z.string(),
    /** Initiatives that people or money can come from, with what taking from them costs. */
    sources: z.array(
      z.object({
        initiative: z.string(),
        name: z.string(),
        kpi: z.string().nullable(),
        sentence: z.string(),
      }),
    ),
    /** For Stop. */
    stopConsequence: z.string(),
    plan: z.object({
      kind: z.enum(['reach', 'keep']),
      due: civilDate,
      target: z.number().nullable(),
      unit: z.string(),
    }),
    mayDecide: z.boolean(),
    /** Why not, where `mayDecide` is false. */
    refusal: z.string().nullable(),
    earliestReview: civilDate,
    suggestedReview: civilDate,
  })
  .meta({ id: 'Recalibration' });

const decisionBase = {
  reason: text(2000),
  reviewDate: civilDate,
  plan: z
    .object({
      due: civilDate.optional(),
      target: finite.optional(),
      upper: finite.optional(),
      lower: finite.optional(),
    })
    .optional(),
};

/** The decision form's body. Who decided is the caller; authority is checked. DESIGN.md 3.9. */
export const decisionRequest = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('stop'), ...decisionBase, freed: z.array(id).max(50).optional() }),
    z.object({
      kind: z.literal('reallocate'),
      ...decisionBase,
      from: id,
      what: line(200),
      fromDate: civilDate,
      untilDate: civilDate.optional(),
    }),
    z.object({ kind: z.literal('pivot'), ...decisionBase }),
    z.object({ kind: z.literal('hold'), ...decisionBase, commitDate: civilDate }),
  ])
  .meta({ id: 'DecisionRequest' });

export const decisionReceipt = z.object({
  entry: z.number().int(),
  decision: decisionView,
  sentence: z.string(),
});

export type MeetingView = z.infer<typeof meetingView>;
export type AttendeeView = z.infer<typeof attendeeView>;
export type DecisionView = z.infer<typeof decisionView>;
export type RecalibrationCard = z.infer<typeof recalibrationCard>;
export type RecalibrationsView = z.infer<typeof recalibrationsView>;
export type RecalibrationView = z.infer<typeof recalibrationView>;
export type DecisionRequest = z.infer<typeof decisionRequest>;
export type DecisionReceipt = z.infer<typeof decisionReceipt>;
