import { type CivilDate, isCivilDate } from './civil-date.ts';
import { planAfter } from './decision-effect.ts';
import type { Decision } from './decision.ts';
import type { Facts } from './facts.ts';
import { calendarOf, decidersOf, kpiOf } from './people.ts';
import { keepPlanFault, reachPlanFault } from './plan-rules.ts';
import type { Kpi, KpiId, PersonId } from './portfolio.ts';
import { type Recalibration, isCovering, isOpen } from './recalibration.ts';
import { type Result, err, ok } from './result.ts';
import { isInstant, localDate } from './zoned-time.ts';

/** Why a decision is not accepted, with the field to mend. */
export type DecisionRefusal =
  | { readonly code: 'unknown-kpi'; readonly field: 'cause' }
  | { readonly code: 'unknown-recalibration'; readonly field: 'recalibration' }
  | { readonly code: 'not-a-time'; readonly field: 'at' }
  | { readonly code: 'not-a-date'; readonly field: DecisionDate }
  | { readonly code: 'unknown-initiative'; readonly field: 'initiative' | 'from' }
  | { readonly code: 'no-authority'; readonly field: 'by'; readonly deciders: readonly PersonId[] }
  | { readonly code: 'no-reason'; readonly field: 'reason' }
  | { readonly code: 'review-not-ahead'; readonly field: 'reviewDate'; readonly today: CivilDate }
  | { readonly code: 'no-commit-date'; readonly field: 'commitDate' }
  | { readonly code: 'commit-date-passed'; readonly field: 'commitDate'; readonly today: CivilDate }
  | { readonly code: 'nothing-to-stop'; readonly field: 'kind' }
  | { readonly code: 'no-plan'; readonly field: 'plan' }
  | { readonly code: 'broken-plan'; readonly field: string; readonly rule: string };

type DecisionDate = 'reviewDate' | 'commitDate' | 'fromDate' | 'untilDate';

/**
 * Whether a decision may be accepted (DESIGN.md 3.9): by somebody with authority, with a reason, a review date after
 * today and what its kind needs: `hold` a commit date, `pivot` a plan, `stop` an initiative. A changed plan must be
 * one that set-up would accept; dates and moments must exist. Today is the KPI owner's.
 */
export function checkDecision(decision: Decision, facts: Facts): Result<Decision, DecisionRefusal> {
  const kpi = kpiOf(facts.portfolio, decision.cause);
  if (!kpi) return err({ code: 'unknown-kpi', field: 'cause' });
  if (!isInstant(decision.at)) return err({ code: 'not-a-time', field: 'at' });
  const open = recalibrationFor(facts.recalibrations, decision);
  if (decision.recalibration !== undefined && open === undefined) {
    return err({ code: 'unknown-recalibration', field: 'recalibration' });
  }
  const today = localDate(decision.at, calendarOf(facts.portfolio, kpi.owner).timeZone);
  const refusal =
    authorityRefusal(decision, facts, open) ??
    dateRefusal(decision) ??
    formRefusal(decision, today) ??
    initiativeRefusal(decision, facts) ??
    planRefusal(decision, kpi);
  return refusal ? err(refusal) : ok(decision);
}

/**
 * The recalibration a decision ends: the one it names, else that of its cause, else one its cause has joined. With
 * none open it is decided once more what a decision still covers.
 */
export function recalibrationFor(
  recalibrations: readonly Recalibration[],
  { recalibration: id, cause, at }: Decision,
): Recalibration | undefined {
  const open = recalibrations.filter(isOpen);
  const covering = recalibrations.filter((one) => isCovering(one, at));
  if (id !== undefined) return [...open, ...covering].find((one) => one.id === id && isAbout(one, cause));
  return (
    open.find((one) => one.cause === cause) ??
    open.find(({ covers }) => covers.includes(cause)) ??
    covering.findLast((one) => one.cause === cause)
  );
}

/** Whoever may decide about one KPI shall not end what is about another. */
function isAbout(one: Recalibration, kpi: KpiId): boolean {
  return one.cause === kpi || one.covers.includes(kpi);
}

/** Its decision maker, and the owners of the objectives above the KPI, whatever level the case has reached. */
export function whoMayDecide(
  facts: Facts,
  cause: string,
  open: Recalibration | undefined,
): readonly PersonId[] {
  return [...new Set([...(open ? [open.decisionMaker] : []), ...decidersOf(facts.portfolio, cause)])];
}

function authorityRefusal(
  { by, cause }: Decision,
  facts: Facts,
  open: Recalibration | undefined,
): DecisionRefusal | null {
  const deciders = whoMayDecide(facts, cause, open);
  return deciders.includes(by) ? null : { code: 'no-authority', field: 'by', deciders };
}

function dateRefusal({ reviewDate, choice }: Decision): DecisionRefusal | null {
  const { commitDate } = choice.kind === 'hold' ? choice : {};
  const { fromDate, untilDate } = choice.kind === 'reallocate' ? choice : {};
  const dates = Object.entries({ reviewDate, commitDate, fromDate, untilDate });
  const odd = dates.find(([, date]) => date !== undefined && !isCivilDate(date));
  return odd ? { code: 'not-a-date', field: odd[0] as DecisionDate } : null;
}

function initiativeRefusal({ choice }: Decision, { portfolio }: Facts): DecisionRefusal | null {
  const isUnknown = (named: string | undefined): boolean =>
    named !== undefined && !portfolio.initiatives.some(({ id }) => id === named);
  if (choice.kind === 'stop' && isUnknown(choice.initiative))
    return { code: 'unknown-initiative', field: 'initiative' };
  return choice.kind === 'reallocate' && isUnknown(choice.from)
    ? { code: 'unknown-initiative', field: 'from' }
    : null;
}

function formRefusal(
  { reason, reviewDate, choice, plan }: Decision,
  today: CivilDate,
): DecisionRefusal | null {
  if (reason.trim() === '') return { code: 'no-reason', field: 'reason' };
  if (reviewDate <= today) return { code: 'review-not-ahead', field: 'reviewDate', today };
  if (choice.kind === 'pivot' && plan === undefined) return { code: 'no-plan', field: 'plan' };
  if (choice.kind !== 'hold') return null;
  if (choice.commitDate === undefined) return { code: 'no-commit-date', field: 'commitDate' };
  return choice.commitDate < today ? { code: 'commit-date-passed', field: 'commitDate', today } : null;
}

const REACH_FIELDS = new Set(['baseline', 'target', 'start', 'due', 'points']);
const KEEP_FIELDS = new Set(['lower', 'upper', 'hardLower', 'hardUpper', 'start', 'due']);

function planRefusal({ choice, plan }: Decision, kpi: Kpi): DecisionRefusal | null {
  if (choice.kind === 'stop' && (choice.initiative ?? kpi.initiative) === undefined) {
    return { code: 'nothing-to-stop', field: 'kind' };
  }
  if (plan === undefined) return null;
  const known = kpi.kind === 'reach' ? REACH_FIELDS : KEEP_FIELDS;
  const foreign = Object.keys(plan).find((field) => !known.has(field));
  if (foreign !== undefined) {
    return { code: 'broken-plan', field: `plan.${foreign}`, rule: `is no field of a ${kpi.kind} plan` };
  }
  const changed = planAfter(kpi, plan);
  const fault = changed.kind === 'reach' ? reachPlanFault(changed.plan) : keepPlanFault(changed.plan);
  return fault ? { code: 'broken-plan', field: `plan.${fault.field}`, rule: fault.rule } : null;
}
