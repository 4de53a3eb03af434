import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import { KPI_ID, factsFrom, momentFrom } from '../support/case-line.ts';

/** Its plan begins on Monday, day 0; reports are due on Fridays and missing from the Wednesday after. */
describe('a KPI created', () => {
  it.each<[string, string | null, string, string]>([
    ['before its plan begins is silent without its first report', '0', '9@00:00', 'silent'],
    ['at an unknown time too', null, '9@00:00', 'silent'],
    ['in the second week owes no report of the first', '10', '10', 'not-started'],
    ['then owes that Friday’s', '10', '11', 'report-awaited'],
    ['and is silent without it', '10', '16@00:00', 'silent'],
  ])('%s (created on %s, asked on %s: %s)', (_, created, asOf, code) => {
    const facts = factsFrom({ kpi: 'reach 0>120 0..42', events: '-' });
    const kpis = facts.portfolio.kpis.map((kpi) => ({
      ...kpi,
      revisions: created === null ? [] : [{ revision: 1, at: momentFrom(created), plan: kpi.plan }],
    })) as typeof facts.portfolio.kpis;
    const state = evaluate({ ...facts, portfolio: { ...facts.portfolio, kpis } }, momentFrom(asOf)).kpis;
    expect(state.get(KPI_ID)?.reasons.map((reason) => reason.code)).toEqual([code]);
  });
});
