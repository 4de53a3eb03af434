import type {
  RecalibrationCard,
  RecalibrationsView,
  RecalibrationView,
} from '../../../src/contract/recalibration-view.ts';
import { PEOPLE } from './people.ts';
import { auditPrice } from './prices.ts';
import {
  AUDIT_STATUS,
  DAY_TEN,
  FRAUD_STATUS,
  INTERFACES_STATUS,
  PARTNER_STATUS,
  status,
} from './statuses.ts';

const AUDIT_CARD: RecalibrationCard = {
  id: 'r-0142',
  column: 'booked',
  revision: 1,
  kpi: { id: 'C1', name: 'Audit evidence items accepted' },
  status: AUDIT_STATUS,
  priceShort: '€120,000',
  headline: 'Wait for the export, 2 days over',
  helpRequested: false,
  openedAt: '2026-03-10T23:00:00Z',
  decideBy: '2026-03-13T09:45:00Z',
  overdue: false,
  meeting: {
    start: '2026-03-12T09:00:00Z',
    end: '2026-03-12T09:45:00Z',
    timeZone: 'Europe/Berlin',
    concessions: [],
  },
  decisionMaker: PEOPLE.ruth,
  decision: null,
};

const DECISION: NonNullable<RecalibrationCard['decision']> = {
  id: 'd-1',
  at: '2026-03-09T10:00:00Z',
  by: PEOPLE.ruth,
  kind: 'pivot',
  reason: 'The new merchant type is the loss.',
  reviewDate: '2026-03-20',
  summary: 'Pivot: block the new merchant type',
  latencyDays: 3,
  statusThen: 'Red',
  worked: null,
};

const CARDS: readonly RecalibrationCard[] = [
  AUDIT_CARD,
  {
    ...AUDIT_CARD,
    id: 'r-0141',
    kpi: { id: 'E1', name: 'Interfaces moved off the old host' },
    status: INTERFACES_STATUS,
    priceShort: 'nothing yet',
    headline: 'Help requested: Oskar Nyström warned of 10 days',
    helpRequested: true,
    decisionMaker: PEOPLE.helen,
  },
  {
    ...AUDIT_CARD,
    id: 'r-0138',
    column: 'held',
    revision: 2,
    kpi: { id: 'B1', name: 'Partner documents signed' },
    status: PARTNER_STATUS,
    priceShort: '€95,000',
    headline: 'Held Fri 6 Mar, 14:30; Helen Marsh did not decide',
    overdue: true,
    decisionMaker: PEOPLE.erika,
  },
  {
    ...AUDIT_CARD,
    id: 'r-0137',
    column: 'decided',
    kpi: { id: 'F1', name: 'Fraud losses' },
    status: FRAUD_STATUS,
    priceShort: '€50,000',
    headline: 'Pivot: block the new merchant type',
    decision: DECISION,
  },
  ...[
    'Statements by post',
    'Merchant contracts signed',
    'Test coverage of rate rules',
    'Old price list ended',
  ].map((name, index): RecalibrationCard => ({
    ...AUDIT_CARD,
    id: `r-010${index}`,
    column: 'reviewed',
    kpi: { id: `X${index}`, name },
    status: index === 1 ? PARTNER_STATUS : status(),
    priceShort: '',
    headline: index === 1 ? 'Hold course until the new price list' : 'Stop: print contract ended early',
    decision: {
      ...DECISION,
      by: PEOPLE.helen,
      latencyDays: 2,
      worked: index !== 1,
      reviewDate: '2026-02-27',
    },
  })),
];

const DAYS = [2, 4, 9, 2, 1, 3, 1, 2, 2, 5, 1, 2, 1, 3];

export const RECALIBRATIONS: RecalibrationsView = {
  asOf: DAY_TEN,
  sentence: [
    { text: 'Half of all decisions take ' },
    { text: '2 days', strong: true },
    { text: ' or less. One is overdue: ' },
    { text: 'Partner documents signed', strong: true },
    { text: ', open for 5 days, now with Erika Brandt.' },
  ],
  medianDays: 2,
  cards: [...CARDS],
  latency: [
    ...DAYS.map((days, index) => ({
      recalibration: `l-${index}`,
      name: days === 9 ? 'Merchant contracts signed' : `Decision ${index + 1}`,
      at: new Date(Date.UTC(2025, 11, 16 + index * 6)).toISOString(),
      days,
      open: false,
    })),
    {
      recalibration: 'r-0138',
      name: 'Partner documents signed',
      at: '2026-03-06T10:00:00Z',
      days: 5,
      open: true,
    },
  ],
};

export const DECISION_VIEW: RecalibrationView = {
  asOf: '2026-03-12T09:31:00Z',
  card: AUDIT_CARD,
  price: auditPrice(14),
  facts: [
    { label: 'Decide by', value: 'Fri 13 Mar, 10:45', strong: true },
    { label: 'Reading', value: '11 of 120 items on 6 Mar; plan 11.4', strong: false },
    { label: 'Float', value: '0 days', strong: false },
    { label: 'Waits for', value: 'Export from the audit tool, third party, due 9 Mar', strong: false },
    { label: 'Due', value: '13 Apr; no forecast before three readings', strong: false },
  ],
  attendees: [
    { person: PEOPLE.ruth, optional: false, why: 'decides: owns Regulatory audit passed' },
    { person: PEOPLE.sam, optional: false, why: 'owns this KPI' },
    { person: PEOPLE.dana, optional: false, why: 'Launch gates passed starts when it ends' },
    { person: PEOPLE.erika, optional: true, why: 'owns the lending revenue' },
  ],
  otherwise: 'On Fri 13 Mar at 10:45 the decision goes to Erika Brandt, with a new meeting.',
  sources: [
    {
      initiative: 'I-build',
      name: 'Build the lending features',
      kpi: 'P1',
      sentence:
        'This takes 10 working days from Release scope accepted. It has no float either: each day lost there costs €8,571.',
    },
    {
      initiative: 'I-fraud',
      name: 'Fraud model refresh',
      kpi: null,
      sentence: 'Fraud model refresh has no price.',
    },
  ],
  stopConsequence: 'Mandatory regulatory audit ends. Two people become free; the launch loses its audit.',
  plan: { kind: 'reach', due: '2026-04-13', target: 120, unit: 'items' },
  mayDecide: true,
  refusal: null,
  earliestReview: '2026-03-13',
  suggestedReview: '2026-03-27',
};
