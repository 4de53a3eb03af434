import type { CheckIn } from '../../../src/domain/check-in.ts';
import type { ListedFacts } from '../../../src/domain/facts.ts';
import type { KeepKpi, KpiId, ReachKpi } from '../../../src/domain/portfolio.ts';
import { hasOverdueWait, warnedDays } from './oracle-claims.ts';
import { type Day, OfficeDays, dayFrom, twoDecimals } from './oracle-days.ts';
import { floatsOf } from './oracle-float.ts';
import { OraclePlan } from './oracle-plan.ts';
import { oldestOpen, reportsDue } from './oracle-reports.ts';

/** What the design says of a KPI, by another hand. Codes: those that colour, and `reached`. */
export interface OracleState {
  readonly status: 'green' | 'yellow' | 'red' | 'silent';
  readonly slip: number;
  readonly codes: readonly string[];
}

interface Known {
  readonly office: OfficeDays;
  readonly today: Day;
  readonly sent: readonly CheckIn[];
  /** Those that no other one corrects. */
  readonly standing: readonly CheckIn[];
}

type Point = readonly [Day, number];

/**
 * Every KPI of a portfolio without decisions, in one time zone (UTC), predecessors listed before their successors.
 * Written from DESIGN.md 3.1 to 3.6 and docs/decisions alone.
 */
export function oracleStates(facts: ListedFacts, asOf: number): ReadonlyMap<KpiId, OracleState> {
  const { portfolio } = facts;
  const office = new OfficeDays(portfolio.workWeek.days, portfolio.holidays);
  const today = Math.floor(asOf / 86_400_000);
  const floats = floatsOf(portfolio);
  const finish = new Map<KpiId, Day>();
  const states = new Map<KpiId, OracleState>();
  for (const kpi of portfolio.kpis) {
    const sent = facts.checkIns
      .filter((one) => one.kpi === kpi.id && one.at <= asOf)
      .sort((a, b) => a.at - b.at);
    const known = { office, today, sent, standing: standing(sent) };
    if (kpi.kind === 'keep') {
      states.set(kpi.id, keepState(kpi, known));
      continue;
    }
    const before = portfolio.dependencies.filter(({ to }) => to === kpi.id);
    const arrivals = before.map(({ from, type, lagDays }) => ({
      type,
      on: (finish.get(from) ?? 0) + lagDays,
    }));
    const { float, room } = floats.get(kpi.id) ?? { float: 0, room: 0 };
    const judged = reachState(kpi, known, { arrivals, float, room });
    finish.set(kpi.id, judged.finish);
    states.set(kpi.id, judged.state);
  }
  return states;
}

interface Surroundings {
  readonly arrivals: readonly { readonly type: string; readonly on: Day }[];
  readonly float: number;
  readonly room: number;
}

