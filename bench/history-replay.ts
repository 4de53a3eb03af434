import { addDays, type CivilDate } from '../src/domain/civil-date.ts';
import { noFacts } from '../src/domain/facts.ts';
import type { Portfolio } from '../src/domain/portfolio.ts';
import { isOpen } from '../src/domain/recalibration.ts';
import { type TimelineState, acceptTogether, advance, startTimeline } from '../src/domain/timeline.ts';
import { type Instant, instantAt, localDate, startOfDay } from '../src/domain/zoned-time.ts';
import { type Indicator, type Month, isMiss } from './history-months.ts';
import { HOUR, KPI, ZONE, portfolioWith } from './simulation-portfolio.ts';
import { holding, taken } from './simulation-run.ts';

const QUARTER = 91;

/** Why a meeting was opened: the month missed its target, or it did not and the process drifts, or none reported. */
export type MeetingCause = 'outside-band' | 'signal' | 'silent';

export interface HistoryMeeting {
  /** The last month reported when it opened, as an index into the indicator's months. */
  readonly month: number;
  readonly cause: MeetingCause;
}

/**
 * An indicator as a keep KPI through the real timeline: the target is the limit, there is no hard limit, the month's
 * reading arrives on its last day together with its target. Each recalibration ends at its deadline: hold course,
 * look again one quarter on.
 */
export function replay(indicator: Indicator): readonly HistoryMeeting[] {
  const [first] = indicator.months;
  if (!first) return [];
  const start = `${first.date.slice(0, 7)}-01`;
  let state = startTimeline(noFacts(portfolioAt(indicator, first)), startOfDay(start, ZONE));
  for (const month of indicator.months) {
    state = held(state, instantAt(month.date, HOUR, ZONE) - 1);
    state = reported(state, indicator, month);
  }
  return meetingsOf(state, indicator);
}

/** Lets time pass; every meeting whose deadline comes before `until` has ended with its decision. */
function held(state: TimelineState, until: Instant): TimelineState {
  const open = state.facts.recalibrations.find((one) => isOpen(one) && one.deadline <= until);
  if (open) {
    const reviewDate = addDays(localDate(open.deadline, ZONE), QUARTER);
    return held(taken(state, holding(open, state.facts.decisions.length, reviewDate)), until);
  }
  return state.next !== null && state.next <= until ? held(advance(state, state.next), until) : state;
}

/** The reading and, where it changed, the target it is read against, as one event: neither is judged without the other. */
function reported(state: TimelineState, indicator: Indicator, month: Month): TimelineState {
  const { date, actual } = month;
  const at = instantAt(date, HOUR, ZONE);
  const checkIn = { id: date, kpi: KPI, at, date, value: actual };
  const portfolio = portfolioAt(indicator, month);
  const next = acceptTogether(state, [
    { kind: 'set-up', at, portfolio },
    { kind: 'check-in', checkIn },
  ]);
  if (!next.ok) throw new Error(`refused: ${JSON.stringify(next.error)}`);
  return next.value;
}

/** The portfolio with the target of a month as the KPI's only limit. */
function portfolioAt({ name, good, months }: Indicator, { target }: Month): Portfolio {
  const [first, last] = [months[0]?.date ?? '', months.at(-1)?.date ?? ''];
  const start: CivilDate = `${first.slice(0, 7)}-01`;
  const plan = { start, due: last, ...(good === 'above' ? { lower: target } : { upper: target }) };
  const revisions = [{ revision: 1, at: startOfDay(start, ZONE), plan }];
  const named = { id: KPI, name, unit: '', owner: 'owner' };
  return portfolioWith({ ...named, cadence: { every: 'month', on: 31 }, kind: 'keep', plan, revisions });
}

function meetingsOf({ changes }: TimelineState, indicator: Indicator): readonly HistoryMeeting[] {
  const opened = changes.filter((change) => change.kind === 'opened');
  return opened.map(({ at, recalibration }) => {
    const month = indicator.months.findLastIndex(({ date }) => instantAt(date, HOUR, ZONE) <= at);
    const isSilent = recalibration.statusAtOpening === 'silent';
    return { month, cause: isSilent ? 'silent' : causeAt(indicator, month) };
  });
}

function causeAt({ months, good }: Indicator, at: number): MeetingCause {
  const month = months[at];
  return month && isMiss(month, good) ? 'outside-band' : 'signal';
}
