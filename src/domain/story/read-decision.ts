import type { Decision, DecisionChoice } from '../decision.ts';
import type { KeepPlan, ReachPlan } from '../portfolio.ts';
import { assertNever } from '../result.ts';
import type { TimeZone } from '../zoned-time.ts';
import { type Fields, type Reader, list, object } from './json-source.ts';
import { readPoint } from './read-kpi.ts';
import { date, figure, idIn, oneOf, text } from './read-values.ts';
import { time } from './story-time.ts';

export interface DecisionIds {
  readonly people: ReadonlySet<string>;
  readonly kpis: ReadonlySet<string>;
  readonly initiatives: ReadonlySet<string>;
}

export function decisionReader(known: DecisionIds, zone: TimeZone): Reader<Decision> {
  return (source) =>
    object(source, (f) => {
      // Any kind may carry a commit date; only `hold` is bound by it.
      f.at('commitDate');
      const [at, cause] = [f.need('at', time(zone)), f.need('cause', idIn(known.kpis, 'KPI'))];
      return {
        id: `decision:${cause}@${new Date(at).toISOString()}`,
        at,
        cause,
        by: f.need('by', idIn(known.people, 'person')),
        choice: readChoice(f, known),
        reason: f.need('reason', text),
        reviewDate: f.need('reviewDate', date),
        ...f.may('plan', readPlanChange),
      };
    });
}

function readChoice(f: Fields, known: DecisionIds): DecisionChoice {
  const initiative = idIn(known.initiatives, 'initiative');
  const kind = f.need('kind', oneOf(['stop', 'reallocate', 'pivot', 'hold']));
  switch (kind) {
    case 'stop':
      return {
        kind,
        ...f.may('initiative', initiative),
        ...f.may('freed', list(idIn(known.people, 'person'))),
      };
    case 'reallocate':
      return {
        kind,
        ...f.may('from', initiative),
        ...f.may('what', text),
        ...f.may('fromDate', date),
        ...f.may('untilDate', date),
      };
    case 'pivot':
      return { kind };
    case 'hold':
      return { kind, ...f.may('commitDate', date) };
    default:
      return assertNever(kind);
  }
}

/** The plan fields that change; whether the whole plan still works is the decision's rule, not the format's. */
const readPlanChange: Reader<Partial<ReachPlan> | Partial<KeepPlan>> = (source) =>
  object(source, (f) => ({
    ...f.may('baseline', figure),
    ...f.may('target', figure),
    ...f.may('start', date),
    ...f.may('due', date),
    ...f.may('points', list(readPoint)),
    ...f.may('lower', figure),
    ...f.may('upper', figure),
    ...f.may('hardLower', figure),
    ...f.may('hardUpper', figure),
  }));
