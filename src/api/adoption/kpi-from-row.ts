import type { z } from 'zod';
import type { adoptionRow } from '../../contract/adoption.ts';
import { type CivilDate } from '../../domain/civil-date.ts';
import { keepPlanFault, reachPlanFault } from '../../domain/plan-rules.ts';
import type { Cadence, KeepPlan, Kpi, PersonId, PlanRevision, ReachPlan } from '../../domain/portfolio.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { Instant } from '../../domain/zoned-time.ts';

export type AdoptionInput = z.output<typeof adoptionRow>;

/** What a row lacks or gets wrong: the row's field, the rule and a sentence. */
export interface RowFault {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

export interface Adoption {
  readonly owner: PersonId;
  readonly by: PersonId;
  readonly at: Instant;
  /** The owner's day. */
  readonly today: CivilDate;
  readonly initiative: string | undefined;
}

/** Reports fall due every Friday where the sheet says nothing. */
export const DEFAULT_CADENCE: Cadence = { every: 'week', on: ['friday'] };

/**
 * The KPI a row describes. Defaults, told to the sender in `hint`: it starts today, from 0, and reports every Friday. A
 * KPI without a name, a target or a due date is refused, and so is a plan nobody could follow (DESIGN.md 3.1).
 */
export function kpiFromRow(row: AdoptionInput, adoption: Adoption): Result<Kpi, readonly RowFault[]> {
  const missing = missingIn(row);
  if (missing.length > 0) return err(missing);
  const facts = {
    id: row.id,
    ...(adoption.initiative === undefined ? {} : { initiative: adoption.initiative }),
    name: row.name ?? '',
    unit: row.unit ?? '',
    owner: adoption.owner,
    cadence: row.cadence ?? DEFAULT_CADENCE,
  };
  if (row.kind === 'keep') {
    const plan = keepPlan(row, adoption.today);
    const fault = keepPlanFault(plan);
    return fault
      ? err([planFault(fault)])
      : ok({ ...facts, kind: 'keep', plan, revisions: [first(plan, adoption)] });
  }
  const plan = reachPlan(row, adoption.today);
  const fault = reachPlanFault(plan);
  if (fault) return err([planFault(fault)]);
  return ok({ ...facts, kind: 'reach', readings: row.readings, plan, revisions: [first(plan, adoption)] });
}

/** What was not in the sheet and was filled in; null when nothing was. */
export function hintFor(row: AdoptionInput): string | null {
  const defaults = [
    ...(row.start === undefined ? ['starts today'] : []),
    ...(row.kind === 'reach' && row.baseline === undefined ? ['begins at 0'] : []),
    ...(row.cadence === undefined ? ['reports every Friday'] : []),
  ];
  return defaults.length === 0 ? null : `The sheet does not say: this KPI ${defaults.join(', ')}.`;
}

function missingIn(row: AdoptionInput): readonly RowFault[] {
  const missing = (field: string, message: string): RowFault => ({ field, rule: `no-${field}`, message });
  return [
    ...(row.name === undefined ? [missing('name', 'There is no name.')] : []),
    ...(row.due === undefined
      ? [missing('due', 'There is no due date. A KPI without one cannot be late.')]
      : []),
    ...(row.kind === 'reach' && row.target === undefined
      ? [missing('target', 'There is no target. A KPI without one cannot be measured.')]
      : []),
  ];
}

function reachPlan(row: AdoptionInput, today: CivilDate): ReachPlan {
  return {
    baseline: row.baseline ?? 0,
    target: row.target ?? 0,
    start: row.start ?? today,
    due: row.due ?? today,
    points: [],
  };
}

function keepPlan(row: AdoptionInput, today: CivilDate): KeepPlan {
  return {
    ...(row.lower === undefined ? {} : { lower: row.lower }),
    ...(row.upper === undefined ? {} : { upper: row.upper }),
    start: row.start ?? today,
    due: row.due ?? today,
  };
}

function first<P>(plan: P, { at, by }: Adoption): PlanRevision<P> {
  return { revision: 1, at, by, plan };
}

function planFault({ field, rule }: { readonly field: string; readonly rule: string }): RowFault {
  return { field, rule: 'broken-plan', message: `${FIELD_WORDS[field] ?? 'The plan'} ${rule}.` };
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  due: 'The due date',
  target: 'The target',
  upper: 'The upper limit',
  lower: 'The lower limit',
};
