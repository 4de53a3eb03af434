import { describe, expect, it } from 'vitest';
import type { Decision, DecisionChoice } from '../../src/domain/decision.ts';
import { stopOf, stoppedWork } from '../../src/domain/stopped-work.ts';
import { day, reach } from '../support/network-builder.ts';

/** A and B are of initiative I, C of J; K stands alone. */
const KPIS = new Map(
  ['A:I', 'B:I', 'C:J', 'K:'].map((word) => {
    const [id = '', initiative = ''] = word.split(':');
    return [id, reach(id, [0, 9], initiative === '' ? {} : { initiative })];
  }),
);

const stopped = (cause: string, initiative?: string): Decision =>
  decided(cause, { kind: 'stop', ...(initiative === undefined ? {} : { initiative }) });

function decided(cause: string, choice: DecisionChoice): Decision {
  return {
    id: `${choice.kind} ${cause}`,
    at: 0,
    cause,
    by: 'owner',
    reason: 'reasons',
    choice,
    reviewDate: day(9),
  };
}

describe('a stop', () => {
  it.each<[string, readonly Decision[], string]>([
    ['ends the initiative of its cause, with all its KPIs', [stopped('A')], 'A:stop A B:stop A'],
    ['ends the initiative it names instead', [stopped('A', 'J')], 'C:stop A'],
    ['ends a KPI that stands alone', [stopped('K')], 'K:stop K'],
    ['ends the initiative it names, also for one that stands alone', [stopped('K', 'J')], 'C:stop K'],
    ['ends nothing where its cause is unknown', [stopped('X')], ''],
    ['counts once: the first', [stopped('A'), stopped('B')], 'A:stop A B:stop A'],
    ['of each initiative its own', [stopped('A'), stopped('C')], 'A:stop A B:stop A C:stop C'],
    ['is nothing but a stop', [decided('A', { kind: 'hold' }), decided('K', { kind: 'pivot' })], ''],
  ])('%s', (_, decisions, ended) => {
    const work = stoppedWork(decisions, KPIS);
    const found = [...KPIS.values()].flatMap((kpi) => {
      const stop = stopOf(kpi, work);
      return stop ? [`${kpi.id}:${stop.id}`] : [];
    });
    expect(found.join(' ')).toBe(ended);
  });
});
