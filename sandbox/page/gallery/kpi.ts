import type { KpiView } from '../../../src/contract/kpi-view.ts';
import { PEOPLE } from './people.ts';
import { auditPrice } from './prices.ts';
import { AUDIT_STATUS, DAY_TEN, status } from './statuses.ts';

const NO_BAND = {
  lower: null,
  upper: null,
  hardLower: null,
  hardUpper: null,
  naturalLower: null,
  naturalUpper: null,
} as const;

const PLAN = [
  { date: '2026-03-02', value: 0 },
  { date: '2026-04-13', value: 120 },
];

const AUDIT: KpiView['kpi'] = {
  id: 'C1',
  name: 'Audit evidence items accepted',
  unit: 'items',
  kind: 'reach',
  owner: PEOPLE.sam,
  initiative: { id: 'I-audit', name: 'Mandatory regulatory audit' },
  objectives: [
    { id: 'O1', name: 'Lending product earns revenue' },
    { id: 'O1.2', name: 'Regulatory audit passed' },
  ],
  captions: [
    'Sam Castellano, Risk & Compliance',
    'Mandatory regulatory audit',
    '0 to 120 items, 2 Mar to 13 Apr',
    'Reports every Friday',
  ],
};

const OTHERS_WAIT: KpiView['othersWait'] = [
  {
    kpi: 'L1',
    name: 'Launch gates passed',
    caption: 'Product, Dana Lindqvist; starts when this ends; float 0',
    crossing: 'Crosses from Risk & Compliance to Product',
  },
];

const FIRST_DAYS: KpiView['history'] = [
  {
    entry: 9,
    at: '2026-03-10T23:00:00Z',
    kind: 'status',
    status: 'yellow',
    label: 'Yellow',
    line: 'Green to Yellow: wait over by more than one working day',
    caption: 'Recalibration booked for Thu 12 Mar, 10:00, 9 hours later',
  },
  {
    entry: 6,
    at: '2026-03-06T10:00:00Z',
    kind: 'check-in',
    status: null,
    label: 'Check-in',
    line: '11 items, waiting for “Export from the audit tool”, third party, due 9 Mar',
    caption: 'Sam Castellano, Compliance KPIs 2026.xlsx',
  },
  {
    entry: 2,
    at: '2026-02-27T14:20:00Z',
    kind: 'plan',
    status: null,
    label: 'Plan',
    line: 'Plan set: 0 to 120 items, 2 Mar to 13 Apr, reported every Friday',
    caption: 'Ruth Adeyemi',
  },
];

export const KPI_DAY_TEN: KpiView = {
  asOf: DAY_TEN,
  timeZone: 'Europe/Berlin',
  kpi: AUDIT,
  status: AUDIT_STATUS,
  price: auditPrice(14),
  chart: {
    kind: 'reach',
    start: '2026-03-02',
    due: '2026-04-13',
    today: '2026-03-11',
    plan: PLAN,
    planRevision: 1,
    ghosts: [],
    readings: [{ date: '2026-03-06', value: 11, plan: 11.43, by: 'Sam Castellano', checkIn: 'c1' }],
    target: 120,
    band: NO_BAND,
    forecast: null,
    forecastFrom: null,
    slip: null,
    statusLane: [
      { from: '2026-03-02', status: 'not-started' },
      { from: '2026-03-06', status: 'green' },
      { from: '2026-03-11', status: 'yellow' },
    ],
    waitLane: [
      { what: 'Export from the audit tool', since: '2026-03-05', expectedBy: '2026-03-09', endedOn: null },
    ],
    decisions: [],
  },
  meeting: {
    recalibration: 'r-0142',
    line: 'Thu 12 Mar, 10:00–10:45',
    caption: 'Ruth Adeyemi decides by Fri 13 Mar, 10:45',
    meeting: null,
    mayDecide: true,
  },
  waitsFor: [
    {
      kpi: null,
      name: 'Export from the audit tool',
      caption: 'Third party; due 9 Mar, not here',
      crossing: null,
    },
  ],
  othersWait: OTHERS_WAIT,
  history: FIRST_DAYS,
};

export const KPI_LATER: KpiView = {
  ...KPI_DAY_TEN,
  asOf: '2026-03-30T07:20:00Z',
  status: status({
    status: 'yellow',
    since: '2026-03-27T09:12:00Z',
    slip: 3,
    forecastFinish: '2026-04-23',
    reasons: [
      ['slip', 'Slip 3 days is more than the tolerance of 2: 41 items on 27 Mar, plan 52.'],
      [
        'forecast',
        'At the pace of the last three readings it finishes on 23 Apr, 10 days after its due date.',
      ],
      ['dependency', 'Float 0: the launch gates start on the day this finishes.'],
    ],
  }),
  chart: {
    ...KPI_DAY_TEN.chart,
    today: '2026-03-30',
    planRevision: 2,
    plan: [
      { date: '2026-03-06', value: 11 },
      { date: '2026-03-13', value: 11 },
      { date: '2026-03-20', value: 24 },
      { date: '2026-03-27', value: 52 },
      { date: '2026-04-03', value: 84 },
      { date: '2026-04-13', value: 120 },
    ],
    ghosts: [{ revision: 1, since: '2026-03-02', points: PLAN }],
    readings: [
      { date: '2026-03-06', value: 11, plan: 11, by: 'Sam Castellano', checkIn: 'c1' },
      { date: '2026-03-13', value: 13, plan: 11, by: 'Sam Castellano', checkIn: 'c2' },
      { date: '2026-03-20', value: 24, plan: 24, by: 'Sam Castellano', checkIn: 'c3' },
      { date: '2026-03-27', value: 41, plan: 52, by: 'Sam Castellano', checkIn: 'c4' },
    ],
    forecast: { halfChance: '2026-04-23', likely: '2026-04-28' },
    slip: { from: '2026-03-24', to: '2026-03-27', value: 41, days: 3 },
    statusLane: [
      { from: '2026-03-02', status: 'not-started' },
      { from: '2026-03-06', status: 'green' },
      { from: '2026-03-11', status: 'yellow' },
      { from: '2026-03-20', status: 'green' },
      { from: '2026-03-27', status: 'yellow' },
    ],
    waitLane: [
      {
        what: 'Export from the audit tool',
        since: '2026-03-05',
        expectedBy: '2026-03-09',
        endedOn: '2026-03-18',
      },
    ],
    decisions: [{ date: '2026-03-12', label: 'Decision: reallocate' }],
  },
  meeting: {
    recalibration: 'r-0161',
    line: 'Held Fri 27 Mar, 14:00. No decision yet.',
    caption: 'Ruth Adeyemi decides; after 14:45 Erika Brandt',
    meeting: null,
    mayDecide: true,
  },
  waitsFor: [
    { kpi: null, name: 'Export from the audit tool', caption: 'Third party; came 18 Mar', crossing: null },
  ],
  history: [
    {
      entry: 31,
      at: '2026-03-27T09:12:00Z',
      kind: 'status',
      status: 'yellow',
      label: 'Yellow',
      line: 'Green to Yellow: slip 3 days, tolerance 2',
      caption: 'Recalibration held at 14:00, no decision; goes to Erika Brandt today at 14:45',
    },
    {
      entry: 14,
      at: '2026-03-12T09:38:00Z',
      kind: 'decision',
      status: null,
      label: 'Decision',
      line: 'Reallocate: two people from Build the lending features, 16 to 27 Mar',
      caption:
        'Ruth Adeyemi, 34 hours after the change. Review 27 Mar: Yellow then, Yellow now; it has not worked yet.',
    },
    ...FIRST_DAYS,
  ],
};
