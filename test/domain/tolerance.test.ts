import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/civil-date.ts';
import { UNSHIFTED, planCurve } from '../../src/domain/plan.ts';
import { planDaysBetween, planTimeOf } from '../../src/domain/plan-time.ts';
import { toleranceOf, toleranceOfSpan, toleranceParts } from '../../src/domain/tolerance.ts';
import { kpiFrom } from '../support/case-line.ts';
import { day, reach } from '../support/network-builder.ts';
import { table } from '../support/table.ts';

describe('the tolerance', () => {
  it.each(table(new URL('cases/tolerance.tsv', import.meta.url)))(
    'of $kpi (off $off) is $tolerance: $why',
    (line) => {
      expect(toleranceFor(line['kpi'], line['off'])).toBeCloseTo(Number(line['tolerance']), 9);
    },
  );

  it('has no part for a step that is none', () => {
    const curve = planCurve(reach('K', [0, 42]).plan, UNSHIFTED, planTimeOf([]));
    expect(toleranceParts({ step: -10 }, curve)).toMatchObject({ least: 2, step: 0 });
  });
});

function toleranceFor(spec = '', off = ''): number {
  const kpi = kpiFrom(spec);
  const time = planTimeOf(
    off
      .split(' ')
      .filter(Boolean)
      .map((at) => day(Number(at))),
  );
  if (kpi.kind === 'reach') return toleranceOf(kpi, planCurve(kpi.plan, UNSHIFTED, time));
  return toleranceOfSpan(kpi, planDaysBetween(dayOf(kpi.plan.start), dayOf(kpi.plan.due), time));
}
