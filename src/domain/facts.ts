import { type CheckInLog, logOf } from './check-in-log.ts';
import type { CheckIn } from './check-in.ts';
import type { Decision } from './decision.ts';
import type { Portfolio } from './portfolio.ts';
import type { Recalibration } from './recalibration.ts';

/** Everything accepted so far, as known at one moment. Lists are ordered by time of acceptance. */
export interface Facts {
  readonly portfolio: Portfolio;
  readonly checkIns: CheckInLog;
  readonly decisions: readonly Decision[];
  readonly recalibrations: readonly Recalibration[];
}

/** Facts as lists, the way they are written down. */
export interface ListedFacts extends Omit<Facts, 'checkIns'> {
  readonly checkIns: readonly CheckIn[];
}

export function factsFrom({ checkIns, ...rest }: ListedFacts): Facts {
  return { ...rest, checkIns: logOf(checkIns) };
}

/** A portfolio about which nothing was reported or decided yet. */
export function noFacts(portfolio: Portfolio): Facts {
  return factsFrom({ portfolio, checkIns: [], decisions: [], recalibrations: [] });
}
