import type { DayNumber } from './civil-date.ts';
import type { DelayProfile, KpiId, MinorUnits, ObjectiveId, PersonId } from './portfolio.ts';

/** A predecessor, by its position in `PricingNetwork.kpis`. */
export interface PricedEdge {
  readonly from: number;
  readonly type: 'finish-to-start' | 'finish-to-finish';
  readonly lagDays: number;
}

export interface PricedKpi {
  readonly id: KpiId;
  readonly owner: PersonId;
  readonly due: DayNumber;
  /** The earliest finish as things stand. */
  readonly finish: DayNumber;
  /** Calendar days of work that must still follow a finish-to-start predecessor. */
  readonly remaining: number;
  /** Reached: predecessors move it no more. */
  readonly settled: boolean;
  /** Position of its objective, -1 where it stands alone. */
  readonly objective: number;
  readonly after: readonly PricedEdge[];
  /** Calendar days its finish may still move before any price moves, or any date where nothing more can cost. */
  readonly room: number;
  /** The day of the last reading; null before the first. For the range. */
  readonly readOn: DayNumber | null;
}

export interface PricedObjective {
  readonly id: ObjectiveId;
  readonly owner: PersonId;
  readonly due: DayNumber;
  /** Where it ends as things stand: the latest of its due, its KPIs and its sub-objectives. */
  readonly date: DayNumber;
  readonly profile: DelayProfile;
  /** Position of the parent, always a later one; -1 for a top objective. */
  readonly parent: number;
}

export interface PricedKeep {
  readonly id: KpiId;
  readonly owner: PersonId;
  /** Null: no price. */
  readonly breachPerWeek: MinorUnits | null;
}

/**
 * Everything a price needs, as plain JSON, so that a browser computes it beside the slider (SCREENS.md 6).
 * KPIs stand after their predecessors, objectives before their parents; links are positions.
 */
export interface PricingNetwork {
  readonly asOf: DayNumber | null;
  readonly kpis: readonly PricedKpi[];
  readonly objectives: readonly PricedObjective[];
  readonly keeps: readonly PricedKeep[];
}
