import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, isLongSilent } from '../../src/domain/evaluate.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { Evaluation, KpiState } from '../../src/domain/status.ts';
import { type Instant, startOfDay } from '../../src/domain/zoned-time.ts';
import { KPI_ID, factsFrom, momentFrom } from '../support/case-line.ts';
import { day } from '../support/network-builder.ts';
import { SPAN_DAYS, randomFacts } from '../support/random-facts.ts';
import { table } from '../support/table.ts';
import { everyCheckIn, logOf } from '../../src/domain/check-in-log.ts';

const ZONES = ['Europe/Berlin', 'America/New_York', 'Pacific/Auckland'];
const MINUTE = 60_000;
const HORIZON_DAYS = 40;

describe('the moment at which a status would change with no new data', () => {
  it.each(table(new URL('cases/review-at.tsv', import.meta.url)))(
    '$why: $events as of $asOf is looked at again $reviewAt',
    ({ kpi = '', events = '', asOf = '', reviewAt = '' }) => {
      const state = evaluate(factsFrom({ kpi, events }), momentFrom(asOf)).kpis.get(KPI_ID);
      expect(state?.reviewAt).toBe(reviewAt === 'never' ? null : momentFrom(reviewAt));
    },
  );

  it('is exact: nothing changes before it, and something does at it', () => {
    fc.assert(
      fc.property(randomFacts({ zones: ZONES }), fc.integer({ min: 0, max: SPAN_DAYS }), (facts, n) => {
        const asOf = momentFrom(`${n}@12:00`);
        const known = {
          ...facts,
          checkIns: logOf(everyCheckIn(facts.checkIns).filter(({ at }) => at <= asOf)),
        };
        const saidAt = sayings(known);
        for (const [id, { reviewAt }] of evaluate(known, asOf).kpis) {
          const before = saidAt(id, asOf);
          const quiet = midnights(n).filter((at) => at > asOf && at < (reviewAt ?? Infinity));
          for (const at of quiet) expect(saidAt(id, at), `${id} before ${reviewAt}`).toBe(before);
          if (reviewAt === null) continue;
          expect(saidAt(id, reviewAt - MINUTE), `${id} a minute before`).toBe(before);
          expect(saidAt(id, reviewAt), `${id} at it`).not.toBe(before);
        }
      }),
      { numRuns: 10, seed: 42, endOnFailure: true },
    );
  }, 60_000);

  it('of everything is the earliest of all', () => {
    fc.assert(
      fc.property(randomFacts(), (facts) => {
        const now = evaluate(facts, momentFrom('30'));
        const moments = [...now.kpis.values()].flatMap(({ reviewAt }) => reviewAt ?? []);
        expect(now.reviewAt).toBe(moments.length === 0 ? null : Math.min(...moments));
      }),
      { numRuns: 30, seed: 42 },
    );
  });
});

/** By time alone nothing can change but at a midnight, in the zone of some owner. */
function midnights(from: number): readonly Instant[] {
  const days = Array.from({ length: HORIZON_DAYS }, (_, n) => day(from + n));
  return days.flatMap((date) => ZONES.map((zone) => startOfDay(date, zone)));
}

function sayings(facts: Facts): (id: string, at: Instant) => string {
  const known = new Map<Instant, Evaluation>();
  return (id, at) => {
    const evaluation = known.get(at) ?? evaluate(facts, at);
    known.set(at, evaluation);
    return said(evaluation.kpis.get(id), at);
  };
}

function said(state: KpiState | undefined, at: Instant): string {
  if (!state) return '';
  const reasons = state.reasons.filter(({ code, status }) => code !== 'dependency' || status !== 'green');
  return [state.status, ...reasons.map(({ code }) => code), isLongSilent(state, at)].join();
}
