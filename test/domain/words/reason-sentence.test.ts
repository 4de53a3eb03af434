import { describe, expect, it } from 'vitest';
import type { Reason } from '../../../src/domain/status.ts';
import { NBSP } from '../../../src/domain/words/format.ts';
import { type ReasonContext, reasonSentence } from '../../../src/domain/words/reason-sentence.ts';
import { instantAt } from '../../../src/domain/zoned-time.ts';

function context(unit: string, since: string | null = null, ownerName = 'Sam Castellano'): ReasonContext {
  return {
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    today: '2026-03-30',
    unit,
    ownerName,
    kpiName: () => 'Partner documents signed',
    since: since === null ? null : instantAt(since, 0, 'Europe/Berlin'),
  };
}

function reason(code: Reason['code'], status: Reason['status'], facts: Reason['facts']): Reason {
  return { code, status, facts, readings: [] };
}

/** SCREENS.md section 8, sentences 1 to 10, word for word. */
const SPOKEN: readonly (readonly [string, Reason, ReasonContext])[] = [
  [
    'Yellow since 11 Mar: the wait for “Export from the audit tool” was due 9 Mar; slip 0 days, float 0.',
    reason('wait-overdue', 'yellow', {
      what: 'Export from the audit tool',
      expectedBy: '2026-03-09',
      slip: 0.15,
      float: 0,
    }),
    context('items', '2026-03-11'),
  ],
  [
    'Yellow since 27 Mar: 41 of 120 items, plan 52; slip 3 days, tolerance 2.',
    reason('slip', 'yellow', { value: 41, target: 120, plan: 52, slip: 3.65, tolerance: 2.1 }),
    context('items', '2026-03-27'),
  ],
  [
    'Yellow: at the pace since the start it finishes on 23 Apr, 10 days after its due date.',
    reason('forecast', 'yellow', { finish: '2026-04-23', daysLate: 10 }),
    context('items', '2026-03-27'),
  ],
  [
    'Yellow: no movement over two check-ins, although the plan moves.',
    reason('stalled', 'yellow', {}),
    context(''),
  ],
  [
    'Yellow since 10 Mar: Oskar Nyström warned of 10 days; slip 1 day, float 18.',
    reason('early-warning', 'yellow', { slipDays: 10, by: 'oskar', slip: 1, float: 18 }),
    context('', '2026-03-10', 'Oskar Nyström'),
  ],
  [
    'Yellow because Partner documents signed comes on 12 May at the earliest; this was to start on 27 Apr.',
    reason('dependency', 'yellow', {
      predecessor: 'P',
      predecessorFinish: '2026-05-12',
      holds: 'start',
      planned: '2026-04-27',
    }),
    context(''),
  ],
  [
    'Red since 6 Mar: 8.6 bp is outside the hard limit of 8.0.',
    reason('outside-hard-limit', 'red', { value: 8.6, limit: 8 }),
    context('bp', '2026-03-06'),
  ],
  [
    'Silent since 11 Mar: the report due 6 Mar is missing; last reading 430 calls on 27 Feb.',
    reason('silent', 'silent', { report: '2026-03-06', lastValue: 430, lastDate: '2026-02-27' }),
    context('calls', '2026-03-11'),
  ],
  [
    'Green: 7 findings on 6 Mar, plan 6.6.',
    reason('on-plan', 'green', { value: 7, date: '2026-03-06', plan: 6.6 }),
    context('findings', '2026-03-02'),
  ],
  [
    'Not started: the first report falls due Fri 17 Apr.',
    reason('not-started', 'green', { report: '2026-04-17' }),
    context('gates'),
  ],
];

