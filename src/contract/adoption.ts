import { z } from 'zod';
import { WEEKDAYS } from '../domain/working-time.ts';
import { civilDate, finite, id, line, personRef, richText, statusView } from './primitives.ts';
import { fieldProblemSchema } from './problem.ts';

export const cadenceSchema = z.union([
  z.object({ every: z.enum(['week', 'fortnight']), on: z.array(z.enum(WEEKDAYS)).min(1).max(7) }),
  z.object({ every: z.literal('month'), on: z.number().int().min(1).max(31) }),
]);

/** One row of the manager's sheet. Absent fields are reported by name, never guessed. */
export const adoptionRow = z.object({
  ref: z.string().max(200),
  /** Chosen by the sender once per row; becomes part of the key column. */
  id: z.uuid(),
  name: line(200).optional(),
  /** As typed in the sheet: a name or a mail address. */
  owner: line(200).optional(),
  /** A person chosen in the pane; wins over `owner`. */
  ownerId: id.optional(),
  unit: line(40).optional(),
  kind: z.enum(['reach', 'keep']).default('reach'),
  readings: z.enum(['level', 'increment']).default('level'),
  baseline: finite.optional(),
  target: finite.optional(),
  lower: finite.optional(),
  upper: finite.optional(),
  start: civilDate.optional(),
  due: civilDate.optional(),
  cadence: cadenceSchema.optional(),
});

export const adoptionRequest = z
  .object({
    workbook: id,
    dryRun: z.boolean().default(false),
    /** The initiative these KPIs measure; absent: they stand alone. */
    initiative: id.optional(),
    rows: z.array(adoptionRow).min(1).max(2000),
  })
  .meta({ id: 'AdoptionRequest' });

export const adoptionOutcome = z.discriminatedUnion('outcome', [
  z.object({
    /** `created`: new KPI. `linked`: a KPI of this name and owner exists already; the row is tied to it. */
    outcome: z.enum(['created', 'linked']),
    ref: z.string(),
    /** What the key column holds; null in a dry run for new ones. */
    kpi: z.string().nullable(),
    name: z.string(),
    owner: personRef,
    status: statusView,
    hint: z.string().nullable(),
  }),
  z.object({
    outcome: z.literal('refused'),
    ref: z.string(),
    name: z.string(),
    errors: z.array(fieldProblemSchema).min(1),
  }),
]);

export const adoptionReceipt = z
  .object({ dryRun: z.boolean(), outcomes: z.array(adoptionOutcome) })
  .meta({ id: 'AdoptionReceipt' });

/** How a workbook reads: kept on the server, so that it survives sorting, renaming and a second manager. */
export const mappingSchema = z
  .object({
    sheet: z.string().max(255),
    orientation: z.enum(['records_in_rows', 'records_in_columns', 'metrics_in_columns_periods_in_rows']),
    headerRow: z.number().int().min(1),
    firstRow: z.number().int().min(1),
    lastRow: z.number().int().min(1),
    /** Field to column letter, with the header text that column had. */
    columns: z
      .record(z.string().max(60), z.object({ column: z.string().max(8), header: z.string().max(500) }))
      .refine((columns) => Object.keys(columns).length <= 100, { error: 'at most 100 fields' }),
    periods: z
      .array(z.object({ column: z.string().max(8), header: z.string().max(500), date: civilDate }))
      .max(1000),
    keyColumn: z.string().max(8),
    verdictColumn: z.string().max(8),
  })
  .meta({ id: 'Mapping' });

/** What the pane needs to show "what changed since last time" and to write verdicts. */
export const workbookView = z
  .object({
    workbook: z.string(),
    mapping: mappingSchema.nullable(),
    kpis: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        unit: z.string(),
        owner: personRef,
        mine: z.boolean(),
        status: statusView,
        /** At most 70 characters, for the sheet. */
        why: z.string(),
        priceShort: z.string(),
        nextStep: z.string(),
        lastReading: z.object({ date: civilDate, value: z.number(), entry: z.number().int() }).nullable(),
        /** What was accepted for each day, oldest first: an older cell that differs corrects it. */
        readings: z.array(z.object({ date: civilDate, value: z.number() })),
        waits: z.array(
          z.object({ what: z.string(), kind: z.string(), since: civilDate, expectedBy: civilDate }),
        ),
        reportDue: civilDate.nullable(),
        consequence: richText,
        recalibration: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Workbook' });

export type AdoptionRow = z.input<typeof adoptionRow>;
export type AdoptionRequest = z.input<typeof adoptionRequest>;
export type AdoptionOutcome = z.infer<typeof adoptionOutcome>;
export type AdoptionReceipt = z.infer<typeof adoptionReceipt>;
export type Mapping = z.infer<typeof mappingSchema>;
export type WorkbookView = z.infer<typeof workbookView>;
