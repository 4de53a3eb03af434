import { type CivilDate, dateOf } from '../civil-date.ts';
import type { KpiId, MinorUnits, ObjectiveId } from '../portfolio.ts';
import type { PricedObjective, PricingNetwork } from '../price-network.ts';
import { price } from '../price.ts';
import type { Move, Price } from '../status.ts';

/** What a sentence wants to know beyond the price itself; each null where the network does not tell. */
export interface PriceFacts {
  /** What a week outside the band costs; undefined for a KPI that is no keep KPI. */
  readonly breachPerWeek: MinorUnits | null | undefined;
  /** The objective the KPI works for. */
  readonly objective: ObjectiveId | null;
  /** The move that costs most, of equals the one furthest up. */
  readonly dearest: Move | null;
  /** The due date of the dearest move's objective. */
  readonly due: CivilDate | null;
  /** Its fixed date, where passing it is what costs. */
  readonly fixedDate: CivilDate | null;
}

export function priceFacts(found: Price, network: PricingNetwork | undefined): PriceFacts {
  const dearest = dearestMove(found.moves);
  const goal = network?.objectives.find(({ id }) => id === dearest?.id);
  const at = network?.kpis.find(({ id }) => id === found.kpi)?.objective;
  return {
    breachPerWeek: network?.keeps.find(({ id }) => id === found.kpi)?.breachPerWeek,
    objective: network?.objectives[at ?? -1]?.id ?? null,
    dearest,
    due: goal ? dateOf(goal.due) : null,
    fixedDate: fixedDateOf(goal),
  };
}

/** Objectives only; the one that costs most, of equals the last, which is the highest in the tree. */
function dearestMove(moves: readonly Move[]): Move | null {
  let dearest: Move | null = null;
  for (const move of moves) {
    if (move.kind === 'objective' && (move.cost ?? -1) >= (dearest?.cost ?? -1)) dearest = move;
  }
  return dearest;
}

function fixedDateOf(goal: PricedObjective | undefined): CivilDate | null {
  return goal?.profile.kind === 'fixed-date' ? goal.profile.date : null;
}

/** What each week beyond the room costs, where every week costs the same; else null. */
export function weekBeyondRoom(network: PricingNetwork, kpi: KpiId, room: number): MinorUnits | null {
  const week = price(network, kpi, room + 7).cost;
  const fortnight = price(network, kpi, room + 14).cost;
  if (week === null || fortnight === null || week === 0) return null;
  return Math.abs(fortnight - 2 * week) <= 1 ? week : null;
}
