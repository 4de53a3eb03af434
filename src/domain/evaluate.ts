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

export interface EvaluationOptions {
  /** What a delay costs, minor units; among equally bad children the dearest decides. Null: no price. */
  readonly priceOf?: ((kpi: KpiId) => number | null) | undefined;
}

/**
 * The status of everything at one moment, from what was accepted until then, `asOf` included. DESIGN.md 3.1 to 3.6.
 * Later facts in the lists are not looked at. Since when a status stands is known to whoever folds evaluations.
 */
export function evaluate(facts: Facts, asOf: Instant, options: EvaluationOptions = {}): Evaluation {
  const context = contextOf(facts, asOf);
  const kpis = kpiStates(context);
  const { initiatives, objectives, kpis: all } = context.portfolio;
  const rolled = rollUp({
    kpis,
    initiatives,
    objectives,
    priceOf: options.priceOf,
    initiativeOf: new Map(all.map(({ id, initiative }) => [id, initiative ?? ''])),
    order: context.network.order,
    predecessorsOf: (kpi) => (context.network.predecessors.get(kpi) ?? []).map(({ from }) => from),
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
