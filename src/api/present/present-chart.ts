import type { ChartView } from '../../contract/kpi-view.ts';
import type { PriceRange } from '../../domain/monte-carlo.ts';
import { checkInsOf } from '../../domain/check-in-log.ts';
import { dateOf, dayOf } from '../../domain/civil-date.ts';
import { earnedDays, planCurve, plannedValue, UNSHIFTED } from '../../domain/plan.ts';
import { withPlanInForce } from '../../domain/plan-in-force.ts';
import { dayAfterPlanDays, planTimeOf } from '../../domain/plan-time.ts';
import type { KeepKpi, Kpi, ReachKpi, ReachPlan } from '../../domain/portfolio.ts';
import { type DayReading, readingsOf, sentBy, standing } from '../../domain/reading.ts';
import { waitKey } from '../../domain/wait.ts';
import { dateIn } from '../../domain/words/format.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import { decisionSummary } from './decision-summary.ts';
import { shownStatus } from './present-status.ts';
import type { IndexedView } from './view-index.ts';

const FORECAST_SHARE = 0.2;
const NO_BAND = {
  lower: null,
  upper: null,
  hardLower: null,
  hardUpper: null,
  naturalLower: null,
  naturalUpper: null,
};

/** What the chart of a KPI draws (SCREENS.md 5.1). */
export function presentChart(view: IndexedView, stored: Kpi, finish: PriceRange['finish'] | null): ChartView {
  const decisions = view.facts.decisions.filter(({ cause, at }) => cause === stored.id && at <= view.asOf);
  const kpi = withPlanInForce(stored, decisions, view.asOf);
  const sent = standing(sentBy(checkInsOf(view.facts.checkIns, kpi.id), view.asOf));
  const readings = readingsOf(kpi, sent);
  return {
    kind: kpi.kind,
    start: kpi.plan.start,
    due: kpi.plan.due,
    today: view.today,
    ...(kpi.kind === 'reach' ? reachParts(view, kpi, { readings, finish }) : keepParts(kpi)),
    // A decision that changes the plan is a revision of its own.
    planRevision: Math.max(1, stored.revisions.filter(({ at }) => at <= view.asOf).length),
    ghosts: ghostsOf(view, stored),
    readings: readings.map((reading) => presentReading(view, kpi, reading)),
    statusLane: statusLane(view, kpi.id),
    waitLane: waitLane(view, kpi.id),
    decisions: decisions.map((one) => ({
      date: dateIn(one.at, view.words),
      label: `Decision: ${decisionSummary(view, one).split(':')[0]?.toLowerCase() ?? ''}`,
    })),
  };
}

type Parts = Pick<ChartView, 'plan' | 'target' | 'band' | 'forecast' | 'forecastFrom' | 'slip'>;

interface Seen {
  readonly readings: readonly DayReading[];
  /** The dates of half chance and of 80 %, from three readings on. */
  readonly finish: PriceRange['finish'] | null;
}

function reachParts(view: IndexedView, kpi: ReachKpi, { readings, finish }: Seen): Parts {
  const curve = curveOf(view, kpi.plan);
  const from = dateOf(Math.ceil(dayAfterPlanDays(curve.start, FORECAST_SHARE * curve.duration, curve.time)));
  return {
    plan: planPoints(kpi.plan),
    target: kpi.plan.target,
    band: NO_BAND,
    forecast: view.today >= from ? forecastOf(view, kpi, finish) : null,
    forecastFrom: from,
    slip: slipBracket(view, kpi, readings.at(-1)),
  };
}

/** The dates of half chance and of 80 % from the paces so far; before the third reading the one pace there is. */
function forecastOf(view: IndexedView, kpi: ReachKpi, finish: Seen['finish']): Parts['forecast'] {
  const known = view.stateOf(kpi.id)?.forecastFinish ?? null;
  if (known === null) return null;
  return { halfChance: finish?.p50 ?? known, likely: finish?.p80 ?? null };
}

function slipBracket(view: IndexedView, kpi: ReachKpi, last: DayReading | undefined): Parts['slip'] {
  const slip = view.stateOf(kpi.id)?.slip ?? 0;
  if (!last || slip <= 0) return null;
  const curve = curveOf(view, kpi.plan);
  const planned = dateOf(dayAfterPlanDays(curve.start, earnedDays(last.value, curve), curve.time));
  return { from: planned, to: last.date, value: last.value, days: slip };
}

