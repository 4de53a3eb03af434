import { describe, expect, it } from 'vitest';
import { logOf } from '../../src/domain/check-in-log.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Dependency } from '../../src/domain/portfolio.ts';
import { checkInFrom, momentFrom } from '../support/case-line.ts';
import { dependency, initiative, objective, portfolioOf, reach } from '../support/network-builder.ts';

const MONTHLY = { cadence: { every: 'month', on: 31 } } as const;
const END: Partial<Dependency> = { type: 'finish-to-finish' };

/**
 * P runs from day 0 to 42 and is 99 % done on day 41. S follows, from day 42 to 62, tolerance two days; its own first
 * report is due on day 59. Every day from day 42 on that P is not done moves its finish to that day.
 */
describe('a KPI pushed day by day is looked at again', () => {
  it.each<[number, Partial<Dependency>, string, string, string]>([
    [0, {}, '41', '45@00:00', 'when the push of three days is more than its tolerance'],
    [0, {}, '43', '45@00:00', 'the same asked two days later'],
    [0, {}, '44@23:59', '45@00:00', 'and a minute before'],
    [
      0,
      {},
      '45@00:00',
      '64@00:00',
      'coloured by it: when its own report is missing, on the third working day',
    ],
    [1, {}, '41', '45@00:00', 'float below the tolerance changes nothing'],
    [10, {}, '41', '53@00:00', 'when the push is more than its float'],
    [15, {}, '41', '58@00:00', 'the day before its report'],
    [16, {}, '41', '59@00:00', 'both on one day'],
    [17, {}, '41', '59@00:00', 'its report comes first'],
    [0, { lagDays: 1 }, '41', '44@00:00', 'a day earlier with a lag of one'],
    [0, { lagDays: -2 }, '41', '47@00:00', 'two days later where it may begin before the end'],
    [0, { ...END, lagDays: 19 }, '41', '46@00:00', 'its end held: P on day 46 allows day 65'],
  ])('with float %i and %j, asked on %s: on %s, %s', (float, link, asOf, reviewAt) => {
    expect(reviewOfS({ float, link, p: '41=99', asOf })).toBe(momentFrom(reviewAt));
  });

  it.each([
    ['42=100', '43', 'P has reached its target'],
    ['41=100', '41', 'also before its due date'],
  ])('only for its own report where P is done (%s)', (p, asOf) => {
    expect(reviewOfS({ float: 0, link: {}, p, asOf })).toBe(momentFrom('59@00:00'));
  });
});

interface Scene {
  readonly float: number;
  readonly link: Partial<Dependency>;
  readonly p: string;
  readonly asOf: string;
}

function reviewOfS({ float, link, p, asOf }: Scene): number | null | undefined {
  const portfolio = portfolioOf({
    kpis: [
      reach('P', [0, 42], { initiative: 'I', ...MONTHLY }),
      reach('S', [42, 62], { initiative: 'I', ...MONTHLY }),
    ],
    initiatives: [initiative('I', 'O')],
    objectives: [objective('O', 62 + float)],
    dependencies: [dependency('P', 'S', link)],
  });
  const checkIns = logOf([{ ...checkInFrom(p), kpi: 'P' }]);
  const facts = { portfolio, checkIns, decisions: [], recalibrations: [] };
  return evaluate(facts, momentFrom(asOf)).kpis.get('S')?.reviewAt;
}
