import { PRICED_DAYS } from '../evaluation-prices.ts';
import { checkInsOf } from '../check-in-log.ts';
import { type EvaluationContext, contextOf } from '../evaluation-context.ts';
import type { Facts } from '../facts.ts';
import { judgeKeep } from '../keep-state.ts';
import type { KpiRecord } from '../kpi-record.ts';
import { calendarOf, kpiOf } from '../people.ts';
import type { KeepKpi, Kpi, KpiId } from '../portfolio.ts';
import { preparePricing } from '../price-prepare.ts';
import { price } from '../price.ts';
import { type ReachStand, reachPass } from '../reach-pass.ts';
import type { Evaluation, KpiState } from '../status.ts';
import type { Since } from '../transition.ts';
import type { Instant } from '../zoned-time.ts';
import type { EarlierPlan, Explanation } from './explanation.ts';
import { keepRules, keepSteps } from './keep-steps.ts';
import { priceSteps } from './price-steps.ts';
import { reachRules } from './reach-rules.ts';
import { reachSteps } from './reach-steps.ts';
import { reportSteps } from './report-steps.ts';
import { reviewSteps } from './review-steps.ts';
import { toldReadings } from './told-readings.ts';

export interface ExplainInput {
  /** As known at the evaluation's moment. */
  readonly facts: Facts;
  readonly evaluation: Evaluation;
  readonly since: Since;
  readonly kpi: KpiId;
}

/**
 * The whole derivation of a KPI's status at one moment (DESIGN.md 3.2 to 3.8), as data: the rules' own values, none
 * computed a second time. Null: there is no such KPI.
 */
export function explainKpi({ facts, evaluation, since, kpi: id }: ExplainInput): Explanation | null {
  const { asOf } = evaluation;
  const context = contextOf(facts, asOf);
  const [kpi, state] = [kpiOf(context.portfolio, id), evaluation.kpis.get(id)];
  if (!kpi || !state) return null;
  const network = preparePricing(facts.portfolio, evaluation);
  return {
    asOf,
    kpi,
    state,
    timeZone: calendarOf(facts.portfolio, kpi.owner).timeZone,
    earlierPlans: earlierPlans(kpi, asOf),
    ...derivation({ kpi, state, facts, context }),
    since: since.get(id) ?? null,
    price: priceSteps(price(network, id, PRICED_DAYS), network),
    answers: answersFor(facts, id),
  };
}

function answersFor({ recalibrations, decisions }: Facts, kpi: KpiId): Explanation['answers'] {
  const own = recalibrations.filter(({ cause, covers }) => cause === kpi || covers.includes(kpi));
  return own.map((recalibration) => {
    const decision = decisions.find(({ id }) => id === recalibration.decisionId) ?? null;
    return { recalibration, decision };
  });
}

/** Revisions are dated: each was in force until the next. */
function earlierPlans({ revisions }: Kpi, asOf: Instant): readonly EarlierPlan[] {
  return revisions.flatMap(({ revision, plan }, index): EarlierPlan[] => {
    const next = revisions[index + 1];
    if (!next || next.at > asOf) return [];
    return [{ revision, plan, replacedAt: next.at, by: next.by ?? null, reason: next.reason ?? null }];
  });
}

interface Scene {
  readonly kpi: Kpi;
  readonly state: KpiState;
  readonly facts: Facts;
  readonly context: EvaluationContext;
}

type Derivation = Pick<
  Explanation,
  'readings' | 'reach' | 'keep' | 'waits' | 'warning' | 'reports' | 'rules' | 'review'
>;

function derivation(scene: Scene): Derivation {
  const { kpi, facts, context } = scene;
  const record = context.records.get(kpi.id);
  if (!record) return stopped(scene);
  const { waits, warning } = record;
  const stand = reachPass(context, context.asOf).standOf(kpi.id);
  return {
    readings: toldReadings(checkInsOf(facts.checkIns, kpi.id), record, context.asOf),
    ...(stand ? ofReach(stand, context) : ofKeep(record as KpiRecord<KeepKpi>, context)),
    waits,
    warning,
    reports: reportSteps(record, scene.state, context.asOf),
    review: reviewSteps(facts, scene.state, record),
  };
}

function ofReach(
  stand: ReachStand,
  context: EvaluationContext,
): Pick<Derivation, 'reach' | 'keep' | 'rules'> {
  return { reach: reachSteps(stand, context), keep: null, rules: reachRules(stand, context.asOf) };
}

function ofKeep(
  record: KpiRecord<KeepKpi>,
  { asOf }: EvaluationContext,
): Pick<Derivation, 'reach' | 'keep' | 'rules'> {
  return { reach: null, keep: keepSteps(record), rules: keepRules(record, judgeKeep(record, asOf), asOf) };
}

/** Stopped work is judged no more; what was reported stays told. */
function stopped({ kpi, facts, context }: Scene): Derivation {
  const readings = toldReadings(checkInsOf(facts.checkIns, kpi.id), { kpi, readings: [] }, context.asOf);
  return {
    readings,
    reach: null,
    keep: null,
    waits: [],
    warning: null,
    reports: null,
    rules: [],
    review: null,
  };
}
