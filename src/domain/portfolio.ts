import type { CivilDate } from './civil-date.ts';
import type { Instant, TimeZone } from './zoned-time.ts';
import type { WorkWeek, Weekday } from './working-time.ts';

/** What a tenant has set up. Everything here is a fact as known at one moment; earlier facts are found by replay. */

export type PersonId = string;
export type ObjectiveId = string;
export type InitiativeId = string;
export type KpiId = string;

/** Integer minor units (cents) of the tenant's currency. */
export type MinorUnits = number;

export type AppRole = 'Leader' | 'Manager' | 'Admin';

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly role?: string;
  readonly function?: string;
  readonly appRole: AppRole;
  readonly mail?: string;
  /** The person's manager in the directory; decides where a KPI has no objective. */
  readonly manager?: PersonId;
  readonly timeZone?: TimeZone;
  readonly workWeek?: WorkWeek;
}

/** What a delay of an objective costs over time. DESIGN.md 3.7. */
export type DelayProfile =
  | { readonly kind: 'none' }
  | { readonly kind: 'linear'; readonly perWeek: MinorUnits }
  | { readonly kind: 'fixed-date'; readonly date: CivilDate; readonly loss: MinorUnits }
  | { readonly kind: 'fading'; readonly peak: MinorUnits; readonly lostPerWeek: number };

export interface Objective {
  readonly id: ObjectiveId;
  readonly parent?: ObjectiveId;
  readonly name: string;
  readonly owner: PersonId;
  readonly due: CivilDate;
  readonly delayProfile: DelayProfile;
}

export interface Initiative {
  readonly id: InitiativeId;
  readonly objective: ObjectiveId;
  readonly name: string;
  readonly owner: PersonId;
  readonly function: string;
  /** Each 1 to 5; their product is the risk. */
  readonly risk: { readonly impact: number; readonly likelihood: number };
}

/** When reports fall due. `on`: weekday(s) for week and fortnight, day of month (31 means month end) for month. */
export type Cadence =
  | { readonly every: 'week' | 'fortnight'; readonly on: readonly Weekday[] }
  | { readonly every: 'month'; readonly on: number };

export interface PlanPoint {
  readonly date: CivilDate;
  readonly value: number;
}

/** The expected path of a reach KPI: from `baseline` on `start` to `target` on `due`, through optional points. */
export interface ReachPlan {
  readonly baseline: number;
  readonly target: number;
  readonly start: CivilDate;
  readonly due: CivilDate;
  readonly points: readonly PlanPoint[];
}

/** The band a keep KPI must stay in from `start` until `due`; a missing limit is open. */
export interface KeepPlan {
  readonly lower?: number;
  readonly upper?: number;
  readonly hardLower?: number;
  readonly hardUpper?: number;
  readonly start: CivilDate;
  readonly due: CivilDate;
}

/** One version of a plan; the first is the baseline and stays visible. */
export interface PlanRevision<P> {
  readonly revision: number;
  readonly at: Instant;
  readonly by?: PersonId;
  readonly reason?: string;
  readonly plan: P;
}

interface KpiFacts {
  readonly id: KpiId;
  /** Absent: the KPI stands alone, with float and room 0 against its own due date. */
  readonly initiative?: InitiativeId;
  readonly name: string;
  readonly unit: string;
  readonly owner: PersonId;
  readonly cadence: Cadence;
  /** True when it moves before the outcome does; only for a set-up hint. */
  readonly leading?: boolean;
  /** The KPI's own tolerance in plan days; replaces the computed one. */
  readonly toleranceDays?: number;
  /** The smallest movement the unit can show, e.g. 1 gate. */
  readonly step?: number;
}

export interface ReachKpi extends KpiFacts {
  readonly kind: 'reach';
  readonly readings: 'level' | 'increment';
  /** The plan in force: the last of `revisions`. */
  readonly plan: ReachPlan;
  /** Oldest first; the first is the baseline. */
  readonly revisions: readonly PlanRevision<ReachPlan>[];
}

export interface KeepKpi extends KpiFacts {
  readonly kind: 'keep';
  readonly plan: KeepPlan;
  readonly revisions: readonly PlanRevision<KeepPlan>[];
  /** Minor units per week outside the band; this is its price. */
  readonly breachPerWeek?: MinorUnits;
}

export type Kpi = ReachKpi | KeepKpi;

export interface Dependency {
  readonly from: KpiId;
  readonly to: KpiId;
  readonly type: 'finish-to-start' | 'finish-to-finish';
  /** Calendar days; may be negative. */
  readonly lagDays: number;
}

/** Tenant defaults; the names and values of the story format. */
export interface Settings {
  /** Working days a wait may be overdue before it turns yellow. */
  readonly waitGraceDays: number;
  /** Working days a report may be late before the KPI is silent. */
  readonly silenceGraceDays: number;
  /** Working hours a recalibration must leave people; else the deadline moves. */
  readonly minNoticeHours: number;
  readonly meetingsPerPersonPerWeek: number;
}

export const DEFAULT_SETTINGS: Settings = {
  waitGraceDays: 1,
  silenceGraceDays: 2,
  minNoticeHours: 4,
  meetingsPerPersonPerWeek: 3,
};

export interface Portfolio {
  readonly timeZone: TimeZone;
  /** ISO 4217 code. */
  readonly currency: string;
  readonly workWeek: WorkWeek;
  /** Days off for everyone; plan time stands still on them. */
  readonly holidays: readonly CivilDate[];
  readonly settings: Settings;
  readonly people: readonly Person[];
  readonly objectives: readonly Objective[];
  readonly initiatives: readonly Initiative[];
  readonly kpis: readonly Kpi[];
  readonly dependencies: readonly Dependency[];
}
