import type { ReasonView, StatusView } from '../../../src/contract/primitives.ts';

type Overrides = Partial<Omit<StatusView, 'reasons'>> & { readonly reasons?: readonly Why[] };
type Why = readonly [code: ReasonView['code'], sentence: string];

/** A status with what a picture needs; the rest is quiet. */
export function status(overrides: Overrides = {}): StatusView {
  const { reasons = [['on-plan', 'On plan.']], ...rest } = overrides;
  return {
    status: 'green',
    since: null,
    slip: 0,
    float: 0,
    floatLeft: 0,
    room: 0,
    forecastFinish: null,
    reviewAt: null,
    ...rest,
    reasons: reasons.map(([code, sentence]) => ({ code, sentence, facts: {} })),
  };
}

export const DAY_TEN = '2026-03-11T08:42:00Z';

/** The audit on day ten: the wait is over its date, the number is on plan. */
export const AUDIT_STATUS = status({
  status: 'yellow',
  since: '2026-03-10T23:00:00Z',
  slip: 0.15,
  reasons: [
    ['wait-overdue', 'The wait for “Export from the audit tool” was due 9 Mar and is 2 days over.'],
    ['slip', 'Slip 0 days: 11 items on 6 Mar, plan 11.4.'],
    ['dependency', 'Float 0: the launch gates start on the day this finishes.'],
  ],
});

export const PARTNER_STATUS = status({
  status: 'yellow',
  since: '2026-03-06T10:00:00Z',
  slip: 9,
  float: 6,
  room: 6,
  reasons: [['slip', '14 of 30 documents on 6 Mar, plan 20; slip 9 days, float 6.']],
});

export const FRAUD_STATUS = status({
  status: 'red',
  since: '2026-03-06T10:00:00Z',
  float: null,
  room: null,
  floatLeft: null,
  reasons: [['outside-hard-limit', '8.6 bp is outside the hard limit of 8.0.']],
});

export const INTERFACES_STATUS = status({
  status: 'yellow',
  since: '2026-03-10T09:00:00Z',
  slip: 1,
  float: 18,
  room: 18,
  reasons: [['early-warning', 'Oskar Nyström warned of 10 days; slip 1 day, float 18.']],
});
