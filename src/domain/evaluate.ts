import { type EvaluationContext, contextOf } from './evaluation-context.ts';
import type { Facts } from './facts.ts';
import { keepStateOf, reachStateOf, stoppedState } from './kpi-state.ts';
import type { KpiRecord } from './kpi-record.ts';
import type { KeepKpi, Kpi, KpiId } from './portfolio.ts';
import { type ReachPass, reachPass } from './reach-pass.ts';
import { reviewFinder } from './review-at.ts';
import { rollUp } from './roll-up.ts';
import type { Evaluation, KpiState } from './status.ts';
import { stopOf } from './stopped-work.ts';
import type { Instant } from './zoned-time.ts';

/** What a delay of a KPI costs, minor units; null: no price. */
export type PriceOf = (kpi: KpiId) => number | null;

export interface EvaluationOptions {
  /** Among equally bad children the dearest decides. */
  readonly priceOf?: PriceOf | undefined;
}

/**
 * The status of everything at one moment, from what was accepted until then, `asOf` included. DESIGN.md 3.1 to 3.6.
 * Later facts in the lists are not looked at. Since when a status stands is known to whoever folds evaluations.
 */
export function evaluate(facts: Facts, asOf: Instant, options: EvaluationOptions = {}): Evaluation {
  const context = contextOf(facts, asOf);
  return rolledUp(context, kpiStates(context), options.priceOf);
}

/**
 * As `evaluate`, with prices that follow from how the KPIs stand: `pricesFrom` is asked once all is evaluated, and
 * the deciding children are found again with what it answers; null: they stand.
 */
export function evaluateWithPrices(
  facts: Facts,
  asOf: Instant,
  pricesFrom: (unpriced: Evaluation) => PriceOf | null,
): Evaluation {
  const context = contextOf(facts, asOf);
  const unpriced = rolledUp(context, kpiStates(context));
  const priceOf = pricesFrom(unpriced);
  return priceOf ? rolledUp(context, unpriced.kpis, priceOf) : unpriced;
}

function rolledUp(
  { asOf, portfolio, network }: EvaluationContext,
  kpis: ReadonlyMap<KpiId, KpiState>,
  priceOf?: PriceOf,
): Evaluation {
  const { initiatives, objectives, kpis: all } = portfolio;
  const rolled = rollUp({
    kpis,
    initiatives,
    objectives,
    priceOf,
    initiativeOf: new Map(all.map(({ id, initiative }) => [id, initiative ?? ''])),
    order: network.order,
    predecessorsOf: (kpi) => (network.predecessors.get(kpi) ?? []).map(({ from }) => from),
  });
  return { asOf, kpis, ...rolled, reviewAt: earliest([...kpis.values()].map(({ reviewAt }) => reviewAt)) };
}

/** Silent for five working days or one cadence, whichever is shorter: it needs a recalibration. DESIGN.md 3.4. */
export function isLongSilent(
  state: Pick<KpiState, 'silentSince' | 'longSilentFrom'>,
  asOf: Instant,
): boolean {
  return state.silentSince !== null && state.longSilentFrom !== null && asOf >= state.longSilentFrom;
}

function kpiStates(context: EvaluationContext): ReadonlyMap<KpiId, KpiState> {
  const pass = reachPass(context, context.asOf);
  // In the network's order, so that no look-up has to go back along a chain.
  for (const id of context.network.order) pass.standOf(id);
  const reviewAt = reviewFinder(context, pass);
  return new Map(context.portfolio.kpis.map((kpi) => [kpi.id, stateOf(kpi, { context, pass, reviewAt })]));
}

interface Scene {
  readonly context: EvaluationContext;
  readonly pass: ReachPass;
  readonly reviewAt: (kpi: KpiId) => Instant | null;
}

function stateOf(kpi: Kpi, { context, pass, reviewAt }: Scene): KpiState {
  const record = context.records.get(kpi.id);
  const stop = stopOf(kpi, context.stopped);
  if (!record || stop) return stoppedState(kpi, stop);
  const stand = pass.standOf(kpi.id);
  return stand
    ? reachStateOf(stand, context, reviewAt(kpi.id))
    : keepStateOf(record as KpiRecord<KeepKpi>, context);
}

function earliest(moments: readonly (Instant | null)[]): Instant | null {
  let first: Instant | null = null;
  for (const moment of moments) if (moment !== null && moment < (first ?? Infinity)) first = moment;
  return first;
}
