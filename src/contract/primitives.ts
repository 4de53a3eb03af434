import { z } from 'zod';
import { isCivilDate } from '../domain/civil-date.ts';
import { REASON_CODES } from '../domain/status.ts';

/** Shapes that every other schema is made of. */

/** A civil date, `YYYY-MM-DD`. */
export const civilDate = z
  .string()
  .refine(isCivilDate, { error: 'a date is YYYY-MM-DD and must exist in the calendar' });

/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/** Our own ids and those of the story format. */
export const id = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[\w.:~-]+$/, { error: 'an id has letters, digits, dot, colon, tilde, dash and underscore only' });

/** Turns the direction of whatever follows: a name could make the sentence around it read backwards. */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu;

/** User text of several lines: trimmed, bounded, without control characters. */
export function text(max: number) {
  return bounded(
    z.string().overwrite((given) => given.replaceAll(DIRECTION_CONTROLS, '')),
    max,
  );
}

/** A name or other user text that stands inside sentences and subjects: as `text`, on one line. */
export function line(max: number) {
  return bounded(
    z.string().overwrite((given) => given.replaceAll(DIRECTION_CONTROLS, '').replaceAll(/\s+/gu, ' ')),
    max,
  );
}

function bounded(given: z.ZodString, max: number) {
  return given
    .trim()
    .min(1, { error: 'There is no text.' })
    .max(max, { error: `This is longer than ${max} characters.` })
    .regex(/^[^\p{Cc}]*(?:[\t\n\r][^\p{Cc}]*)*$/u, {
      error: 'There is a control character in this text. Type it again.',
    });
}

export const finite = z
  .number({ error: 'This is not a number.' })
  .min(-1e15, { error: 'This number is too small.' })
  .max(1e15, { error: 'This number is too large.' });

/** Integer minor units of the tenant's currency. */
export const minorUnits = z.number().int();

/** What a person reads: the computed status, or why there is none yet. */
export const shownStatus = z.enum(['green', 'yellow', 'red', 'silent', 'not-started', 'stopped']);

export const reasonCode = z.enum(REASON_CODES);

/** A sentence in pieces, so that a screen can make amounts strong and link names. */
export const richText = z.array(
  z.object({
    text: z.string(),
    strong: z.literal(true).optional(),
    kpi: z.string().optional(),
  }),
);

export const personRef = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string().optional(),
  function: z.string().optional(),
});

export const reasonView = z.object({
  code: reasonCode,
  sentence: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** Status with its first reason, as shown beside a name anywhere. */
export const statusView = z.object({
  status: shownStatus,
  since: instant.nullable(),
  reasons: z.array(reasonView),
  slip: z.number(),
  float: z.number().nullable(),
  floatLeft: z.number().nullable(),
  room: z.number().nullable(),
  forecastFinish: civilDate.nullable(),
  reviewAt: instant.nullable(),
});

export type ShownStatus = z.infer<typeof shownStatus>;
export type RichText = z.infer<typeof richText>;
export type PersonRef = z.infer<typeof personRef>;
export type ReasonView = z.infer<typeof reasonView>;
export type StatusView = z.infer<typeof statusView>;
