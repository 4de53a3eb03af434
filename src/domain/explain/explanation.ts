import type { CivilDate } from '../civil-date.ts';
import type { Decision } from '../decision.ts';
import type { DuePath } from '../due-path.ts';
import type { ProcessLimits } from '../keep-signal.ts';
import type { TimedWait } from '../kpi-record.ts';
import type { Cadence, KeepPlan, Kpi, KpiId, ReachPlan } from '../portfolio.ts';
import type { Recalibration } from '../recalibration.ts';
import type { KpiState } from '../status.ts';
import type { ToleranceParts } from '../tolerance.ts';
import type { Warning } from '../early-warning.ts';
import type { Instant, TimeZone } from '../zoned-time.ts';
import type { PriceSteps } from './price-steps.ts';
import type { ReviewSteps } from './review-steps.ts';
import type { RuleCheck } from './rule-check.ts';
import type { ToldReading } from './told-readings.ts';

/** Everything that leads to a KPI's status at one moment, as data; every figure is the one the rules used. */
export interface Explanation {
  readonly asOf: Instant;
  /** With the plan in force. */
  readonly kpi: Kpi;
  /** The owner's. */
  readonly timeZone: TimeZone;
  readonly state: KpiState;
  readonly readings: readonly ToldReading[];
  /** The plans before the one in force, oldest first. */
  readonly earlierPlans: readonly EarlierPlan[];
  /** Null for a keep KPI and for stopped work. */
  readonly reach: ReachSteps | null;
  /** Null for a reach KPI and for stopped work. */
  readonly keep: KeepSteps | null;
  readonly waits: readonly TimedWait[];
  /** Open or ended by its own date. */
  readonly warning: Warning | null;
  /** Null for stopped work. */
  readonly reports: ReportSteps | null;
  /** In the order of DESIGN.md 3.2 or 3.3; empty for stopped work. */
  readonly rules: readonly RuleCheck[];
  /** Since when the status stands; null where it was never evaluated before. */
  readonly since: Instant | null;
  readonly review: ReviewSteps | null;
  readonly price: PriceSteps;
  /** The recalibrations that answer for this KPI, oldest first, with the decisions that ended them. */
  readonly answers: readonly { readonly recalibration: Recalibration; readonly decision: Decision | null }[];
}

export interface EarlierPlan {
  readonly revision: number;
  readonly plan: ReachPlan | KeepPlan;
  /** What replaced it. */
  readonly replacedAt: Instant;
  readonly by: string | null;
  readonly reason: string | null;
}

/** A plan's frame in time: as planned, or as predecessors shift it. */
export interface Frame {
  readonly start: CivilDate;
  readonly due: CivilDate;
  /** Plan days. */
  readonly duration: number;
}

/** A reading against one frame. */
export interface AgainstPlan {
  /** Plan days since the start on the reading's day. */
  readonly elapsed: number;
  /** Plan days since the start that the value has earned, and the day that is. */
  readonly earned: number;
  readonly earnedOn: CivilDate;
  /** The value the plan expects on the reading's day. */
  readonly planValue: number;
  readonly slip: number;
}

export interface ReachSteps {
  readonly planned: Frame;
  /** Null where no predecessor shifts it. */
  readonly shifted: Frame | null;
  /** What predecessors impose, in calendar days; null where nothing. */
  readonly push: {
    readonly predecessor: KpiId;
    readonly finish: CivilDate | null;
    readonly startDelay: number;
    readonly finishDelay: number;
  } | null;
  /** The reading that is judged: the last, or the one that reached the target; null before the first. */
  readonly reading: { readonly date: CivilDate; readonly value: number } | null;
  readonly againstPlanned: AgainstPlan | null;
  readonly againstShifted: AgainstPlan | null;
  readonly tolerance: {
    readonly days: number;
    /** The KPI's own setting, which replaces the three parts. */
    readonly own: number | null;
    readonly parts: ToleranceParts;
  };
  readonly margins: { readonly float: number; readonly room: number; readonly path: DuePath | null };
  readonly pace: {
    readonly earned: number;
    readonly elapsed: number;
    readonly pace: number;
    /** A forecast is made from so many plan days on. */
    readonly from: number;
    readonly finish: CivilDate | null;
  } | null;
  readonly finish: FinishSteps;
}

/** What the earliest finish is the latest of; each null where it has no say. */
export interface FinishSteps {
  readonly earliest: CivilDate;
  readonly due: CivilDate;
  /** Planned due + slip against the unshifted plan, days as they are. */
  readonly slipUnshifted: number | null;
  /** Instead of that, while the forecast rule holds. */
  readonly forecast: CivilDate | null;
  readonly predecessorsAllow: CivilDate | null;
  readonly today: CivilDate | null;
  readonly reachedOn: CivilDate | null;
}

export interface KeepSteps {
  readonly plan: KeepPlan;
  /** The newest reading dated within the plan; null before the first. */
  readonly reading: { readonly date: CivilDate; readonly value: number } | null;
  /** The values the signal is looked for in: those since the last decision, oldest first. */
  readonly values: readonly number[];
  readonly decidedAt: Instant | null;
  /** Null with too few values. */
  readonly limits: ProcessLimits | null;
}

export interface ReportSteps {
  readonly cadence: Cadence;
  /** The last due days up to today, and the next. */
  readonly due: readonly CivilDate[];
  /** The oldest unanswered one; null where none is left to come. */
  readonly open: {
    readonly due: CivilDate;
    readonly awaitedFrom: Instant;
    readonly silentFrom: Instant;
    readonly longSilentFrom: Instant;
  } | null;
}
