import type { PriceBook } from './evaluation-prices.ts';
import type { Standing } from './kpi-states.ts';
import type { KpiId } from './portfolio.ts';
import type { PriceOf, RolledUp } from './roll-up.ts';
import type { Evaluation } from './status.ts';

/** What an evaluation was worked out from, so that the next one can go on from there. */
export interface Workings {
  readonly standing: Standing;
  readonly initiatives: RolledUp;
  readonly objectives: RolledUp;
  /** Null where nothing was priced. */
  readonly prices: Prices | null;
}

/** Prices as things stand in one evaluation; each is worked out when first asked for. */
export interface Prices {
  readonly costOf: PriceOf;
  /** True where what was known of an earlier evaluation does not hold any more, or nothing was. */
  readonly isStale: (kpi: KpiId) => boolean;
  /** The prices found so far, here or earlier, for the next evaluation. */
  readonly lastBook: () => PriceBook | null;
}

/** Beside the evaluation and not in it: the workings live exactly as long as the evaluation does. */
const workings = new WeakMap<Evaluation, Workings>();

export function workingsOf(evaluation: Evaluation): Workings | undefined {
  return workings.get(evaluation);
}

export function keepWorkings(evaluation: Evaluation, kept: Workings): void {
  workings.set(evaluation, kept);
}
