import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/civil-date.ts';
import {
  type PlanCurve,
  UNSHIFTED,
  earnedDays,
  planCurve,
  plannedGain,
  plannedValue,
} from '../../src/domain/plan.ts';
import { planTimeOf } from '../../src/domain/plan-time.ts';
import { kpiFrom } from '../support/case-line.ts';
import { day } from '../support/network-builder.ts';
import { table } from '../support/table.ts';

describe('a plan', () => {
  it.each(table(new URL('cases/plan-earned.tsv', import.meta.url)))(
    '$kpi (off $off, shift $shift) has earned $earned days at $value: $why',
    (line) => {
      expect(earnedDays(Number(line['value']), curveOf(line))).toBeCloseTo(Number(line['earned']), 9);
    },
  );

  it.each(table(new URL('cases/plan-expected.tsv', import.meta.url)))(
    '$kpi (off $off) expects $expected on day $day: $why',
    (line) => {
      expect(plannedValue(dayOf(day(Number(line['day']))), curveOf(line))).toBeCloseTo(
        Number(line['expected']),
        9,
      );
    },
  );

  it('expects no way of a plan without one', () => {
    expect(plannedGain(10, curveOf({ kpi: 'reach 50>50 0..40' }))).toBe(0);
  });
});

function curveOf(line: Readonly<Record<string, string>>): PlanCurve {
  const kpi = kpiFrom(line['kpi'] ?? '');
  if (kpi.kind !== 'reach') throw new Error('a reach KPI is needed');
  const [startDelay = 0, finishDelay = 0] = (line['shift'] ?? '').split('/').map(Number);
  const holidays = (line['off'] ?? '')
    .split(' ')
    .filter(Boolean)
    .map((off) => day(Number(off)));
  return planCurve(kpi.plan, { ...UNSHIFTED, startDelay, finishDelay }, planTimeOf(holidays));
}
