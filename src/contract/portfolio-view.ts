import { z } from 'zod';
import { FINDING_CODES } from '../domain/set-up-finding.ts';
import { civilDate, instant, personRef, richText, shownStatus, statusView } from './primitives.ts';
import { priceView } from './price-view.ts';

const nextMeeting = z.object({
  recalibration: z.string(),
  /** "Thu 12 Mar, 10:00" or "Review 20 Mar". */
  line: z.string(),
  /** "overdue, one level up", "help requested", "decided". */
  note: z.string().nullable(),
});

/** One row of the treegrid: an objective or a KPI, two lines each. */
export const treeRow = z.object({
  id: z.string(),
  kind: z.enum(['objective', 'kpi']),
  level: z.number().int(),
  parent: z.string().nullable(),
  name: z.string(),
  /** "Erika Brandt · 1 Yellow, 1 Green, 1 not started" or "Mandatory regulatory audit · Sam Castellano". */
  caption: z.string(),
  owner: personRef,
  functions: z.array(z.string()),
  status: statusView,
  decidedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Two more weeks: amount in minor units for sorting, words for show. */
  price: z.object({ cost: z.number().int().nullable(), short: z.string() }),
  due: civilDate,
  nextMeeting: nextMeeting.nullable(),
});

/** A KPI that left Green and has a price. */
export const costRow = z.object({
  kpi: z.string(),
  name: z.string(),
  status: statusView,
  caption: z.string(),
  price: priceView,
  happens: z.string(),
  hurts: z.array(personRef),
  decides: personRef.nullable(),
  when: z.string(),
});

export const matrixEntry = z.object({
  initiative: z.string(),
  name: z.string(),
  kpi: z.string().nullable(),
  status: shownStatus,
  risk: z.enum(['severe', 'high', 'medium', 'low']),
  /** Other functions it directly depends on or serves. */
  reach: z.enum(['none', 'one', 'two-or-more']),
  leftGreen: z.boolean(),
  price: z.object({ cost: z.number().int().nullable(), short: z.string() }),
});

/** Something in the set-up to look at; never a refusal. */
export const findingView = z.object({
  code: z.enum(FINDING_CODES),
  sentence: richText,
});

/** The ten-second answer. SCREENS.md 02. */
export const portfolioView = z
  .object({
    asOf: instant,
    timeZone: z.string(),
    currency: z.string(),
    sentence: richText,
    costs: z.array(costRow),
    /** KPIs that left Green and cost nothing yet, as one line; empty when there are none. */
    costless: richText,
    rows: z.array(treeRow),
    matrix: z.array(matrixEntry),
    functions: z.array(z.string()),
    /** What cannot work first. */
    findings: z.array(findingView),
  })
  .meta({ id: 'Portfolio' });

export type TreeRow = z.infer<typeof treeRow>;
export type CostRow = z.infer<typeof costRow>;
export type MatrixEntry = z.infer<typeof matrixEntry>;
export type FindingView = z.infer<typeof findingView>;
export type PortfolioView = z.infer<typeof portfolioView>;
