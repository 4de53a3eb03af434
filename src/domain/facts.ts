import type { CheckIn } from './check-in.ts';
import type { Decision } from './decision.ts';
import type { Portfolio } from './portfolio.ts';
import type { Recalibration } from './recalibration.ts';

/** Everything accepted so far, as known at one moment. Lists are ordered by time of acceptance. */
export interface Facts {
  readonly portfolio: Portfolio;
  readonly checkIns: readonly CheckIn[];
  readonly decisions: readonly Decision[];
  readonly recalibrations: readonly Recalibration[];
}
