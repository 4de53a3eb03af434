import type { CivilDate } from './civil-date.ts';
import type { InitiativeId, KeepPlan, KpiId, PersonId, ReachPlan } from './portfolio.ts';
import type { Instant } from './zoned-time.ts';

/** The four ways a recalibration can end. DESIGN.md 3.9. */
export type DecisionChoice =
  | { readonly kind: 'stop'; readonly initiative?: InitiativeId; readonly freed?: readonly PersonId[] }
  | {
      readonly kind: 'reallocate';
      readonly from?: InitiativeId;
      readonly what?: string;
      readonly fromDate?: CivilDate;
      readonly untilDate?: CivilDate;
    }
  | { readonly kind: 'pivot' }
  | { readonly kind: 'hold'; readonly commitDate?: CivilDate };

export interface Decision {
  readonly id: string;
  readonly at: Instant;
  /** The KPI whose recalibration it ends. */
  readonly cause: KpiId;
  readonly recalibration?: string;
  readonly by: PersonId;
  readonly choice: DecisionChoice;
  readonly reason: string;
  readonly reviewDate: CivilDate;
  /** Plan fields of the cause KPI that change with it; the old plan stays as a ghost line. */
  readonly plan?: Partial<ReachPlan> | Partial<KeepPlan>;
}
