import { describe, expect, it } from 'vitest';
import type { ChartView } from '../../src/contract/kpi-view.ts';
import { chartScale } from '../../src/ui/kpi-chart-scale.ts';

const FIELD = { width: 800, height: 424, narrow: false };

function chart(overrides: Partial<ChartView> = {}): ChartView {
  return {
    kind: 'reach',
    start: '2026-03-02',
    due: '2026-04-13',
    today: '2026-03-11',
    plan: [
      { date: '2026-03-02', value: 0 },
      { date: '2026-04-13', value: 120 },
    ],
    planRevision: 1,
    ghosts: [],
    readings: [],
    target: 120,
    band: {
      lower: null,
      upper: null,
      hardLower: null,
      hardUpper: null,
      naturalLower: null,
      naturalUpper: null,
    },
    forecast: null,
    forecastFrom: null,
    slip: null,
    statusLane: [],
    waitLane: [],
    decisions: [],
    ...overrides,
  };
}

describe('the scale of the KPI chart', () => {
  it.each([
    ['a target of 120', { target: 120 }, [0, 30, 60, 90, 120]],
    ['a target of 100', { target: 100, plan: [] }, [0, 25, 50, 75, 100]],
    ['a target of 5', { target: 5, plan: [] }, [0, 1, 2, 3, 4, 5]],
    ['a falling KPI', { target: 200, plan: [{ date: '2026-03-02', value: 434 }] }, [0, 200, 400, 600]],
  ])('draws round lines for %s', (_, overrides, lines) => {
    expect(chartScale(chart(overrides), FIELD).values).toEqual(lines);
  });

  it('includes readings that lie beyond the plan', () => {
    const readings = [{ date: '2026-03-06', value: -8, plan: 11, by: null, checkIn: 'c' }];
    const { values } = chartScale(chart({ readings }), FIELD);
    expect(values[0]).toBeLessThanOrEqual(-8);
  });

  it('puts the start at the left edge and the target above zero', () => {
    const scale = chartScale(chart(), FIELD);
    expect(scale.x('2026-03-02')).toBe(scale.left);
    expect(scale.y(0)).toBe(scale.bottom);
    expect(scale.y(120)).toBe(scale.top);
  });

  it('ends two weeks after the due date, later only for a later forecast', () => {
    const forecast = { halfChance: '2026-05-10', likely: '2026-05-20' };
    expect(chartScale(chart(), FIELD).x('2026-04-27')).toBeCloseTo(chartScale(chart(), FIELD).right);
    const later = chartScale(chart({ forecast }), FIELD);
    expect(later.x('2026-05-22')).toBeCloseTo(later.right);
  });

  it.each([
    [800, 7],
    [440, 14],
    [300, 28],
  ])('at %i px leaves %i days between dates', (width, days) => {
    const { dates } = chartScale(chart(), { ...FIELD, width });
    const gap = (Date.parse(dates[1] ?? '') - Date.parse(dates[0] ?? '')) / 86_400_000;
    expect(gap).toBe(days);
  });
});
