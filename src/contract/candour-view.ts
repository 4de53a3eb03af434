import { z } from 'zod';
import { instant, personRef, richText, shownStatus } from './primitives.ts';

const kpiRef = z.object({ id: z.string(), name: z.string() });

/** An early warning and what it was worth. Thanks, never a ranking. DESIGN.md 3.10. */
export const warningLine = z.object({
  checkIn: z.string(),
  kpi: kpiRef,
  /** "Warned on 10 Mar of a slip of 10 days: two interfaces need the vendor." */
  said: z.string(),
  /** "Oskar Nyström · Still Green by number". */
  caption: z.string(),
  state: z.enum(['open', 'seen', 'averted']),
  /** Days of notice before the numbers showed it; null while open, and where they never did. */
  noticeDays: z.number().int().nullable(),
  /** "open", "14 days", "averted". */
  outcome: z.string(),
  /** "help on Fri 13 Mar", "of notice"; empty where nothing is to be added. */
  outcomeNote: z.string(),
});

export const silenceLine = z.object({
  kpi: kpiRef,
  since: instant,
  /** "since today". */
  sinceWords: z.string(),
  sentence: z.string(),
  caption: z.string(),
  owner: personRef,
  /** Mail to the owner; null where no address is known. */
  ask: z.string().nullable(),
});

export const objectionLine = z.object({
  checkIn: z.string(),
  kpi: kpiRef,
  /** What the rules said when it was made; the objection stands beside it. */
  statusThen: shownStatus,
  said: z.string(),
  /** "open until 20 Mar", "was right", "was not right". */
  outcome: z.string(),
  held: z.boolean().nullable(),
});

/** A plan that was changed and by that turned green. DESIGN.md 3.10. */
export const redatedLine = z.object({
  decision: z.string(),
  kpi: kpiRef,
  status: shownStatus,
  sentence: z.string(),
});

/** Early warnings, silence, objections, re-dated to green. SCREENS.md 07. */
export const candourView = z
  .object({
    asOf: instant,
    sentence: richText,
    /** Newest first. */
    warnings: z.array(warningLine),
    redated: z.array(redatedLine),
    /** Longest first. */
    silences: z.array(silenceLine),
    /** "11 of 12 KPIs have every report that was due." */
    silenceNote: z.string(),
    /** Newest first. */
    objections: z.array(objectionLine),
  })
  .meta({ id: 'Candour' });

export type CandourView = z.infer<typeof candourView>;
export type WarningLine = z.infer<typeof warningLine>;
export type SilenceLine = z.infer<typeof silenceLine>;
export type ObjectionLine = z.infer<typeof objectionLine>;
export type RedatedLine = z.infer<typeof redatedLine>;
