import { describe, expect, it } from 'vitest';
import { dateOf } from '../../src/domain/civil-date.ts';
import { type PlanTime, dayAfterPlanDays, planDaysBetween, planTimeOf } from '../../src/domain/plan-time.ts';
import { table } from '../support/table.ts';

describe('plan days', () => {
  it.each(table(new URL('cases/plan-time.tsv', import.meta.url)))(
    'from $from to $to with $off off: $why',
    (line) => {
      const days = planDaysBetween(Number(line['from']), Number(line['to']), timeWithout(line['off']));
      expect(days).toBe(Number(line['plan days']));
    },
  );

  it.each(table(new URL('cases/plan-days-later.tsv', import.meta.url)))(
    'counted on from $from with $off off end on $day: $why',
    (line) => {
      const day = dayAfterPlanDays(Number(line['from']), Number(line['plan days']), timeWithout(line['off']));
      expect(day).toBe(Number(line['day']));
    },
  );

  it('end also where a fraction has no exact binary form', () => {
    expect(dayAfterPlanDays(20_514, 0.1 + 0.2, timeWithout('3'))).toBeCloseTo(20_514.3, 3);
  });
});

function timeWithout(off = ''): PlanTime {
  const days = off.split(' ').filter(Boolean);
  return planTimeOf(days.map((day) => (day === 'none' ? 'none' : dateOf(Number(day)))));
}
