import { readFileSync, existsSync } from 'node:fs';
import { addDays } from '../../src/domain/civil-date.ts';
import {
  DEFAULT_SETTINGS,
  type DelayProfile,
  type Dependency,
  type Initiative,
  type KeepKpi,
  type Objective,
  type Portfolio,
  type ReachKpi,
} from '../../src/domain/portfolio.ts';
import type { KpiState } from '../../src/domain/status.ts';

export const NO_PROFILE: DelayProfile = { kind: 'none' };
/** Day 0 of every built network. */
export const DAY_ZERO = '2026-03-02';

export function day(n: number): string {
  return addDays(DAY_ZERO, n);
}

export function objective(id: string, due: number, more: Partial<Objective> = {}): Objective {
  return {
    id,
    name: `Objective ${id}`,
    owner: `owner-${id}`,
    due: day(due),
    delayProfile: NO_PROFILE,
    ...more,
  };
}

export function initiative(id: string, carries: string, department = 'Product'): Initiative {
  const risk = { impact: 3, likelihood: 3 };
  return {
    id,
    objective: carries,
    name: `Initiative ${id}`,
    owner: `owner-${id}`,
    function: department,
    risk,
  };
}

export function reach(
  id: string,
  [start, due]: readonly [number, number],
  more: Partial<ReachKpi> = {},
): ReachKpi {
  const plan = { baseline: 0, target: 100, start: day(start), due: day(due), points: [] };
  return {
    id,
    kind: 'reach',
    readings: 'level',
    name: `KPI ${id}`,
    unit: '%',
    owner: `owner-${id}`,
    cadence: { every: 'week', on: ['friday'] },
    plan,
    revisions: [{ revision: 1, at: 0, plan }],
    ...more,
  };
}

export function keep(id: string, more: Partial<KeepKpi> = {}): KeepKpi {
  const plan = { lower: 0, upper: 10, start: day(0), due: day(100) };
  return {
    id,
    kind: 'keep',
    name: `KPI ${id}`,
    unit: 'bp',
    owner: `owner-${id}`,
    cadence: { every: 'week', on: ['friday'] },
    plan,
    revisions: [{ revision: 1, at: 0, plan }],
    ...more,
  };
}

export function dependency(from: string, to: string, more: Partial<Dependency> = {}): Dependency {
  return { from, to, type: 'finish-to-start', lagDays: 0, ...more };
}

export function portfolioOf(parts: Partial<Portfolio>): Portfolio {
  return {
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    workWeek: {
      days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      start: '09:00',
      end: '17:00',
    },
    holidays: [],
    settings: DEFAULT_SETTINGS,
    people: [],
    objectives: [],
    initiatives: [],
    kpis: [],
    dependencies: [],
    ...parts,
  };
}

export function kpiState(kpi: string, more: Partial<KpiState> = {}): KpiState {
  return {
    kpi,
    status: 'green',
    reasons: [{ code: 'on-plan', status: 'green', facts: {}, readings: [] }],
    slip: 0,
    slipUnshifted: 0,
    float: 0,
    room: 0,
    floatLeft: 0,
    tolerance: 2,
    forecastFinish: null,
    earliestFinish: null,
    reachedOn: null,
    lastReading: null,
    planAtReading: null,
    waits: [],
    warning: null,
    nextReport: null,
    missingReport: null,
    silentSince: null,
    longSilentFrom: null,
    counts: true,
    reviewAt: null,
    statusWithoutWarning: 'green',
    ...more,
  };
}

const STORY = new URL('../../../shared/story/lending-launch.json', import.meta.url);

/** In the file the plan's fields stand beside the KPI's own. */
type StoryKpi = Omit<ReachKpi, 'plan' | 'revisions'> & Omit<ReachKpi['plan'], 'points'>;

function flatPlan({ baseline, target, start, due }: StoryKpi): Omit<ReachKpi['plan'], 'points'> {
  return { baseline, target, start, due };
}

interface StoryFile extends Omit<Portfolio, 'kpis'> {
  readonly kpis: readonly StoryKpi[];
  readonly expectedNetwork: { readonly float: Record<string, number>; readonly crossFunctional: string[] };
  readonly expectedPrice: readonly {
    readonly kpi: string;
    readonly days: number;
    readonly moves: Record<string, string>;
    readonly cost: number;
    readonly owners?: readonly string[];
  }[];
}

/** The lending story's portfolio and expectations, where the shared folder is there; else null, loudly. */
export function lendingStory(): { readonly portfolio: Portfolio; readonly file: StoryFile } | null {
  if (!existsSync(STORY)) {
    console.warn(`skipped: ${STORY.pathname} is absent`);
    return null;
  }
  const file = JSON.parse(readFileSync(STORY, 'utf8')) as StoryFile;
  const kpis = file.kpis.map((kpi): ReachKpi => ({
    ...kpi,
    plan: { ...flatPlan(kpi), points: [] },
    revisions: [],
  }));
  return { portfolio: portfolioOf({ ...file, kpis, holidays: [], settings: DEFAULT_SETTINGS }), file };
}
