import { z } from 'zod';
import { civilDate, instant, personRef, shownStatus, statusView } from './primitives.ts';
import { priceView } from './price-view.ts';
import { meetingView } from './recalibration-view.ts';

const point = z.object({ date: civilDate, value: z.number() });

/** What the chart draws. Dates are civil; values are in the KPI's unit. */
export const chartView = z.object({
  kind: z.enum(['reach', 'keep']),
  start: civilDate,
  due: civilDate,
  today: civilDate,
  /** The plan in force as drawn points (reach). */
  plan: z.array(point),
  planRevision: z.number().int(),
  /** Earlier plans, oldest first: the ghost lines. */
  ghosts: z.array(z.object({ revision: z.number().int(), since: civilDate, points: z.array(point) })),
  readings: z.array(
    z.object({
      date: civilDate,
      value: z.number(),
      plan: z.number().nullable(),
      by: z.string().nullable(),
      checkIn: z.string(),
    }),
  ),
  target: z.number().nullable(),
  band: z.object({
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    hardLower: z.number().nullable(),
    hardUpper: z.number().nullable(),
    naturalLower: z.number().nullable(),
    naturalUpper: z.number().nullable(),
  }),
  /** Null before 20 % of the planned duration; `from` says from when. */
  forecast: z.object({ halfChance: civilDate, likely: civilDate.nullable() }).nullable(),
  forecastFrom: civilDate.nullable(),
  /** Slip drawn as a bracket: from the day the plan stood there to the reading. */
  slip: z.object({ from: civilDate, to: civilDate, value: z.number(), days: z.number() }).nullable(),
  statusLane: z.array(z.object({ from: civilDate, status: shownStatus })),
  waitLane: z.array(
    z.object({ what: z.string(), since: civilDate, expectedBy: civilDate, endedOn: civilDate.nullable() }),
  ),
  decisions: z.array(z.object({ date: civilDate, label: z.string() })),
});

export const dependencyView = z.object({
  kpi: z.string().nullable(),
  name: z.string(),
  /** "Product, Dana Lindqvist; starts when this ends; float 0". */
  caption: z.string(),
  /** "Crosses from Risk & Compliance to Product", or null. */
  crossing: z.string().nullable(),
});

export const historyEntry = z.object({
  entry: z.number().int(),
  at: instant,
  kind: z.enum(['status', 'check-in', 'decision', 'plan', 'recalibration', 'created']),
  status: shownStatus.nullable(),
  /** "Check-in", "Decision", "Plan"… or the new status word. */
  label: z.string(),
  line: z.string(),
  caption: z.string(),
});

/** One KPI. SCREENS.md 03. */
export const kpiView = z
  .object({
    asOf: instant,
    timeZone: z.string(),
    kpi: z.object({
      id: z.string(),
      name: z.string(),
      unit: z.string(),
      kind: z.enum(['reach', 'keep']),
      owner: personRef,
      initiative: z.object({ id: z.string(), name: z.string() }).nullable(),
      /** Root first. */
      objectives: z.array(z.object({ id: z.string(), name: z.string() })),
      /** Plain facts: owner and function, initiative, "0 to 120 items, 2 Mar to 13 Apr", "Reports every Friday". */
      captions: z.array(z.string()),
    }),
    status: statusView,
    price: priceView,
    chart: chartView,
    meeting: z
      .object({
        recalibration: z.string(),
        line: z.string(),
        caption: z.string(),
        meeting: meetingView.nullable(),
        mayDecide: z.boolean(),
      })
      .nullable(),
    waitsFor: z.array(dependencyView),
    othersWait: z.array(dependencyView),
    history: z.array(historyEntry),
  })
  .meta({ id: 'Kpi' });

export type ChartView = z.infer<typeof chartView>;
export type DependencyView = z.infer<typeof dependencyView>;
export type HistoryEntry = z.infer<typeof historyEntry>;
export type KpiView = z.infer<typeof kpiView>;
