import type { CivilDate } from '../src/domain/civil-date.ts';
import {
  type Cadence,
  DEFAULT_SETTINGS,
  type Kpi,
  type Portfolio,
  type ReachKpi,
} from '../src/domain/portfolio.ts';
import { instantAt } from '../src/domain/zoned-time.ts';

export const ZONE = 'Europe/Berlin';
export const LEAD = 'lead';
export const KPI = 'K';
/** Reports and set-up arrive in the afternoon of a working day. */
export const HOUR = 15 * 60;
/** From 0 to this: fine enough that rounding a reading says nothing. */
export const TARGET = 10_000;

/** One KPI that nothing else touches: no objective, so float and room are 0 (DESIGN.md 3.6). */
export function portfolioWith(kpi: Kpi): Portfolio {
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
    people: [
      { id: 'owner', name: 'Owner', appRole: 'Manager', manager: LEAD },
      { id: LEAD, name: 'Lead', appRole: 'Leader' },
    ],
    objectives: [],
    initiatives: [],
    kpis: [kpi],
    dependencies: [],
  };
}

/** A straight plan from 0 to the target. */
export function straightKpi(start: CivilDate, due: CivilDate, cadence: Cadence): ReachKpi {
  const plan = { baseline: 0, target: TARGET, start, due, points: [] };
  const revisions = [{ revision: 1, at: instantAt(start, 0, ZONE), plan }];
  const named = { id: KPI, name: 'Simulated work', unit: 'items', owner: 'owner' };
  return { ...named, cadence, kind: 'reach', readings: 'level', plan, revisions };
}
