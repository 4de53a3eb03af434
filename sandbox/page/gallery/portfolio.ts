import type { PortfolioView, TreeRow } from '../../../src/contract/portfolio-view.ts';
import type { PersonRef, StatusView } from '../../../src/contract/primitives.ts';
import { COSTS } from './costs.ts';
import { MATRIX } from './matrix.ts';
import { PEOPLE } from './people.ts';
import {
  AUDIT_STATUS,
  DAY_TEN,
  FRAUD_STATUS,
  INTERFACES_STATUS,
  PARTNER_STATUS,
  status,
} from './statuses.ts';

const GREEN = status();
const NOT_STARTED = status({ status: 'not-started', reasons: [['not-started', 'Not started.']] });
const SILENT = status({
  status: 'silent',
  since: '2026-03-10T23:00:00Z',
  float: 32,
  reasons: [
    ['silent', 'Silent since 11 Mar: the report due 6 Mar is missing; last reading 430 calls on 27 Feb.'],
  ],
});

interface RowFacts {
  readonly name: string;
  readonly caption: string;
  readonly owner: PersonRef;
  readonly status: StatusView;
  readonly price: readonly [cost: number | null, short: string];
  readonly due: string;
  readonly decidedBy?: readonly [id: string, name: string];
  readonly meeting?: readonly [line: string, note: string | null];
}

function row(id: string, parent: string | null, level: number, facts: RowFacts): TreeRow {
  const { price, decidedBy, meeting, ...rest } = facts;
  return {
    ...rest,
    id,
    parent,
    level,
    kind: id.startsWith('O') ? 'objective' : 'kpi',
    functions: facts.owner.function ? [facts.owner.function] : [],
    decidedBy: decidedBy ? { id: decidedBy[0], name: decidedBy[1] } : null,
    price: { cost: price[0], short: price[1] },
    nextMeeting: meeting ? { recalibration: `r-${id}`, line: meeting[0], note: meeting[1] } : null,
  };
}

const AUDIT = ['C1', 'Audit evidence items accepted'] as const;
const LENDING = [12_000_000, '€120,000'] as const;
const POLAND = [9_500_000, '€95,000'] as const;

