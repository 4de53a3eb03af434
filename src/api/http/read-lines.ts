import { z } from 'zod';
import type { ROUTES } from '../../contract/routes.ts';
import type { FieldProblem } from '../../contract/problem.ts';
import { faultOf } from './fault-of.ts';
import type { ReadLine } from './handler.ts';

/** The list of a body whose items are judged one by one. */
export type LineList = Extract<(typeof ROUTES)[keyof typeof ROUTES], { readonly lines: object }>['lines'];

/** The body's schema with any items in its list: bounds and the other fields still hold. */
export function withAnyLines(body: z.ZodObject, { field }: LineList): z.ZodObject {
  const list = body.shape[field] as z.ZodArray;
  return body.extend({ [field]: new z.ZodArray({ ...list.def, element: z.unknown() }) });
}

/** Reads each item by itself; a broken one keeps its place and says what is wrong (DESIGN.md 4, Errors). */
export function readLines(
  items: readonly unknown[],
  { field, schema }: LineList,
): readonly ReadLine<unknown>[] {
  return items.map((item, index) => {
    const read = schema.safeParse(item);
    if (read.success) return { index, line: read.data };
    const errors: readonly FieldProblem[] = read.error.issues.map((issue) =>
      faultOf({ ...issue, path: [field, index, ...issue.path] }, ''),
    );
    return {
      index,
      spoiled: { ref: named(item, 'ref'), kpi: named(item, 'kpi'), name: named(item, 'name'), errors },
    };
  });
}

/** As much as an answer may repeat of what cannot be trusted. */
const MOST_REPEATED = 200;

function named(item: unknown, field: 'ref' | 'kpi' | 'name'): string {
  const value =
    typeof item === 'object' && item !== null && field in item
      ? (item as Record<string, unknown>)[field]
      : '';
  return typeof value === 'string' ? value.slice(0, MOST_REPEATED).toWellFormed() : '';
}
