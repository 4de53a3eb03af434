import { type Moments, never } from './moments.ts';
import type { NetworkPlan } from './network.ts';
import type { ReachPass, ReachStand } from './reach-pass.ts';
import type { Instant } from './zoned-time.ts';

/**
 * From when on each KPI's finish may move with time alone: the day after it, or when a predecessor's may. By place;
 * Infinity for what is reached. With an earlier pass and its moments, only what follows from what moved is worked out.
 */
export function restlessFrom(
  network: NetworkPlan,
  now: ReachPass,
  before?: { readonly pass: ReachPass; readonly restless: Moments },
): Moments {
  const restless = before ? before.restless.slice() : never(network.order.length);
  const { after } = network;
  const isPushed = new Uint8Array(network.order.length);
  for (let place = 0; place < restless.length; place += 1) {
    const stand = now.stands[place] ?? null;
    if (before && before.pass.stands[place] === stand && !isPushed[place]) continue;
    const from = Math.min(
      stand?.movesFrom ?? Infinity,
      reachedOr(stand, pushedFrom(network, restless, place)),
    );
    if (from === restless[place]) continue;
    restless[place] = from;
    const last = after.first[place + 1] as number;
    for (let edge = after.first[place] as number; edge < last; edge += 1)
      isPushed[after.at[edge] as number] = 1;
  }
  return restless;
}

/** Once reached, predecessors move it no more. */
function reachedOr(stand: ReachStand | null, pushed: Instant): Instant {
  return stand?.done.reachedOn === null ? pushed : Infinity;
}

/** From when on predecessors may push it further. */
export function pushedFrom({ before }: NetworkPlan, restless: Moments, place: number): number {
  let from = Infinity;
  const last = before.first[place + 1] as number;
  for (let edge = before.first[place] as number; edge < last; edge += 1) {
    from = Math.min(from, restless[before.at[edge] as number] as number);
  }
  return from;
}