describe('a reason in words', () => {
  it.each(SPOKEN)('%s', (sentence, told, words) => {
    expect(reasonSentence(told, words).replaceAll(NBSP, ' ')).toBe(sentence);
  });

  it.each([
    [
      'past-due',
      { value: 95, target: 100, days: 6, due: '2026-04-13' },
      'Red since 6 Mar: 95 of 100 %, 6 days after its due date of 13 Apr.',
    ],
    ['outside-band', { value: 9, limit: 8 }, 'Red since 6 Mar: 9 % is outside the band’s limit of 8.'],
    [
      'signal',
      { value: 9.5, date: '2026-03-06', side: 'upper', rule: 'beyond-limit', naturalLimit: 9.25 },
      'Red since 6 Mar: 9.50 % on 6 Mar is above its natural limit of 9.25.',
    ],
    [
      'signal',
      { value: 9, side: 'lower', rule: 'run-of-eight', mean: 9.5 },
      'Red since 6 Mar: the last eight readings lie below their mean of 9.5 %.',
    ],
    [
      'slip',
      { value: 11, target: 0, plan: 8, slip: 2.5, tolerance: 2.1 },
      'Red since 6 Mar: 11 %, target 0, plan 8; slip 2.5 days, tolerance 2.1.',
    ],
    [
      'silent',
      { report: '2026-03-06', lastValue: null, lastDate: null },
      'Red since 6 Mar: the report due 6 Mar is missing; there is no reading yet.',
    ],
    [
      'slip',
      { value: 120, target: 100, plan: 9.96, slip: 4.9, tolerance: 2.1 },
      'Red since 6 Mar: 120 %, target 100, plan 10; slip 4 days, tolerance 2.',
    ],
    [
      'slip',
      { value: 100, target: 100, plan: 12.6, slip: 4, tolerance: 2 },
      'Red since 6 Mar: 100 of 100 %, plan 13; slip 4 days, tolerance 2.',
    ],
    [
      'slip',
      { value: 0.42, target: 0.9, plan: 0.456, slip: 1.96, tolerance: 0.5 },
      'Red since 6 Mar: 0.42 of 0.9 %, plan 0.46; slip 1 day, tolerance 0.',
    ],
    [
      'slip',
      { value: -4, target: -9, plan: -5.55, slip: 3, tolerance: 2 },
      'Red since 6 Mar: −4 %, target −9, plan −5.6; slip 3 days, tolerance 2.',
    ],
    [
      'wait-overdue',
      { what: 'the export', expectedBy: '2026-03-09' },
      'Red since 6 Mar: the wait for “the export” was due 9 Mar.',
    ],
    ['report-awaited', { report: '2026-03-13' }, 'Red: the first report, due Fri 13 Mar, is awaited.'],
  ] as const)('%s: %j', (code, facts, sentence) => {
    const told = reasonSentence(reason(code, 'red', facts), context('%', '2026-03-06'));
    expect(told.replaceAll(NBSP, ' ')).toBe(sentence);
  });

  it.each([
    [
      'reached',
      { target: 40, date: '2026-03-06', daysLate: 0.9 },
      'Green: the target of 40 % was reached on 6 Mar.',
    ],
    [
      'reached',
      { target: 40, date: '2026-03-06', daysLate: 1 },
      'Green: the target of 40 % was reached on 6 Mar, 1 day late.',
    ],
    ['on-plan', {}, 'Green: every KPI that counts here is green.'],
    ['on-plan', { value: 7, date: '2026-03-06', lower: 5, upper: 9 }, 'Green: 7 % on 6 Mar, inside 5 to 9.'],
    ['on-plan', { value: 7, date: '2026-03-06', upper: 9 }, 'Green: 7 % on 6 Mar, at most 9.'],
    ['on-plan', { value: 7, date: '2026-03-06', lower: 5 }, 'Green: 7 % on 6 Mar, at least 5.'],
    ['on-plan', { value: 7, date: '2026-03-06' }, 'Green: 7 % on 6 Mar, inside its limits.'],
    ['not-started', {}, 'Not started: nothing here has begun.'],
    ['stopped', {}, 'Stopped: a decision ended this work, and it counts no more.'],
    [
      'dependency',
      { predecessor: 'P', predecessorFinish: '2026-05-12', holds: 'start', planned: '2026-04-27' },
      'Green: KPI P comes on 12 May at the earliest; this was to start on 27 Apr.',
    ],
    ['early-warning', { slipDays: 10, by: 'oskar' }, 'Green since 6 Mar: Oskar of Ops warned of 10 days.'],
    [
      'outside-band',
      { value: 9, limit: 8.123456 },
      'Green since 6 Mar: 9.0000 % is outside the band’s limit of 8.1235.',
    ],
    [
      'outside-band',
      { value: 15, limit: 12.5 },
      'Green since 6 Mar: 15.0 % is outside the band’s limit of 12.5.',
    ],
  ] as const)('%s that colours nothing: %j', (code, facts, sentence) => {
    const people = { kpiName: (id: string) => `KPI ${id}`, personName: () => 'Oskar of Ops' };
    const told = reasonSentence(reason(code, 'green', facts), { ...context('%', '2026-03-06'), ...people });
    expect(told.replaceAll(NBSP, ' ')).toBe(sentence);
  });

  it('leaves an absent unit out', () => {
    const told = reasonSentence(reason('outside-band', 'red', { value: 9, limit: 8 }), context(''));
    expect(told).toBe('Red: 9 is outside the band’s limit of 8.');
  });

  it('joins dates, numbers and units so that no line breaks between them', () => {
    const [, told, words] = SPOKEN[0] ?? [];
    expect(told && words && reasonSentence(told, words)).toContain(`due 9${NBSP}Mar; slip 0${NBSP}days`);
  });

  it('tells the year only outside the current one', () => {
    const next = { ...context(''), today: '2027-01-08' };
    expect(reasonSentence(reason('not-started', 'green', { report: '2026-04-17' }), next)).toContain('2026');
  });
});

describe('since when', () => {
  it('is said only by reasons of the colour that stands since then', () => {
    const slip = reason('slip', 'yellow', { value: 41, target: 120, plan: 52, slip: 3.65, tolerance: 2.1 });
    const silent = { ...context('items', '2026-03-27'), status: 'silent' } as const;
    expect(reasonSentence(slip, silent)).toMatch(/^Yellow: 41/u);
    expect(reasonSentence(slip, { ...silent, status: 'yellow' })).toMatch(/^Yellow since 27/u);
  });
});