function keepParts({ plan }: KeepKpi): Parts {
  const { lower = null, upper = null, hardLower = null, hardUpper = null } = plan;
  return {
    plan: [],
    target: null,
    band: { ...NO_BAND, lower, upper, hardLower, hardUpper },
    forecast: null,
    forecastFrom: null,
    slip: null,
  };
}

function presentReading(view: IndexedView, kpi: Kpi, reading: DayReading): ChartView['readings'][number] {
  const by = checkInsOf(view.facts.checkIns, kpi.id).find(({ id }) => id === reading.checkIn)?.by;
  return {
    date: reading.date,
    value: reading.value,
    plan: kpi.kind === 'reach' ? plannedValue(reading.day, curveOf(view, kpi.plan)) : null,
    by: by === undefined ? null : view.personOf(by).name,
    checkIn: reading.checkIn,
  };
}

/** Every plan that was in force before the present one: the ghost lines. */
function ghostsOf(view: IndexedView, kpi: Kpi): ChartView['ghosts'] {
  if (kpi.kind !== 'reach') return [];
  const changes = view.facts.decisions.filter(
    ({ cause, at, plan }) => cause === kpi.id && at <= view.asOf && plan !== undefined,
  );
  return changes.map((change, index) => {
    const before = withPlanInForce(kpi, changes.slice(0, index), change.at - 1).plan;
    const since = index === 0 ? before.start : dateIn(changes[index - 1]?.at ?? change.at, view.words);
    return { revision: index + 1, since, points: planPoints(before) };
  });
}

function planPoints(plan: ReachPlan): ChartView['plan'] {
  return [
    { date: plan.start, value: plan.baseline },
    ...plan.points.map(({ date, value }) => ({ date, value })),
    { date: plan.due, value: plan.target },
  ];
}

function curveOf(view: IndexedView, plan: ReachPlan): ReturnType<typeof planCurve> {
  return planCurve(plan, UNSHIFTED, planTimeOf(view.facts.portfolio.holidays));
}

function statusLane(view: IndexedView, kpi: string): ChartView['statusLane'] {
  const start = view.kpiOf(kpi)?.plan.start ?? view.today;
  const changes = view.timeline.transitions.filter(
    ({ kind, id, at }) => kind === 'kpi' && id === kpi && at <= view.asOf,
  );
  return [
    { from: start, status: 'not-started' },
    ...firstGreen(view, kpi, changes[0]?.at ?? view.asOf + 1),
    ...changes.map(({ at, to, reason }) => ({
      from: dateIn(at, view.words),
      status: shownStatus(to, reason === null ? [] : [{ code: reason }]),
    })),
  ];
}

/** Between not started and the first change it was green, since its first report. */
function firstGreen(view: IndexedView, kpi: string, until: Instant): ChartView['statusLane'] {
  const first = sentBy(checkInsOf(view.facts.checkIns, kpi), view.asOf)[0];
  return first && first.at < until ? [{ from: dateIn(first.at, view.words), status: 'green' }] : [];
}

function waitLane(view: IndexedView, kpi: string): ChartView['waitLane'] {
  const lane = new Map<string, ChartView['waitLane'][number]>();
  for (const { waitingOn, waitOver, date } of sentBy(checkInsOf(view.facts.checkIns, kpi), view.asOf)) {
    for (const [key, wait] of lane) {
      const ends = waitOver === true || (typeof waitOver === 'string' && waitKey(waitOver) === key);
      if (ends && wait.endedOn === null) lane.set(key, { ...wait, endedOn: date });
    }
    if (!waitingOn) continue;
    const { what, since, expectedBy } = waitingOn;
    const known = lane.get(waitKey(what));
    if (known?.endedOn !== undefined && known.endedOn === null)
      lane.set(waitKey(what), { ...known, expectedBy });
    else lane.set(waitKey(what), { what, since, expectedBy, endedOn: null });
  }
  return [...lane.values()].filter(({ since, expectedBy }) => dayOf(expectedBy) >= dayOf(since));
}
