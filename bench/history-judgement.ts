import { type Indicator, isMiss } from './history-months.ts';
import type { HistoryMeeting } from './history-replay.ts';

/** Readings ahead within which a miss counts as foreseen, and behind within which it counts as announced. */
const WINDOW = 3;

/** Something that calls people together in some months, and how well it did. */
export interface Alarms {
  readonly count: number;
  /** Of those with three more readings, how many were followed by a miss in them. */
  readonly judged: number;
  readonly followed: number;
  /** Misses with one in the three months before. */
  readonly announced: number;
  /** The same of first misses: those after three months on target, which no earlier miss gives away. */
  readonly foreseen: number;
}

export interface Judgement {
  readonly months: number;
  readonly misses: number;
  /** After three months on target. */
  readonly firstMisses: number;
  readonly meetings: Alarms;
  readonly signals: Alarms;
  readonly silent: number;
  /** Alert on every miss. */
  readonly everyMiss: Alarms;
  /** Chance of a miss within three months after any month: what a coin tossed each month would reach. */
  readonly chance: Alarms;
  /** The same after a month on target, which is where a signal speaks. */
  readonly chanceInside: Alarms;
}

export function judge(indicator: Indicator, meetings: readonly HistoryMeeting[]): Judgement {
  const missed = indicator.months.map((month) => isMiss(month, indicator.good));
  const every = missed.map((_, at) => at);
  const spoken = meetings.filter(({ cause }) => cause !== 'silent');
  const of = (months: readonly number[]): Alarms => alarmsOf(months, missed);
  return {
    months: missed.length,
    misses: missed.filter(Boolean).length,
    firstMisses: every.filter((at) => isFirst(at, missed)).length,
    meetings: of(spoken.map(({ month }) => month)),
    signals: of(spoken.filter(({ cause }) => cause === 'signal').map(({ month }) => month)),
    silent: meetings.length - spoken.length,
    everyMiss: of(every.filter((at) => missed[at])),
    chance: of(every),
    chanceInside: of(every.filter((at) => !missed[at])),
  };
}

function alarmsOf(months: readonly number[], missed: readonly boolean[]): Alarms {
  const judged = months.filter((at) => at + WINDOW < missed.length);
  const misses = missed.flatMap((miss, at) => (miss ? [at] : []));
  const called = misses.filter((at) => months.some((month) => month < at && month >= at - WINDOW));
  return {
    count: months.length,
    judged: judged.length,
    followed: judged.filter((at) => missed.slice(at + 1, at + 1 + WINDOW).includes(true)).length,
    announced: called.length,
    foreseen: called.filter((at) => isFirst(at, missed)).length,
  };
}

function isFirst(at: number, missed: readonly boolean[]): boolean {
  return at >= WINDOW && missed[at] === true && !missed.slice(at - WINDOW, at).includes(true);
}

export function total(judgements: readonly Judgement[]): Judgement {
  const add = (pick: (one: Judgement) => number): number =>
    judgements.reduce((sum, one) => sum + pick(one), 0);
  const addAlarms = (pick: (one: Judgement) => Alarms): Alarms => ({
    count: add((one) => pick(one).count),
    judged: add((one) => pick(one).judged),
    followed: add((one) => pick(one).followed),
    announced: add((one) => pick(one).announced),
    foreseen: add((one) => pick(one).foreseen),
  });
  return {
    months: add(({ months }) => months),
    misses: add(({ misses }) => misses),
    firstMisses: add(({ firstMisses }) => firstMisses),
    meetings: addAlarms(({ meetings }) => meetings),
    signals: addAlarms(({ signals }) => signals),
    silent: add(({ silent }) => silent),
    everyMiss: addAlarms(({ everyMiss }) => everyMiss),
    chance: addAlarms(({ chance }) => chance),
    chanceInside: addAlarms(({ chanceInside }) => chanceInside),
  };
}
