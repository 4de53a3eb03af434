import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyCheckIn, logOf } from '../../src/domain/check-in-log.ts';
import type { CheckIn } from '../../src/domain/check-in.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { type Evaluation, rankOf } from '../../src/domain/status.ts';
import { momentFrom } from '../support/case-line.ts';
import { SPAN_DAYS, randomFacts } from '../support/random-facts.ts';

const RUNS = { numRuns: 150 };
const moment = fc.integer({ min: 0, max: SPAN_DAYS }).map((n) => momentFrom(`${n}@12:00`));

/**
 * The facts with a KPI's first claim of a kind already told in the check-in before it, where that said nothing. Only the
 * first: a later one may take back what stands, as a wait that is dated anew or a smaller warning do.
 */
function toldEarlier(facts: Facts, pick: number, claim: 'earlyWarning' | 'waitingOn'): Facts | null {
  const sent = everyCheckIn(facts.checkIns);
  const pairs = sent.flatMap((one, at): readonly (readonly [CheckIn, CheckIn])[] => {
    const before = sent.findLast((other, nth) => nth < at && other.kpi === one.kpi);
    const isQuiet = before && !before.earlyWarning && !before.waitingOn && !before.waitOver;
    const isFirst = !sent.some((other, nth) => nth < at && other.kpi === one.kpi && other[claim]);
    return one[claim] && isQuiet && isFirst ? [[before, one]] : [];
  });
  const [before, told] = pairs[pick % Math.max(1, pairs.length)] ?? [];
  if (!before || !told) return null;
  const earlier = sent.map((one) => (one === before ? { ...one, [claim]: told[claim] } : one));
  return { ...facts, checkIns: logOf(earlier) };
}

function ranks({ kpis }: Evaluation): readonly (readonly [string, number])[] {
  return [...kpis].map(([id, { status }]) => [id, rankOf(status)]);
}

describe('bad news told earlier', () => {
  it.each(['earlyWarning', 'waitingOn'] as const)('never makes a status better: %s', (claim) => {
    fc.assert(
      fc.property(randomFacts(), moment, fc.nat(), (facts, asOf, pick) => {
        const earlier = toldEarlier(facts, pick, claim);
        fc.pre(earlier !== null);
        const late = new Map(ranks(evaluate(facts, asOf)));
        for (const [kpi, rank] of ranks(evaluate(earlier, asOf))) {
          expect({ kpi, better: rank < (late.get(kpi) ?? 0) }).toEqual({ kpi, better: false });
        }
      }),
      RUNS,
    );
  });
});
