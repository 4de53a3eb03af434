import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkInsOf,
  everyCheckIn,
  logOf,
  reportedSince,
  withCheckIn,
} from '../../src/domain/check-in-log.ts';
import type { CheckIn } from '../../src/domain/check-in.ts';

/** More KPIs than fit into one piece of the map. */
const checkIns: fc.Arbitrary<readonly CheckIn[]> = fc
  .array(fc.nat(60), { maxLength: 120 })
  .map((kpis) =>
    kpis.map((kpi, n) => ({ id: `c${n}`, kpi: `K${kpi}`, at: n, date: '2026-03-02', value: n })),
  );

describe('the log of check-ins', () => {
  it('gives back every check-in in the order of acceptance, and by KPI', () => {
    fc.assert(
      fc.property(checkIns, (list) => {
        const log = list.reduce(withCheckIn, logOf([]));
        expect(everyCheckIn(log)).toEqual(list);
        expect(log).toEqual(logOf(list));
        for (const { kpi } of list) {
          expect(checkInsOf(log, kpi)).toEqual(list.filter((one) => one.kpi === kpi));
        }
      }),
    );
  });

  it('leaves earlier versions as they were, and tells which KPIs have reported since', () => {
    fc.assert(
      fc.property(checkIns, checkIns, (early, late) => {
        const before = logOf(early);
        const after = late.reduce(withCheckIn, before);
        expect(everyCheckIn(before)).toEqual(early);
        expect(reportedSince(before, after).toSorted()).toEqual(
          [...new Set(late.map(({ kpi }) => kpi))].toSorted(),
        );
      }),
    );
  });

  it('keeps the list of a KPI the same object while only others report', () => {
    const [a, b] = [
      { id: 'a', kpi: 'A', at: 1, date: '2026-03-02', value: 1 },
      { id: 'b', kpi: 'B', at: 2, date: '2026-03-02', value: 1 },
    ];
    const before = logOf([a]);
    expect(checkInsOf(withCheckIn(before, b), 'A')).toBe(checkInsOf(before, 'A'));
  });
});
