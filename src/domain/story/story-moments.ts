import { addDays } from '../civil-date.ts';
import { calendarOf } from '../people.ts';
import type { Portfolio } from '../portfolio.ts';
import { type Instant, startOfDay } from '../zoned-time.ts';
import type { Story, StoryVersion } from './story.ts';

/** Midnight of the first start date, each KPI's in its owner's zone; day 1 of a story lies here. */
export function firstStart(portfolio: Portfolio): Instant {
  const starts = portfolio.kpis.map(({ owner, plan }) =>
    startOfDay(plan.start, calendarOf(portfolio, owner).timeZone),
  );
  return starts.length > 0 ? starts.reduce((a, b) => Math.min(a, b)) : 0;
}

/** The `asOf` times that a version's expectations name; a status of `all` names every check-in's time. */
export function expectedTimes({ checkIns, expected }: StoryVersion): readonly Instant[] {
  const named = [...expected.statuses.values()].flat().map(({ asOf }) => asOf);
  return expected.all?.status === undefined ? named : [...named, ...checkIns.map(({ at }) => at)];
}

/** The latest moment that a version names itself; a day that something must be found on ends with its last minute. */
export function endOfVersion({ portfolio }: Story, version: StoryVersion): Instant {
  const { checkIns, decisions, expected } = version;
  const standing = expected.recalibrations.flatMap(({ openedBy, deadline }) => [openedBy, deadline]);
  const named = [
    ...checkIns.map(({ at }) => at),
    ...decisions.map(({ at }) => at),
    ...expectedTimes(version),
    ...standing,
  ];
  const moments = [
    ...named.filter((moment) => moment !== undefined),
    ...foundBy(portfolio, expected.dayFound),
  ];
  // Not spread into one call: half a million arguments overflow the stack.
  return moments.reduce((a, b) => Math.max(a, b), firstStart(portfolio));
}

function foundBy({ kpis, timeZone }: Portfolio, dayFound: number | null | undefined): readonly Instant[] {
  if (typeof dayFound !== 'number') return [];
  const dayOne = firstStartDate({ kpis });
  return dayOne === null ? [] : [startOfDay(addDays(dayOne, dayFound), timeZone) - 60_000];
}

/** The date of day 1. */
export function firstStartDate({ kpis }: Pick<Portfolio, 'kpis'>): string | null {
  return kpis
    .map(({ plan }) => plan.start)
    .reduce<string | null>((a, b) => (a !== null && a < b ? a : b), null);
}
