import type { CivilDate } from './civil-date.ts';
import type { KpiId, PersonId } from './portfolio.ts';
import type { Instant } from './zoned-time.ts';

/** An external thing a KPI waits for; keyed by `what`, it persists until ended. DESIGN.md 3.2. */
export interface WaitClaim {
  readonly what: string;
  /** e.g. `third-party`, `internal`, `authority`. */
  readonly kind: string;
  readonly since: CivilDate;
  readonly expectedBy: CivilDate;
}

/** An owner's own claim that a slip is coming; 0 days withdraws it. DESIGN.md 3.10. */
export interface EarlyWarningClaim {
  readonly slipDays: number;
  readonly because: string;
}

/** An owner's dated claim that the computed status is wrong. DESIGN.md 3.10. */
export interface ObjectionClaim {
  readonly claim: string;
  readonly byDate: CivilDate;
}

/** One dated reading with its standard fields; immutable. A correction supersedes. */
export interface CheckIn {
  readonly id: string;
  readonly kpi: KpiId;
  /** When it was sent. */
  readonly at: Instant;
  /** The day the reading stands for. */
  readonly date: CivilDate;
  readonly value: number;
  readonly by?: PersonId;
  readonly waitingOn?: WaitClaim;
  /** Ends every open wait, or the one named. */
  readonly waitOver?: boolean | string;
  readonly earlyWarning?: EarlyWarningClaim;
  readonly objection?: ObjectionClaim;
  /** The id of the check-in this one corrects. */
  readonly supersedes?: string;
}
