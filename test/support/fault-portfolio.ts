import { directoryFromPeople, type Directory } from '../../sandbox/directory.ts';
import { type CivilDate, addDays, daysBetween } from '../../src/domain/civil-date.ts';
import { DEFAULT_SETTINGS, type Kpi, type Person, type Portfolio } from '../../src/domain/portfolio.ts';

/** Many small teams, each with a decision maker of its own, so that many meetings are booked side by side. */

const TEAMS = 12;
const KPIS_OF_A_TEAM = 2;
const START = '2026-03-02';
const DUE = '2027-03-02';

export function faultPortfolio(): Portfolio {
  const teams = Array.from({ length: TEAMS }, (_, nth) => nth);
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
    people: [
      { id: 'erika', name: 'Erika Brandt', function: 'Executive', appRole: 'Leader' },
      ...teams.flatMap(teamPeople),
    ],
    objectives: [
      {
        id: 'O',
        name: 'All',
        owner: 'erika',
        due: DUE,
        delayProfile: { kind: 'linear', perWeek: 1_000_000 },
      },
      ...teams.map((nth) => ({
        id: `O${nth}`,
        parent: 'O',
        name: `Part ${nth}`,
        owner: `lead${nth}`,
        due: DUE,
        delayProfile: { kind: 'none' } as const,
      })),
    ],
    initiatives: teams.map((nth) => ({
      id: `I${nth}`,
      objective: `O${nth}`,
      name: `Initiative ${nth}`,
      owner: `lead${nth}`,
      function: 'Product',
      risk: { impact: 3, likelihood: 3 },
    })),
    kpis: teams.flatMap(teamKpis),
    dependencies: [],
  };
}

/** Where a KPI should stand that evening: on its plan, so that only what people say makes it worse. */
export function onPlan(date: CivilDate): number {
  return Math.ceil((100 * daysBetween(START, addDays(date, 1))) / daysBetween(START, DUE));
}

export function faultDirectory(): Directory {
  return directoryFromPeople(faultPortfolio().people);
}

function teamPeople(nth: number): readonly Person[] {
  const owners = Array.from({ length: KPIS_OF_A_TEAM }, (_, at) => `owner${nth}-${at}`);
  return [
    { id: `lead${nth}`, name: `Lead ${nth}`, function: 'Product', appRole: 'Leader' },
    ...owners.map((id): Person => ({ id, name: `Owner ${id}`, function: 'Product', appRole: 'Manager' })),
  ];
}

function teamKpis(nth: number): readonly Kpi[] {
  return Array.from({ length: KPIS_OF_A_TEAM }, (_, at): Kpi => {
    const plan = { baseline: 0, target: 100, start: START, due: DUE, points: [] };
    return {
      id: `K${nth}-${at}`,
      initiative: `I${nth}`,
      name: `Figure ${nth}-${at}`,
      unit: '%',
      owner: `owner${nth}-${at}`,
      cadence: { every: 'week', on: ['friday'] },
      kind: 'reach',
      readings: 'level',
      plan,
      revisions: [{ revision: 1, at: 0, plan }],
    };
  });
}