function reachState(kpi: ReachKpi, known: Known, { arrivals, float, room }: Surroundings) {
  const { office, today, standing: told } = known;
  const planned = new OraclePlan(kpi, office, null);
  const starts = arrivals
    .filter(({ type }) => type === 'finish-to-start')
    .map(({ on }) => on - planned.start);
  const ends = arrivals.filter(({ type }) => type === 'finish-to-finish').map(({ on }) => on);
  const shift = Math.max(0, ...starts);
  const due = Math.max(planned.due + shift, ...ends);
  const plan = due === planned.due ? planned : new OraclePlan(kpi, office, { shift, due });
  const all = readings(kpi, told);
  const points = upToReached(all, planned);
  const last = points.at(-1);
  const earned = last ? planned.earned(last[1]) : 0;
  const leaves = [
    ...starts.map((days) => Math.floor(planned.start + days + twoDecimals(planned.length - earned))),
    ...ends,
  ];
  const allowed = Math.max(-Infinity, ...leaves);
  const tolerance = kpi.toleranceDays ?? Math.max(2, 0.05 * planned.length, stepDays(kpi, planned));
  const slips = points.map(([day, value]) =>
    twoDecimals(Math.max(0, plan.elapsed(day) - plan.earned(value))),
  );
  const slip = slips.at(-1) ?? 0;
  if (last && planned.hasReached(last[1])) {
    return {
      finish: Math.max(planned.due, last[0]),
      state: { status: 'green', slip, codes: ['reached'] } as const,
    };
  }
  const holds = (limit: number, figures: readonly number[]): boolean => {
    const [now = 0, then = 0] = [figures.at(-1), figures.at(-2)];
    if (planned.length <= 90) return now > twoDecimals(limit);
    return now > twoDecimals(2 * limit) || (now > twoDecimals(limit) && then > twoDecimals(limit));
  };
  const redLimit = Math.max(room, tolerance) + tolerance;
  const late = points.map(([day, value]) => (planned.hasReached(value) ? 0 : plan.beyondDue(day)));
  const bySlip = holds(redLimit, slips);
  const byDue = holds(redLimit, late);
  const forecast = forecastHolds(points, slips, { plan, limit: Math.max(tolerance, float) });
  const yellow = [
    ...(holds(Math.max(tolerance, float / 3), slips) || bySlip ? ['slip'] : []),
    ...(hasStalled(points, plan, kpi.step) && slip > 0 ? ['stalled'] : []),
    ...(forecast ? ['forecast'] : []),
    ...(hasOverdueWait(told, today, office) ? ['wait-overdue'] : []),
    ...(warnedDays(told, today, planned.due) > Math.max(tolerance, float) ? ['early-warning'] : []),
    ...(allowed - planned.due > Math.max(tolerance, float) ? ['dependency'] : []),
  ];
  const silent = isSilent(kpi, known);
  const codes = [...(byDue ? ['past-due'] : []), ...yellow, ...(silent ? ['silent'] : [])];
  const status = bySlip || byDue ? 'red' : silent ? 'silent' : yellow.length > 0 ? 'yellow' : 'green';
  const behind = last ? twoDecimals(Math.max(0, planned.elapsed(last[0]) - earned)) : 0;
  const own = forecast && last ? forecastDay(last, plan, allowed) : planned.due + Math.floor(behind);
  return { finish: Math.max(planned.due, own, allowed, today), state: { status, slip, codes } as const };
}

/** Corrected check-ins are gone, with all they said. */
function standing(sent: readonly CheckIn[]): readonly CheckIn[] {
  const corrected = new Set(sent.map(({ supersedes }) => supersedes));
  return sent.filter(({ id }) => !corrected.has(id));
}

/** One reading a day; increments add up from the baseline. DESIGN.md 3.1. */
function readings(kpi: ReachKpi | KeepKpi, told: readonly CheckIn[]): readonly Point[] {
  const adds = kpi.kind === 'reach' && kpi.readings === 'increment';
  const byDay = new Map<Day, number>();
  let total = kpi.kind === 'reach' ? kpi.plan.baseline : 0;
  for (const { date, value } of told.toSorted((a, b) => dayFrom(a.date) - dayFrom(b.date) || a.at - b.at)) {
    total += value;
    byDay.set(dayFrom(date), adds ? total : value);
  }
  return [...byDay];
}

/** Once the target is reached for good, the reading that reached it is the last that matters. */
function upToReached(points: readonly Point[], plan: OraclePlan): readonly Point[] {
  let end = points.length;
  while (
    end > 1 &&
    plan.hasReached(points[end - 1]?.[1] ?? NaN) &&
    plan.hasReached(points[end - 2]?.[1] ?? NaN)
  )
    end -= 1;
  return points.slice(0, end);
}

function stepDays({ step }: ReachKpi, { length, target, baseline }: OraclePlan): number {
  return step === undefined ? 0 : Math.min(length, (step * length) / Math.abs(target - baseline));
}

