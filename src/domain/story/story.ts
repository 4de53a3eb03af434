import type { CheckIn } from '../check-in.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Decision } from '../decision.ts';
import type { Cadence, KpiId, Portfolio, PersonId, Settings } from '../portfolio.ts';
import type { ReasonCode, Status } from '../status.ts';
import type { Instant } from '../zoned-time.ts';

/** A portfolio, what people reported, and what must come out. The format of `lastmile replay`. */
export interface Story {
  readonly title?: string;
  readonly portfolio: Portfolio;
  readonly versions: readonly StoryVersion[];
  readonly expectedNetwork?: ExpectedNetwork;
  readonly expectedPrice: readonly ExpectedPrice[];
  /** Unknown keys and the like: told, never fatal. */
  readonly warnings: readonly string[];
}

/** One variant of what happened. */
export interface StoryVersion {
  readonly name: string;
  /** By time of sending. */
  readonly checkIns: readonly CheckIn[];
  readonly decisions: readonly Decision[];
  readonly cadence: ReadonlyMap<KpiId, Cadence>;
  readonly settings: Partial<Settings>;
  readonly expected: Expected;
  /** The JSON path of each event by its id, for messages. */
  readonly paths: ReadonlyMap<string, string>;
}

export interface Expected {
  readonly statuses: ReadonlyMap<string, readonly ExpectedStatus[]>;
  readonly all?: { readonly status?: Status; readonly recalibrations?: number };
  readonly recalibrations: readonly ExpectedRecalibration[];
  /** True where the file says that there is none: an empty list. */
  readonly noRecalibration: boolean;
  /** The day of the first non-green status; null: there must be none. */
  readonly dayFound?: number | null;
}

export interface ExpectedStatus {
  readonly asOf: Instant;
  readonly status: Status;
  readonly reason?: ReasonCode;
  readonly slip?: number;
  readonly decidedBy?: string;
  /** Since when this status stands. */
  readonly since?: Instant;
  /** Calendar days. */
  readonly float?: number;
  /** Null: none is shown. */
  readonly forecastFinish?: CivilDate | null;
}

export interface ExpectedRecalibration {
  readonly cause: KpiId;
  readonly openedBy?: Instant;
  readonly deadline?: Instant;
  readonly required?: readonly PersonId[];
  readonly optional?: readonly PersonId[];
  readonly decisionMaker?: PersonId;
  readonly count?: number;
  readonly revision?: number;
}

export interface ExpectedNetwork {
  readonly float?: ReadonlyMap<KpiId, number>;
  readonly room?: ReadonlyMap<KpiId, number>;
  readonly tolerance?: ReadonlyMap<KpiId, number>;
  readonly crossFunctional?: readonly string[];
}

export interface ExpectedPrice {
  readonly kpi: KpiId;
  readonly days: number;
  readonly moves?: ReadonlyMap<string, CivilDate>;
  /** Null: no price. */
  readonly cost?: number | null;
  readonly owners?: readonly PersonId[];
}

/** The portfolio as one version lives it: its own cadences and settings. */
export function portfolioOf(story: Story, version: StoryVersion): Portfolio {
  const { portfolio } = story;
  return {
    ...portfolio,
    settings: { ...portfolio.settings, ...version.settings },
    kpis: portfolio.kpis.map((kpi) => ({ ...kpi, cadence: version.cadence.get(kpi.id) ?? kpi.cadence })),
  };
}