const ROWS: readonly TreeRow[] = [
  row('O1', null, 1, {
    name: 'Lending product earns revenue',
    caption: 'Erika Brandt · 1 Yellow, 1 Green, 1 not started',
    owner: PEOPLE.erika,
    status: AUDIT_STATUS,
    price: LENDING,
    due: '2026-04-20',
    decidedBy: AUDIT,
    meeting: ['Thu 12 Mar, 10:00', null],
  }),
  row('O1.2', 'O1', 2, {
    name: 'Regulatory audit passed',
    caption: 'Ruth Adeyemi',
    owner: PEOPLE.ruth,
    status: AUDIT_STATUS,
    price: LENDING,
    due: '2026-04-13',
    decidedBy: AUDIT,
    meeting: ['Thu 12 Mar, 10:00', null],
  }),
  row('C1', 'O1.2', 3, {
    name: 'Audit evidence items accepted',
    caption: 'Mandatory regulatory audit · Sam Castellano',
    owner: PEOPLE.sam,
    status: AUDIT_STATUS,
    price: LENDING,
    due: '2026-04-13',
    meeting: ['Thu 12 Mar, 10:00', null],
  }),
  row('O1.1', 'O1', 2, {
    name: 'Lending product feature-complete',
    caption: 'Paul Okafor',
    owner: PEOPLE.paul,
    status: GREEN,
    price: LENDING,
    due: '2026-04-13',
  }),
  row('P1', 'O1.1', 3, {
    name: 'Release scope accepted',
    caption: 'Build the lending features · Dana Lindqvist',
    owner: PEOPLE.dana,
    status: GREEN,
    price: LENDING,
    due: '2026-04-13',
  }),
  row('L1', 'O1', 2, {
    name: 'Launch gates passed',
    caption: 'Launch · Dana Lindqvist',
    owner: PEOPLE.dana,
    status: NOT_STARTED,
    price: LENDING,
    due: '2026-04-20',
  }),
  row('O2', null, 1, {
    name: 'Polish market open',
    caption: 'Erika Brandt · 1 Yellow, 2 Green, 1 not started',
    owner: PEOPLE.erika,
    status: PARTNER_STATUS,
    price: POLAND,
    due: '2026-06-01',
    decidedBy: ['B1', 'Partner documents signed'],
    meeting: ['Thu 12 Mar, 16:00', 'overdue, one level up'],
  }),
  row('B1', 'O2', 2, {
    name: 'Partner documents signed',
    caption: 'Partner bank contract · Tomasz Zielinski',
    owner: PEOPLE.tomasz,
    status: PARTNER_STATUS,
    price: POLAND,
    due: '2026-04-24',
    meeting: ['Thu 12 Mar, 16:00', 'overdue, one level up'],
  }),
  row('O3', null, 1, {
    name: 'Card fraud stays under 6 basis points',
    caption: 'Ruth Adeyemi · 1 Red, 2 Green',
    owner: PEOPLE.ruth,
    status: FRAUD_STATUS,
    price: [5_000_000, '€50,000'],
    due: '2026-12-31',
    decidedBy: ['F1', 'Fraud losses'],
    meeting: ['Review 20 Mar', 'decided'],
  }),
  row('F1', 'O3', 2, {
    name: 'Fraud losses',
    caption: 'Fraud rules · Nikhil Rao',
    owner: PEOPLE.nikhil,
    status: FRAUD_STATUS,
    price: [5_000_000, '€50,000'],
    due: '2026-12-31',
    meeting: ['Review 20 Mar', 'decided'],
  }),
  row('O4', null, 1, {
    name: 'Cost per account under €2.10',
    caption: 'Erika Brandt · 1 Yellow, 1 Silent, 1 Green',
    owner: PEOPLE.erika,
    status: INTERFACES_STATUS,
    price: [0, 'nothing yet'],
    due: '2026-06-30',
    decidedBy: ['E1', 'Interfaces moved off the old host'],
    meeting: ['Fri 13 Mar, 09:30', 'help requested'],
  }),
  row('E1', 'O4', 2, {
    name: 'Interfaces moved off the old host',
    caption: 'Old host switched off · Oskar Nyström',
    owner: PEOPLE.oskar,
    status: INTERFACES_STATUS,
    price: [0, 'nothing yet'],
    due: '2026-06-12',
    meeting: ['Fri 13 Mar, 09:30', 'help requested'],
  }),
  row('S1', 'O4', 2, {
    name: 'Calls avoided per week',
    caption: 'Self-service for card blocks · Farid Haddad',
    owner: PEOPLE.farid,
    status: SILENT,
    price: [0, 'nothing yet'],
    due: '2026-05-29',
  }),
  row('O5', null, 1, {
    name: 'Spring savings campaign earns deposits',
    caption: 'Ines Carvalho · 2 Green, 2 not started',
    owner: PEOPLE.ines,
    status: GREEN,
    price: [12_288_000, '€122,880'],
    due: '2026-05-04',
  }),
  row('M1', 'O5', 2, {
    name: 'Rate rules live',
    caption: 'Rate engine change · Yusuf Demir',
    owner: PEOPLE.yusuf,
    status: status({ float: 10 }),
    price: [3_722_300, '€37,223'],
    due: '2026-04-17',
  }),
  row('O6', null, 1, {
    name: 'Books closed in four days',
    caption: 'Lena Vogel · 1 not started',
    owner: PEOPLE.lena,
    status: { ...NOT_STARTED, float: 4 },
    price: [null, 'no price'],
    due: '2026-06-30',
  }),
];

export const PORTFOLIO: PortfolioView = {
  asOf: DAY_TEN,
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  sentence: [
    { text: 'Two more weeks on ' },
    { text: 'Audit evidence items accepted', strong: true },
    { text: ' cost ' },
    { text: '€120,000', strong: true },
    { text: '. Three decisions are open; one is overdue.' },
  ],
  costs: [...COSTS],
  costless: [
    { text: 'Two more have left Green and cost nothing yet: ' },
    { text: 'Interfaces moved off the old host', kpi: 'E1' },
    { text: ' (18 days of float) and ' },
    { text: 'Calls avoided per week', kpi: 'S1' },
    { text: ' (32 days of float, Silent).' },
  ],
  rows: [...ROWS],
  matrix: [...MATRIX],
  functions: [
    'Product',
    'Risk & Compliance',
    'Partnerships',
    'Operations',
    'Engineering',
    'Marketing',
    'Finance',
  ],
  findings: [
    {
      code: 'negative-float',
      sentence: [
        { text: 'Interfaces moved off the old host', kpi: 'E1' },
        {
          text: ' is planned to finish 3 days too late for Old host switched off, due 29 May. The plan itself cannot work: shorten it or move a date.',
        },
      ],
    },
    {
      code: 'initiative-without-kpi',
      sentence: [
        {
          text: 'Branch retraining has no KPI, so nothing can be said of it. It needs one before it starts.',
        },
      ],
    },
    {
      code: 'profiles-add',
      sentence: [
        {
          text: 'A delay of Regulatory audit passed costs something and so does one of Lending product earns revenue above it: both are added. Keep one of the two delay profiles if they mean the same money.',
        },
      ],
    },
  ],
};