/** Two check-ins in a row without movement, the baseline before the first, while the plan moved by a step. */
function hasStalled(points: readonly Point[], plan: OraclePlan, step = 0): boolean {
  const [first, second, third] = [[plan.start, plan.baseline] as const, ...points].slice(-3);
  if (!first || !second || !third) return false;
  const stood = plan.sense * (second[1] - first[1]) <= 0 && plan.sense * (third[1] - second[1]) <= 0;
  const moved = twoDecimals(
    Math.abs(plan.valueAt(plan.elapsed(third[0])) - plan.valueAt(plan.elapsed(first[0]))),
  );
  return stood && moved > 0 && moved >= twoDecimals(step);
}

function forecastHolds(
  points: readonly Point[],
  slips: readonly number[],
  { plan, limit }: { readonly plan: OraclePlan; readonly limit: number },
): boolean {
  return [1, 2].every((back) => {
    const point = points.at(-back);
    if (!point || points.length < 2) return false;
    const share = plan.elapsed(point[0]) / plan.length;
    return share >= 0.2 && (slips.at(-back) ?? 0) > twoDecimals(limit * Math.max(0.5, Math.min(1, share)));
  });
}

function forecastDay([day, value]: Point, plan: OraclePlan, allowed: Day): Day {
  const elapsed = plan.elapsed(day);
  const pace = Math.max(0.05, elapsed > 0 ? plan.earned(value) / elapsed : 1);
  return Math.max(plan.start + Math.floor(twoDecimals(plan.length / pace)), day, allowed);
}

function isSilent(kpi: ReachKpi | KeepKpi, { office, today, sent }: Known): boolean {
  const due = reportsDue(kpi, office, today).filter(
    (day) => kpi.kind === 'reach' || day <= dayFrom(kpi.plan.due),
  );
  const open = oldestOpen(due, sent);
  return open !== null && today >= office.after(open, 3);
}

/** DESIGN.md 3.3, without decisions. */
function keepState(kpi: KeepKpi, known: Known): OracleState {
  const { lower, upper, hardLower, hardUpper, due } = kpi.plan;
  const values = readings(kpi, known.standing).map(([, value]) => value);
  const now = values.at(-1);
  const below = (limit: number | undefined): boolean =>
    now !== undefined && limit !== undefined && now < limit;
  const above = (limit: number | undefined): boolean =>
    now !== undefined && limit !== undefined && now > limit;
  const hard = below(hardLower) || above(hardUpper);
  const band = !hard && (below(lower) || above(upper));
  const yellow = [
    ...(band ? ['outside-band'] : []),
    ...(!hard && !band && hasSignal(values, kpi) ? ['signal'] : []),
    ...(hasOverdueWait(known.standing, known.today, known.office) ? ['wait-overdue'] : []),
    ...(warnedDays(known.standing, known.today, dayFrom(due)) > 0 ? ['early-warning'] : []),
  ];
  const silent = isSilent(kpi, known);
  const codes = [...(hard ? ['outside-hard-limit'] : []), ...yellow, ...(silent ? ['silent'] : [])];
  return {
    status: hard ? 'red' : silent ? 'silent' : yellow.length > 0 ? 'yellow' : 'green',
    slip: 0,
    codes,
  };
}

/** XmR: beyond mean ± 2.66 × mean moving range, or eight in a row beyond the mean, towards a limited side. */
function hasSignal(values: readonly number[], { plan }: KeepKpi): boolean {
  if (values.length < 6) return false;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)));
  const reach = (2.66 * ranges.reduce((sum, range) => sum + range, 0)) / ranges.length;
  const sides = [
    ...(plan.upper === undefined && plan.hardUpper === undefined ? [] : [1]),
    ...(plan.lower === undefined && plan.hardLower === undefined ? [] : [-1]),
  ];
  const beyond = (value: number, side: number, by: number): boolean =>
    side * twoDecimals(value) > side * twoDecimals(mean + side * by);
  const eight = values.slice(-8);
  return sides.some(
    (side) =>
      beyond(values.at(-1) ?? NaN, side, reach) ||
      (eight.length === 8 && eight.every((one) => beyond(one, side, 0))),
  );
}
