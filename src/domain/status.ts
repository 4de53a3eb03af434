import type { CivilDate } from './civil-date.ts';
import type { InitiativeId, KpiId, MinorUnits, ObjectiveId } from './portfolio.ts';
import type { Instant } from './zoned-time.ts';

export type Status = 'green' | 'yellow' | 'red' | 'silent';

const RANK: Readonly<Record<Status, number>> = { green: 0, yellow: 1, silent: 1, red: 2 };

/** `red > yellow = silent > green`. DESIGN.md 3.5. */
export function rankOf(status: Status): number {
  return RANK[status];
}

/** Reasons in the order they are told: the worst first; the order of the rules where two are equal. */
export function worstFirst(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.toSorted((a, b) => rankOf(b.status) - rankOf(a.status));
}

/** The closed list of reasons. DESIGN.md 3. */
export const REASON_CODES = [
  'on-plan',
  'not-started',
  'report-awaited',
  'reached',
  'stopped',
  'slip',
  'stalled',
  'forecast',
  'wait-overdue',
  'early-warning',
  'dependency',
  'past-due',
  'outside-band',
  'outside-hard-limit',
  'signal',
  'silent',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** One fact of a sentence; rendering in the reader's locale happens at the edge. */
export type ReasonFact = string | number | boolean | null;

/** Why a status is what it is: a code, its facts as data, and the rule. Rendered by `words/reason-sentence.ts`. */
export interface Reason {
  readonly code: ReasonCode;
  readonly status: Status;
  /** Facts by name; dates are civil dates, days are plan or calendar days as the rule says. */
  readonly facts: Readonly<Record<string, ReasonFact>>;
  /** The ids of the check-ins the rule used. */
  readonly readings: readonly string[];
}

export interface Reading {
  readonly checkIn: string;
  readonly at: Instant;
  readonly date: CivilDate;
  /** For increments: the first plan's baseline plus the sum up to here. */
  readonly value: number;
}

export interface OpenWait {
  readonly what: string;
  readonly kind: string;
  readonly since: CivilDate;
  /** The date that counts; a second re-dating falls back to the first. */
  readonly expectedBy: CivilDate;
  /** Working days beyond `expectedBy` at `asOf`. */
  readonly overdueDays: number;
}

export interface OpenWarning {
  readonly slipDays: number;
  readonly because: string;
  readonly at: Instant;
}

/** A KPI's computed state at one moment. DESIGN.md 3.2, 3.3, 3.6. */
export interface KpiState {
  readonly kpi: KpiId;
  readonly status: Status;
  /** Worst first; never empty. */
  readonly reasons: readonly Reason[];
  /** Plan days behind the plan shifted by predecessors, at the last reading; 0 without one. */
  readonly slip: number;
  /** Plan days behind the unshifted plan. */
  readonly slipUnshifted: number;
  /** Calendar days its finish may move before a due date moves (planned); null for keep KPIs. */
  readonly float: number | null;
  /** Calendar days before a price moves (planned); null for keep KPIs. */
  readonly room: number | null;
  /** What is left of the float now; null for keep KPIs. */
  readonly floatLeft: number | null;
  readonly tolerance: number;
  readonly forecastFinish: CivilDate | null;
  /** The earliest finish by the forward pass; null for keep KPIs. */
  readonly earliestFinish: CivilDate | null;
  readonly reachedOn: CivilDate | null;
  readonly lastReading: Reading | null;
  /** The plan's value on the day of the last reading. */
  readonly planAtReading: number | null;
  readonly waits: readonly OpenWait[];
  readonly warning: OpenWarning | null;
  /** The next report that falls due, and the missing one where silent or awaited. */
  readonly nextReport: CivilDate | null;
  readonly missingReport: CivilDate | null;
  /** Since when it is silent. */
  readonly silentSince: Instant | null;
  /** From when the silence needs a recalibration, also while that moment is still to come; see `isLongSilent`. */
  readonly longSilentFrom: Instant | null;
  /** Not started, stopped: it does not count in a roll-up. */
  readonly counts: boolean;
  /**
   * The next moment at which its status, its reason codes or its being long silent would change with no new data;
   * null where nothing will.
   */
  readonly reviewAt: Instant | null;
  /** The colour without the early warning, for candour. */
  readonly statusWithoutWarning: Status;
}

/** The worst child counts. DESIGN.md 3.5. */
export interface RolledState {
  readonly id: string;
  readonly status: Status;
  /** The KPI that decides; null when nothing counts or all is green. */
  readonly decidedBy: KpiId | null;
  readonly reasons: readonly Reason[];
  readonly counts: Readonly<Record<Status | 'not-started' | 'stopped', number>>;
}

export interface Evaluation {
  readonly asOf: Instant;
  readonly kpis: ReadonlyMap<KpiId, KpiState>;
  readonly initiatives: ReadonlyMap<InitiativeId, RolledState>;
  readonly objectives: ReadonlyMap<ObjectiveId, RolledState>;
  /** The earliest `reviewAt` of all KPIs. */
  readonly reviewAt: Instant | null;
}

/** What a given delay of one KPI costs. DESIGN.md 3.7. */
export interface Price {
  readonly kpi: KpiId;
  readonly days: number;
  /** Every later KPI and objective that moves: its date without and with the delay, and what the objective loses. */
  readonly moves: readonly Move[];
  /** Null where nothing reached has a delay profile: "no price". */
  readonly cost: MinorUnits | null;
  /** Owners hit, the KPI's own first. */
  readonly owners: readonly string[];
  /** Calendar days of room there are, and how many this delay uses. */
  readonly room: number;
  readonly used: number;
  /** What the forecast alone already costs, before the delay. */
  readonly alreadyLost: MinorUnits;
}

export interface Move {
  readonly id: string;
  readonly kind: 'kpi' | 'objective';
  readonly owner: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly cost: MinorUnits | null;
}
