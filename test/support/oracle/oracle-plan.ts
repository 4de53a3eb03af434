import type { ReachKpi } from '../../../src/domain/portfolio.ts';
import { type Day, type OfficeDays, dayFrom } from './oracle-days.ts';

/** A plan as a list of (plan day, value); earned schedule by walking along it. DESIGN.md 3.1, 3.2. */
export class OraclePlan {
  readonly start: Day;
  readonly due: Day;
  /** Plan days from start to due. */
  readonly length: number;
  readonly baseline: number;
  readonly target: number;
  readonly #points: readonly (readonly [number, number])[];
  readonly #days: OfficeDays;

  /** `shift`: calendar days by which a predecessor moves it; `due`: where it ends then. */
  constructor(
    { plan }: ReachKpi,
    days: OfficeDays,
    moved: { readonly shift: number; readonly due: Day } | null,
  ) {
    const start = dayFrom(plan.start);
    this.start = start + (moved?.shift ?? 0);
    this.due = moved?.due ?? dayFrom(plan.due);
    this.#days = days;
    this.baseline = plan.baseline;
    this.target = plan.target;
    this.length = days.planDays(this.start, this.due);
    this.#points = [
      [0, plan.baseline],
      ...plan.points.map(({ date, value }) => [days.planDays(start, dayFrom(date)), value] as const),
      [this.length, plan.target],
    ];
  }

  /** 1 where more is better, −1 where less is. */
  get sense(): number {
    return this.target > this.baseline ? 1 : -1;
  }

  elapsed(day: Day): number {
    return this.#days.planDays(this.start, day);
  }

  beyondDue(day: Day): number {
    return this.#days.planDays(this.due, day);
  }

  hasReached(value: number): boolean {
    return this.sense * (value - this.target) > -1e-9;
  }

  valueAt(planDay: number): number {
    if (planDay <= 0) return this.baseline;
    for (const [[from, a], [to, b]] of this.#legs()) {
      if (planDay <= to && to > from) return a + ((b - a) * (planDay - from)) / (to - from);
    }
    return this.target;
  }

  /** The latest plan day at which the plan is not past the value. */
  earned(value: number): number {
    if (this.sense * (value - this.baseline) < 0) return 0;
    let earned = 0;
    for (const [[from, a], [to, b]] of this.#legs()) {
      if (this.sense * (b - value) <= 0) earned = Math.max(earned, to);
      else if (this.sense * (a - value) <= 0)
        earned = Math.max(earned, from + ((to - from) * (value - a)) / (b - a));
    }
    return earned;
  }

  #legs() {
    return this.#points.slice(1).map((point, at) => [this.#points[at] ?? point, point] as const);
  }
}
