import { z } from 'zod';
import { civilDate, minorUnits, personRef, richText } from './primitives.ts';

export const moveView = z.object({
  id: z.string(),
  kind: z.enum(['kpi', 'objective']),
  name: z.string(),
  owner: personRef,
  from: civilDate,
  to: civilDate,
  cost: minorUnits.nullable(),
});

/** What a delay of one KPI costs: the sentence first, the table after. DESIGN.md 3.7. */
export const priceView = z
  .object({
    kpi: z.string(),
    days: z.number().int(),
    sentence: z.string(),
    parts: richText,
    /** One line of context: float left, or what the forecast alone costs. */
    context: z.string(),
    /** The range beside the price: what it costs with an even chance, and in four cases of five. Null: not told. */
    range: z.string().nullable(),
    /** What stands in a table cell: `€120,000`, `nothing yet` or `no price`. */
    short: z.string(),
    cost: minorUnits.nullable(),
    moves: z.array(moveView),
    owners: z.array(personRef),
    room: z.number(),
    used: z.number(),
    alreadyLost: minorUnits,
  })
  .meta({ id: 'Price' });

export type MoveView = z.infer<typeof moveView>;
export type PriceView = z.infer<typeof priceView>;
