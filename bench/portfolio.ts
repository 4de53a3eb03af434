import { addDays, type CivilDate } from '../src/domain/civil-date.ts';
import type { CheckIn } from '../src/domain/check-in.ts';
import { type Facts, factsFrom } from '../src/domain/facts.ts';
import {
  DEFAULT_SETTINGS,
  type Dependency,
  type Initiative,
  type Objective,
  type Portfolio,
  type ReachKpi,
} from '../src/domain/portfolio.ts';
import { instantAt } from '../src/domain/zoned-time.ts';
import { seeded } from './measure.ts';

export const ZONE = 'Europe/Berlin';
export const OWNER = 'owner';
const KPIS_PER_INITIATIVE = 5;
const KPIS_PER_OBJECTIVE = 20;
const EDGES_PER_KPI = 2;
const DURATION = 60;
const LATEST_START = 90;

/** A year of work of which fifty weeks are reported: for the rules at full length. */
export const YEAR: Span = { latestStart: 28, duration: 420, weeks: 50, today: 380 };

/** How long plans take, when the last one starts, and what is reported by which day. */
export interface Span {
  readonly latestStart: number;
  readonly duration: number;
  readonly weeks: number;
  readonly today: number;
}

/** Day 0 is Monday, 2 March 2026. */
export function day(n: number): CivilDate {
  return addDays('2026-03-02', n);
}

/** A network of so many KPIs with two dependencies each, the same in every run. They start until `latestStart`. */
export function portfolioOf(count: number, latestStart = LATEST_START, duration = DURATION): Portfolio {
  const random = seeded(count);
  const starts = Array.from({ length: count }, (_, n) => Math.floor((n / count) * latestStart));
  const dues = starts.map((start) => start + duration);
  const end = LATEST_START + duration;
  return {
    timeZone: ZONE,
    currency: 'EUR',
    workWeek: {
      days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      start: '09:00',
      end: '17:00',
    },
    holidays: [],
    settings: DEFAULT_SETTINGS,
    people: [{ id: OWNER, name: 'Owner', function: 'Product', appRole: 'Manager' }],
    objectives: Array.from({ length: Math.ceil(count / KPIS_PER_OBJECTIVE) }, (_, n) =>
      objective(n, end, random),
    ),
    initiatives: Array.from({ length: Math.ceil(count / KPIS_PER_INITIATIVE) }, (_, n) => initiative(n)),
    kpis: starts.map((start, n) => kpi(n, start, dues[n] ?? start + duration)),
    dependencies: starts.flatMap((_, n) => dependencies(n, duration, random)),
  };
}

function objective(n: number, end: number, random: () => number): Objective {
  const costs = n % 3 > 0;
  return {
    id: `O${n}`,
    name: `Objective ${n}`,
    owner: OWNER,
    due: day(end + Math.floor(random() * 30)),
    delayProfile: costs ? { kind: 'linear', perWeek: 1_000_000 } : { kind: 'none' },
    ...(n > 0 && { parent: `O${Math.floor((n - 1) / 5)}` }),
  };
}

function initiative(n: number): Initiative {
  return {
    id: `I${n}`,
    objective: `O${Math.floor((n * KPIS_PER_INITIATIVE) / KPIS_PER_OBJECTIVE)}`,
    name: `Initiative ${n}`,
    owner: OWNER,
    function: n % 2 > 0 ? 'Product' : 'Risk',
    risk: { impact: 3, likelihood: 3 },
  };
}

function kpi(n: number, start: number, due: number): ReachKpi {
  const plan = { baseline: 0, target: 100, start: day(start), due: day(due), points: [] };
  return {
    id: `K${n}`,
    initiative: `I${Math.floor(n / KPIS_PER_INITIATIVE)}`,
    kind: 'reach',
    readings: 'level',
    name: `KPI ${n}`,
    unit: '%',
    owner: OWNER,
    cadence: { every: 'week', on: ['friday'] },
    plan,
    revisions: [{ revision: 1, at: 0, plan }],
  };
}

/** From two of the two hundred KPIs before it; lags are negative enough for most plans to work. */
function dependencies(n: number, duration: number, random: () => number): readonly Dependency[] {
  return Array.from({ length: n === 0 ? 0 : EDGES_PER_KPI }, (): Dependency => {
    const back = 1 + Math.floor(random() * Math.min(n, 200));
    return { from: `K${n - back}`, to: `K${n}`, type: 'finish-to-start', lagDays: -duration };
  });
}

/** Six weekly check-ins of every KPI that has started by then; one in ten readings is behind its plan. */
export function factsOf(portfolio: Portfolio, today: number): Facts {
  return reported(portfolio, { latestStart: LATEST_START, duration: DURATION, weeks: 6, today });
}

/** A portfolio with two dependencies and fifty check-ins a KPI; one KPI in ten is behind its plan. */
export function yearOf(count: number): Facts {
  return reported(portfolioOf(count, YEAR.latestStart, YEAR.duration), YEAR);
}

function reported(portfolio: Portfolio, { weeks, today, duration }: Span): Facts {
  const random = seeded(7);
  const checkIns: CheckIn[] = [];
  for (let week = weeks - 1; week >= 0; week -= 1) {
    const at = today - 1 - week * 7;
    for (const [n, { id, plan }] of portfolio.kpis.entries()) {
      if (plan.start >= day(at)) continue;
      const share = (Date.parse(day(at)) - Date.parse(plan.start)) / (duration * 86_400_000);
      const isBehind = weeks > 6 ? n % 10 === 3 : random() < 0.1;
      checkIns.push({
        id: `${id}-${at}`,
        kpi: id,
        at: instantAt(day(at), 600, ZONE),
        date: day(at),
        value: Math.min(100, Math.round(share * 1000 * (isBehind ? 0.7 : 1.02)) / 10),
      });
    }
  }
  return factsFrom({ portfolio, checkIns, decisions: [], recalibrations: [] });
}
