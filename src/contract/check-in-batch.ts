import { z } from 'zod';
import { civilDate, finite, id, instant, personRef, line, richText, statusView, text } from './primitives.ts';
import { fieldProblemSchema } from './problem.ts';

/** One changed row of the sheet. `ref` is the sender's own name for the line, e.g. its cell. */
export const checkInLine = z.object({
  ref: z.string().max(200),
  /** Chosen by the sender once per reading; the same id twice is one entry. */
  id: z.uuid(),
  kpi: id,
  date: civilDate,
  value: finite,
  waitingOn: z
    .object({ what: line(200), kind: line(60), since: civilDate, expectedBy: civilDate })
    .optional(),
  waitOver: z.union([z.literal(true), line(200)]).optional(),
  earlyWarning: z.object({ slipDays: z.number().int().min(0).max(3650), because: text(500) }).optional(),
  objection: z.object({ claim: text(500), byDate: civilDate }).optional(),
  /** True: this corrects the accepted reading of the same date. */
  corrects: z.boolean().optional(),
});

export const checkInBatch = z
  .object({
    workbook: id.optional(),
    /** Computes everything, stores nothing. */
    dryRun: z.boolean().default(false),
    lines: z.array(checkInLine).min(1).max(1000),
  })
  .meta({ id: 'CheckInBatch' });

const verdict = z.object({
  before: statusView,
  after: statusView,
  /** "11 items" with the unit; the value before, or null. */
  previousValue: z.number().nullable(),
  previousDate: civilDate.nullable(),
  /** What this does: "If the export is not here by Mon 9 Mar, this turns Yellow on Wed 11 Mar." */
  consequence: richText,
  /** Booked or to be booked; null when none. */
  meeting: z
    .object({
      recalibration: z.string().nullable(),
      line: z.string(),
      caption: z.string(),
      start: instant.nullable(),
      decisionMaker: personRef,
    })
    .nullable(),
});

export const checkInOutcome = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('accepted'),
    ref: z.string(),
    kpi: z.string(),
    /** Ledger sequence; null in a dry run. */
    entry: z.number().int().nullable(),
    verdict,
  }),
  z.object({
    outcome: z.literal('repeated'),
    ref: z.string(),
    kpi: z.string(),
    entry: z.number().int(),
    verdict,
  }),
  z.object({
    outcome: z.literal('refused'),
    ref: z.string(),
    kpi: z.string(),
    errors: z.array(fieldProblemSchema).min(1),
  }),
]);

export const checkInReceipt = z
  .object({
    at: instant,
    dryRun: z.boolean(),
    outcomes: z.array(checkInOutcome),
    /** "One meeting will be booked: Fraud losses, today before 17:00." */
    footer: z.string(),
  })
  .meta({ id: 'CheckInReceipt' });

export type CheckInLine = z.infer<typeof checkInLine>;
export type CheckInBatch = z.input<typeof checkInBatch>;
export type CheckInOutcome = z.infer<typeof checkInOutcome>;
export type CheckInReceipt = z.infer<typeof checkInReceipt>;
