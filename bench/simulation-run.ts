import { type CivilDate, addDays, daysBetween } from '../src/domain/civil-date.ts';
import { noFacts } from '../src/domain/facts.ts';
import type { ReachKpi } from '../src/domain/portfolio.ts';
import { type Recalibration, isOpen } from '../src/domain/recalibration.ts';
import type { ReasonCode, Status } from '../src/domain/status.ts';
import { type TimelineEvent, type TimelineState, accept, startTimeline } from '../src/domain/timeline.ts';
import { instantAt, localDate, startOfDay } from '../src/domain/zoned-time.ts';
import { HOUR, KPI, ZONE, portfolioWith } from './simulation-portfolio.ts';

/** How long people hold course before they look again, in days. */
const HOLD_DAYS = 28;

/** A change of status; days since the start of the plan. */
export interface Change {
  readonly day: number;
  readonly to: Status;
  /** The reason that decides. */
  readonly reason: ReasonCode;
}

export interface Run {
  readonly changes: readonly Change[];
  /** Recalibrations that opened; escalations are not counted again. */
  readonly meetings: number;
  readonly days: number;
}

export interface RunInput {
  readonly kpi: ReachKpi;
  /** What is read on a day since the start. */
  readonly read: (day: number) => number;
  /** Asked after each report; without it the run ends once the target is reached. */
  readonly endsWhen: (status: Status, day: number) => boolean;
}

/**
 * One KPI through the real timeline. It reports on the day each report falls due. Every recalibration is answered at
 * its deadline: hold course for four weeks.
 */
export function run(input: RunInput): Run {
  const { start } = input.kpi.plan;
  let state = startTimeline(noFacts(portfolioWith(input.kpi)), startOfDay(start, ZONE));
  for (let nth = 0; !hasEnded(state, input); nth += 1) {
    const event = nextEvent(state, input, nth);
    if (!event) break;
    state = taken(state, event);
  }
  return outcome(state, start);
}

function hasEnded({ evaluation, now }: TimelineState, { kpi, endsWhen }: RunInput): boolean {
  const status = evaluation.kpis.get(KPI)?.status ?? 'green';
  return endsWhen(status, daysBetween(kpi.plan.start, localDate(now, ZONE)));
}

function nextEvent(state: TimelineState, { kpi, read }: RunInput, nth: number): TimelineEvent | null {
  const date = state.evaluation.kpis.get(KPI)?.nextReport ?? null;
  const at = date === null ? Infinity : instantAt(date, HOUR, ZONE);
  const open = state.facts.recalibrations.find(isOpen);
  if (open && open.deadline <= at)
    return holding(open, nth, addDays(localDate(open.deadline, ZONE), HOLD_DAYS));
  if (date === null) return null;
  const value = read(daysBetween(kpi.plan.start, date));
  return { kind: 'check-in', checkIn: { id: `c${nth}`, kpi: KPI, at, date, value } };
}

/** The people met by the deadline and hold course until they look again. */
export function holding(open: Recalibration, nth: number, reviewDate: CivilDate): TimelineEvent {
  const { deadline: at, cause, decisionMaker: by } = open;
  const choice = { kind: 'hold', commitDate: reviewDate } as const;
  return {
    kind: 'decision',
    decision: { id: `d${nth}`, at, cause, by, choice, reason: 'we catch up', reviewDate },
  };
}

/** A refusal would be a fault of the simulation, not of the work. */
export function taken(state: TimelineState, event: TimelineEvent): TimelineState {
  const next = accept(state, event);
  if (!next.ok) throw new Error(`refused: ${JSON.stringify(next.error)}`);
  return next.value;
}

function outcome({ transitions, changes, now }: TimelineState, start: CivilDate): Run {
  const dayAt = (at: number): number => daysBetween(start, localDate(at, ZONE));
  const own = transitions.filter(({ kind }) => kind === 'kpi');
  return {
    days: dayAt(now),
    changes: own.map(({ at, to, reasons }) => ({
      day: dayAt(at),
      to,
      reason: reasons[0]?.code ?? 'on-plan',
    })),
    meetings: changes.filter(({ kind }) => kind === 'opened').length,
  };
}
