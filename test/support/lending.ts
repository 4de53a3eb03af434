import { DEFAULT_SETTINGS, type Kpi, type Portfolio, type ReachPlan } from '../../src/domain/portfolio.ts';

/** A small launch of our own making: building and an audit, side by side, then the launch. Day 1 is 2 Mar 2026. */
export function lendingPortfolio(): Portfolio {
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
      { id: 'paul', name: 'Paul Okafor', function: 'Product', appRole: 'Leader' },
      { id: 'dana', name: 'Dana Lindqvist', function: 'Product', appRole: 'Manager' },
      { id: 'ruth', name: 'Ruth Adeyemi', function: 'Risk', appRole: 'Leader' },
      { id: 'sam', name: 'Sam Castellano', function: 'Risk', appRole: 'Manager' },
      { id: 'ada', name: 'Ada Admin', function: 'IT', appRole: 'Admin' },
    ],
    objectives: [
      {
        id: 'O1',
        name: 'Lending earns',
        owner: 'erika',
        due: '2026-04-20',
        delayProfile: { kind: 'linear', perWeek: 6_000_000 },
      },
      {
        id: 'O1.1',
        parent: 'O1',
        name: 'Built',
        owner: 'paul',
        due: '2026-04-13',
        delayProfile: { kind: 'none' },
      },
      {
        id: 'O1.2',
        parent: 'O1',
        name: 'Audit passed',
        owner: 'ruth',
        due: '2026-04-13',
        delayProfile: { kind: 'none' },
      },
    ],
    initiatives: [
      {
        id: 'I-build',
        objective: 'O1.1',
        name: 'Build',
        owner: 'paul',
        function: 'Product',
        risk: { impact: 4, likelihood: 2 },
      },
      {
        id: 'I-audit',
        objective: 'O1.2',
        name: 'Audit',
        owner: 'ruth',
        function: 'Risk',
        risk: { impact: 5, likelihood: 3 },
      },
      {
        id: 'I-launch',
        objective: 'O1',
        name: 'Launch',
        owner: 'erika',
        function: 'Product',
        risk: { impact: 5, likelihood: 2 },
      },
    ],
    kpis: [
      reach('P1', { initiative: 'I-build', name: 'Scope accepted', unit: '%', owner: 'dana' }, plan(100)),
      reach(
        'C1',
        { initiative: 'I-audit', name: 'Evidence accepted', unit: 'items', owner: 'sam' },
        plan(120),
      ),
      reach(
        'L1',
        { initiative: 'I-launch', name: 'Gates passed', unit: 'gates', owner: 'dana' },
        { baseline: 0, target: 5, start: '2026-04-13', due: '2026-04-20', points: [] },
      ),
    ],
    dependencies: [
      { from: 'P1', to: 'L1', type: 'finish-to-start', lagDays: 0 },
      { from: 'C1', to: 'L1', type: 'finish-to-start', lagDays: 0 },
    ],
  };
}

function plan(target: number): ReachPlan {
  return { baseline: 0, target, start: '2026-03-02', due: '2026-04-13', points: [] };
}

type Named = Pick<Kpi, 'name' | 'unit' | 'owner'> & { readonly initiative: string };

function reach(id: string, named: Named, path: ReachPlan): Kpi {
  const revisions = [{ revision: 1, at: 0, plan: path }];
  return {
    id,
    ...named,
    cadence: { every: 'week', on: ['friday'] },
    kind: 'reach',
    readings: 'level',
    plan: path,
    revisions,
  };
}
