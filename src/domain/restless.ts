import { addDays } from './civil-date.ts';
import type { NetworkPlan } from './network.ts';
import type { ReachPass, ReachStand } from './reach-pass.ts';
import { startOfDay } from './zoned-time.ts';

/**
 * From when on each KPI's finish may move with time alone: the day after it, or when a predecessor's may. By place;
 * Infinity for what is reached. With an earlier pass and its moments, only what follows from what moved is worked out.
 */
export function restlessFrom(
  network: NetworkPlan,
  now: ReachPass,
  before?: { readonly pass: ReachPass; readonly restless: Float64Array },
): Float64Array {
  const restless = before
    ? Float64Array.from(before.restless)
    : new Float64Array(network.order.length).fill(Infinity);
  const isPushed = new Uint8Array(network.order.length);
  now.stands.forEach((stand, place) => {
    if (before?.pass.stands[place] === stand && !isPushed[place]) return;
    const from = restlessOf(stand, pushedFrom(network, restless, place));
    if (from === restless[place]) return;
    restless[place] = from;
    for (const next of network.placesAfter[place] ?? []) isPushed[next] = 1;
  });
  return restless;
}

function restlessOf(stand: ReachStand | null, pushed: number): number {
  if (!stand || stand.done.reachedOn !== null) return Infinity;
  return Math.min(pushed, startOfDay(addDays(stand.finish, 1), stand.record.days.timeZone));
}

/** From when on predecessors may push it further. */
export function pushedFrom({ placesBefore }: NetworkPlan, restless: Float64Array, place: number): number {
  let from = Infinity;
  for (const before of placesBefore[place] ?? []) from = Math.min(from, restless[before] ?? Infinity);
  return from;
}
