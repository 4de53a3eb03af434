import type { CivilDate } from '../civil-date.ts';
import type { ProcessLimits } from '../keep-signal.ts';
import type { KeepPlan, KpiId } from '../portfolio.ts';
import type { LimitCheck } from '../reach-slip.ts';
import type { StallCheck } from '../reach-stall.ts';
import type { ReasonCode, Status } from '../status.ts';
import type { Instant } from '../zoned-time.ts';

/** One rule at one moment: the colour it speaks for, what it compared, and whether it holds. */
export interface RuleCheck {
  readonly code: ReasonCode;
  readonly colour: Status;
  readonly holds: boolean;
  readonly compared: Compared;
}

/** What a rule compared. */
export type Compared =
  /** There is nothing to compare: no reading (or too few), wait, warning, push or report. */
  | { readonly kind: 'nothing'; readonly missing: Missing }
  | { readonly kind: 'slip' | 'past-due'; readonly date: CivilDate; readonly check: LimitCheck }
  | { readonly kind: 'stall'; readonly slip: number; readonly check: StallCheck }
  | { readonly kind: 'forecast'; readonly readings: readonly ForecastCheck[] }
  | {
      readonly kind: 'wait';
      readonly what: string;
      readonly expectedBy: CivilDate;
      readonly moved: number;
      readonly overdueFrom: Instant;
    }
  | {
      readonly kind: 'warning';
      readonly slipDays: number;
      readonly limit: number;
      readonly endsAt: Instant;
      readonly ended: boolean;
    }
  | {
      readonly kind: 'dependency';
      readonly predecessor: KpiId;
      readonly finish: CivilDate;
      readonly due: CivilDate;
      /** Calendar days. */
      readonly late: number;
      readonly limit: number;
    }
  | {
      readonly kind: 'limits';
      readonly value: number;
      readonly lower: number | null;
      readonly upper: number | null;
    }
  | SignalCheck
  | { readonly kind: 'silence'; readonly due: CivilDate; readonly silentFrom: Instant }
  /** What green is called when no rule above colours. */
  | { readonly kind: 'calm' };

export type Missing = 'reading' | 'second-reading' | 'six-readings' | 'wait' | 'warning' | 'push' | 'report';

/** One reading at the forecast rule. */
export interface ForecastCheck {
  readonly date: CivilDate;
  readonly elapsed: number;
  /** Plan days from which on a pace says something. */
  readonly from: number;
  readonly slip: number;
  readonly limit: number;
}

export interface SignalCheck {
  readonly kind: 'signal';
  readonly plan: KeepPlan;
  readonly values: readonly number[];
  readonly limits: ProcessLimits;
  /** True where the reading before showed a signal to the same side. */
  readonly confirmed: boolean;
}
