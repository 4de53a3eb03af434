import { isLongSilent } from './evaluate.ts';
import type { Evaluation, KpiState, Reason } from './status.ts';

/** The reasons that took a KPI out of green, silence aside. */
export function pressingReasons({ reasons }: KpiState): readonly Reason[] {
  return reasons.filter(({ status, code }) => status !== 'green' && code !== 'silent');
}

/** True where it is neither green nor outside the count. */
export function leftGreen(state: KpiState | undefined): state is KpiState {
  return state !== undefined && state.status !== 'green' && !isStopped(state);
}

export function isStopped({ reasons }: KpiState): boolean {
  return reasons.some(({ code }) => code === 'stopped');
}

/**
 * Every yellow, red or long-silent KPI needs a recalibration; one whose only reason is a signal does so once the
 * signal still holds at the next reading. DESIGN.md 3.3, 3.8.
 */
export function needsRecalibration(state: KpiState | undefined, after: Evaluation): state is KpiState {
  if (!leftGreen(state)) return false;
  if (isLongSilent(state, after.asOf)) return true;
  if (state.status === 'silent') return false;
  return !isFreshSignal(state);
}

/** Only a signal, and none at the reading before. */
function isFreshSignal(state: KpiState): boolean {
  return pressingReasons(state).every(({ code, facts }) => code === 'signal' && facts['confirmed'] !== true);
}
