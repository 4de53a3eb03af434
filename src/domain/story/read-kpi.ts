import { type PlanFault, keepPlanFault, reachPlanFault } from '../plan-rules.ts';
import type { Cadence, KeepPlan, Kpi, PlanPoint, ReachPlan } from '../portfolio.ts';
import { startOfDay } from '../zoned-time.ts';
import { type Fields, type Reader, type Source, list, object, refuse } from './json-source.ts';
import {
  date,
  figure,
  figureIn,
  flag,
  idIn,
  minorUnits,
  oneOf,
  text,
  weekday,
  wholeIn,
} from './read-values.ts';

interface Known {
  readonly people: ReadonlySet<string>;
  readonly initiatives: ReadonlySet<string>;
}

/** A KPI without target, due date or owner is refused; so is a plan that cannot be followed. DESIGN.md 3.1. */
export function readKpi(known: Known): Reader<Kpi> {
  return (source) =>
    object(source, (f) => {
      const facts = {
        id: f.need('id', text),
        ...f.may('initiative', idIn(known.initiatives, 'initiative')),
        name: f.need('name', text),
        unit: f.need('unit', text),
        owner: f.need('owner', idIn(known.people, 'person')),
        cadence: f.need('cadence', readCadence),
        ...f.may('leading', flag),
        ...f.may('toleranceDays', figureIn(0, 3650)),
        ...f.may('step', figureIn(0, Infinity)),
      };
      return f.need('kind', oneOf(['reach', 'keep'])) === 'reach'
        ? { ...facts, ...readReach(f) }
        : { ...facts, ...readKeep(f) };
    });
}

export const readCadence: Reader<Cadence> = (source) =>
  object(source, (f) => {
    const every = f.need('every', oneOf(['week', 'fortnight', 'month']));
    if (every === 'month') return { every, on: f.need('on', wholeIn(1, 31)) };
    const on = f.need('on', (days) => (Array.isArray(days.value) ? list(weekday)(days) : [weekday(days)]));
    return on.length === 0 ? refuse(f.at('on'), 'must name at least one weekday') : { every, on };
  });

type ReachFields = Pick<Extract<Kpi, { kind: 'reach' }>, 'kind' | 'readings' | 'plan' | 'revisions'>;
type KeepFields = Pick<Extract<Kpi, { kind: 'keep' }>, 'kind' | 'breachPerWeek' | 'plan' | 'revisions'>;

function readReach(f: Fields): ReachFields {
  const readings = f.need('readings', oneOf(['level', 'increment']));
  const plan: ReachPlan = {
    baseline: f.need('baseline', figure),
    target: f.need('target', figure),
    start: f.need('start', date),
    due: f.need('due', date),
    points: f.or('points', list(readPoint), []),
  };
  refuseFault(f.source, reachPlanFault(plan));
  return { kind: 'reach', readings, plan, revisions: baselineOf(plan) };
}

function readKeep(f: Fields): KeepFields {
  const plan: KeepPlan = {
    ...f.may('lower', figure),
    ...f.may('upper', figure),
    ...f.may('hardLower', figure),
    ...f.may('hardUpper', figure),
    start: f.need('start', date),
    due: f.need('due', date),
  };
  refuseFault(f.source, keepPlanFault(plan));
  return { kind: 'keep', ...f.may('breachPerWeek', minorUnits), plan, revisions: baselineOf(plan) };
}

export const readPoint: Reader<PlanPoint> = (source) =>
  object(source, (f) => ({ date: f.need('date', date), value: f.need('value', figure) }));

function baselineOf<P extends ReachPlan | KeepPlan>(plan: P) {
  return [{ revision: 1, at: startOfDay(plan.start, 'UTC'), plan }];
}

function refuseFault(source: Source, fault: PlanFault | null): void {
  if (fault) refuse({ path: `${source.path}.${fault.field}` }, fault.rule);
}
