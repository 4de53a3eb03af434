import { describe, expect, it } from 'vitest';
import { objectionScores, redatedToGreen, warningNotices } from '../../src/domain/candour.ts';
import type { CheckIn } from '../../src/domain/check-in.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { type Facts, factsFrom } from '../../src/domain/facts.ts';
import type { ReachKpi } from '../../src/domain/portfolio.ts';
import { momentFrom } from '../support/case-line.ts';
import { day, initiative, objective, portfolioOf, reach } from '../support/network-builder.ts';
import { moment } from '../support/play.ts';
import { table } from '../support/table.ts';

const A = reach('A', [0, 42], { initiative: 'I', owner: 'ann' });
const portfolio = portfolioOf({
  objectives: [objective('O', 42, { owner: 'boss' })],
  initiatives: [initiative('I', 'O')],
  kpis: [A],
});
const cases = (name: string) => table(new URL(`./cases/candour-${name}.tsv`, import.meta.url));

function factsOf(happened = ''): Facts {
  const tokens = happened.split(' ').filter(Boolean);
  return factsFrom({ portfolio, checkIns: tokens.map(checkInFrom), decisions: [], recalibrations: [] });
}

function checkInFrom(token: string, nth: number): CheckIn {
  const [, sent = '', slip, sign] = /^(\d+(?:@[\d:]+)?)-(\d+)([wzo^]?)$/.exec(token) ?? [];
  const on = Number(sent.split('@')[0]);
  const value = ((on - Number(slip)) / 42) * 100;
  const base = { id: `c${nth}`, kpi: 'A', at: momentFrom(sent), date: day(on), value };
  if (sign === 'w') return { ...base, earlyWarning: { slipDays: 10, because: 'the audit' } };
  if (sign === 'z') return { ...base, earlyWarning: { slipDays: 0, because: '' } };
  if (sign === 'o') return { ...base, objection: { claim: 'the count lags', byDate: day(40) } };
  return sign === '^' ? { ...base, supersedes: `c${nth - 1}` } : base;
}

describe('the lead time of a warning', () => {
  it.each(cases('lead-times'))('$happened: $notice days ($why)', ({ happened, offGreen, notice = '' }) => {
    const found = warningNotices({ facts: factsOf(happened), from: moment(0, 0), until: moment(20) });
    expect(found.map(({ noticeDays }) => noticeDays ?? '-').join('|')).toBe(notice);
    const moments = (offGreen ?? '').split('|').filter(Boolean);
    expect(found.map(({ offGreenAt }) => offGreenAt)).toEqual(
      moments.map((at) => (at === '-' ? null : momentFrom(at))),
    );
  });
});

describe('an objection', () => {
  it.each(cases('objections'))('$happened: $held ($why)', ({ happened, held = '' }) => {
    const scores = objectionScores(factsOf(happened));
    expect(scores.map((one) => (one.held === null ? 'open' : String(one.held))).join()).toBe(held);
  });
});

describe('a changed set-up', () => {
  it.each(cases('redated'))('$behind days behind, $change: $flagged ($why)', (line) => {
    const facts = factsOf(`11-${line['behind']}`);
    const changed = { ...facts, portfolio: { ...portfolio, kpis: [changedBy(line['change'] ?? '')] } };
    const flagged = redatedToGreen(evaluate(facts, moment(12)), evaluate(changed, moment(12)));
    expect(flagged.join() || '-').toBe(line['flagged']);
  });
});

function changedBy(change: string): ReachKpi {
  const [field = '', to = ''] = change.split('=');
  if (field === 'owner') return { ...A, owner: to };
  if (field === 'toleranceDays') return { ...A, toleranceDays: Number(to) };
  const plan = { ...A.plan, [field]: field === 'due' ? day(Number(to)) : Number(to) };
  return { ...A, plan, revisions: [{ revision: 1, at: 0, plan }] };
}
