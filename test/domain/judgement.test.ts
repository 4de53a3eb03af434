import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import { type Judgement, judged, sameJudgement } from '../../src/domain/judgement.ts';
import type { Reason, ReasonCode, Status } from '../../src/domain/status.ts';
import { KPI_ID, factsFrom, momentFrom } from '../support/case-line.ts';
import { day } from '../support/network-builder.ts';
import { table } from '../support/table.ts';

describe('a judgement', () => {
  it.each(table(new URL('cases/judgements.tsv', import.meta.url)))(
    'of $rules (silent: $silence) is $status, $unwarned without the warning, and tells $told: $why',
    (line) => {
      const { status, statusWithoutWarning, reasons } = judgedFrom(line['rules'], line['silence'] === 'yes');
      expect([status, statusWithoutWarning]).toEqual([line['status'], line['unwarned']]);
      expect(reasons.map(({ code, status: colour }) => `${code}:${colour}`).join(' ')).toBe(line['told']);
    },
  );

  it.each(table(new URL('cases/same-judgements.tsv', import.meta.url)))(
    'of $one is the same as of $other: $same: $why',
    (line) => {
      const [one, other] = [judgedFrom(line['one']), judgedFrom(line['other'])];
      expect(sameJudgement(one, other) ? 'yes' : 'no').toBe(line['same']);
      expect(sameJudgement(other, one) ? 'yes' : 'no').toBe(line['same']);
    },
  );
});

/** What each reason rests on, so that its sentence can say so. Day 0 is a Monday; reports are due on Fridays. */
describe('a reason rests on', () => {
  const REACH = 'reach 0>120 0..42';

  it.each<[string, string, string, ReasonCode, readonly string[], Reason['facts']]>([
    ['the report still to come', '-', '0', 'not-started', [], { report: day(4), start: day(0) }],
    ['the report that is awaited', '-', '4', 'report-awaited', [], { report: day(4), start: day(0) }],
    [
      'the report that is missing',
      '-',
      '9',
      'silent',
      [],
      { report: day(4), lastValue: null, lastDate: null },
    ],
    [
      'and the last reading there was',
      '4=11#a',
      '16',
      'silent',
      ['a'],
      { report: day(11), lastValue: 11, lastDate: day(4) },
    ],
    [
      'the wait and the check-in that named it last',
      '4=11#a+wait:export:4 5=14#b+wait:export:5',
      '9',
      'wait-overdue',
      ['b'],
      { what: 'export', kind: 'third-party', expectedBy: day(5), moved: 1 },
    ],
    [
      'the warning, who gave it and when',
      '4=11#a+warn:10',
      '4',
      'early-warning',
      ['a'],
      { slipDays: 10, because: 'reasons', by: 'owner-K', warnedAt: momentFrom('4') },
    ],
  ])('%s (%s as of %s: %s)', (_, events, asOf, code, readings, facts) => {
    const state = evaluate(factsFrom({ kpi: REACH, events }), momentFrom(asOf)).kpis.get(KPI_ID);
    const reason = state?.reasons.find((one) => one.code === code);
    expect(reason?.readings).toEqual(readings);
    expect(reason?.facts).toMatchObject(facts);
  });

  it('no report where none ever falls due', () => {
    const kpi = `${REACH} cad=week:someday`;
    const state = evaluate(factsFrom({ kpi, events: '-' }), momentFrom('30')).kpis.get(KPI_ID);
    expect(state?.reasons).toEqual([
      { code: 'not-started', status: 'green', readings: [], facts: { report: null, start: day(0) } },
    ]);
  });
});

function judgedFrom(rules = '', silent = false): Judgement {
  const calm = reasonFrom('on-plan:green');
  return judged(
    rules.split(' ').filter(Boolean).map(reasonFrom),
    calm,
    silent ? reasonFrom('silent:silent') : null,
  );
}

function reasonFrom(text: string): Reason {
  const [code, status] = text.split(':') as [ReasonCode, Status];
  return { code, status, readings: [], facts: {} };
}
