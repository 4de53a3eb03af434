import { describe, expect, it } from 'vitest';
import { logOf, withCheckIn } from '../../src/domain/check-in-log.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { type Facts, noFacts } from '../../src/domain/facts.ts';
import type { Evaluation } from '../../src/domain/status.ts';
import type { Instant } from '../../src/domain/zoned-time.ts';
import { checkInFrom, momentFrom } from '../support/case-line.ts';
import { dependency, initiative, keep, objective, portfolioOf, reach } from '../support/network-builder.ts';
import { table } from '../support/table.ts';

const MONTHLY = { cadence: { every: 'month', on: 31 } } as const;
const [IN_P, IN_S] = [
  { initiative: 'IP', ...MONTHLY },
  { initiative: 'IS', ...MONTHLY },
];

const PORTFOLIO = portfolioOf({
  kpis: [
    reach('T', [40, 50], IN_S),
    reach('S', [20, 40], IN_S),
    reach('P', [0, 20], IN_P),
    reach('A', [0, 60], IN_S),
    keep('N', IN_S),
  ],
  initiatives: [initiative('IP', 'OP'), initiative('IS', 'O')],
  objectives: [objective('O', 60), objective('OP', 20, { parent: 'O' })],
  dependencies: [dependency('P', 'S'), dependency('S', 'T')],
});

/** The quick companion of evaluate-incremental.test.ts, which draws histories at random. */
describe('an evaluation that goes on from an earlier one', () => {
  it.each(table(new URL('cases/evaluation-goes-on.tsv', import.meta.url)))(
    'after $steps tells $anew anew: $why',
    ({ steps = '', anew }) => {
      let facts: Facts = { ...noFacts(PORTFOLIO), checkIns: logOf([]) };
      let [before, now]: (Evaluation | undefined)[] = [];
      for (const step of steps.split(' ')) {
        const [next, asOf] = taken(facts, step);
        facts = next;
        [before, now] = [now, evaluate(facts, asOf, { before: now })];
        expect(told(now)).toEqual(told(evaluate(facts, asOf)));
      }
      const changed = PORTFOLIO.kpis.filter(({ id }) => now?.kpis.get(id) !== before?.kpis.get(id));
      expect(
        changed
          .map(({ id }) => id)
          .toSorted(inOrder)
          .join(' ') || '-',
      ).toBe(anew);
    },
  );
});

/** One check-in, or time that passes. */
function taken(facts: Facts, step: string): readonly [Facts, Instant] {
  const [of, rest] = [step.charAt(0), step.slice(1)];
  if (of === '@') return [facts, momentFrom(rest)];
  const checkIn = { ...checkInFrom(rest), id: step, kpi: of };
  return [{ ...facts, checkIns: withCheckIn(facts.checkIns, checkIn) }, checkIn.at];
}

function inOrder(a: string, b: string): number {
  return 'PSTAN'.indexOf(a) - 'PSTAN'.indexOf(b);
}

/** Everything an evaluation says, in lists. */
function told({ asOf, kpis, initiatives, objectives, reviewAt }: Evaluation): unknown {
  return { asOf, reviewAt, kpis: [...kpis], initiatives: [...initiatives], objectives: [...objectives] };
}
