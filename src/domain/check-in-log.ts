import type { CheckIn } from './check-in.ts';
import { groupBy } from './group-by.ts';
import { PersistentMap } from './persistent-map.ts';
import type { KpiId } from './portfolio.ts';

/**
 * Every check-in accepted so far, at hand by KPI. A value: one more gives a new log that shares the lists of all other
 * KPIs, so that a list is the same object as long as nothing was added to it. docs/decisions/evaluation.md.
 */
export interface CheckInLog {
  /** Check-ins in all. */
  readonly count: number;
  readonly byKpi: PersistentMap<OwnCheckIns>;
}

interface OwnCheckIns {
  /** In the order of acceptance. */
  readonly checkIns: readonly CheckIn[];
  /** The place of each in the order of acceptance of all. */
  readonly places: readonly number[];
}

const NONE: readonly CheckIn[] = [];

/** `checkIns`: in the order of acceptance. */
export function logOf(checkIns: readonly CheckIn[]): CheckInLog {
  const placed = checkIns.map((checkIn, place) => ({ checkIn, place }));
  const own = [...groupBy(placed, ({ checkIn }) => checkIn.kpi)].map(([kpi, list]) => {
    const lists = { checkIns: list.map((one) => one.checkIn), places: list.map(({ place }) => place) };
    return [kpi, lists] as const;
  });
  return { count: checkIns.length, byKpi: PersistentMap.from(own) };
}

/** The log with one more, accepted after all others. */
export function withCheckIn({ count, byKpi }: CheckInLog, checkIn: CheckIn): CheckInLog {
  const own = byKpi.get(checkIn.kpi);
  const lists = {
    checkIns: [...(own?.checkIns ?? []), checkIn],
    places: [...(own?.places ?? []), count],
  };
  return { count: count + 1, byKpi: byKpi.with(checkIn.kpi, lists) };
}

/** The log with more, accepted after all others in this order: each KPI's list is made anew once. */
export function withCheckIns(log: CheckInLog, checkIns: readonly CheckIn[]): CheckInLog {
  if (checkIns.length === 0) return log;
  const { count, byKpi } = log;
  const placed = checkIns.map((checkIn, at) => ({ checkIn, place: count + at }));
  let grown = byKpi;
  for (const [kpi, list] of groupBy(placed, ({ checkIn }) => checkIn.kpi)) {
    const own = byKpi.get(kpi);
    grown = grown.with(kpi, {
      checkIns: [...(own?.checkIns ?? []), ...list.map((one) => one.checkIn)],
      places: [...(own?.places ?? []), ...list.map(({ place }) => place)],
    });
  }
  return { count: count + checkIns.length, byKpi: grown };
}

/** Those of one KPI, in the order of acceptance. */
export function checkInsOf({ byKpi }: CheckInLog, kpi: KpiId): readonly CheckIn[] {
  return byKpi.get(kpi)?.checkIns ?? NONE;
}

/** All of them, in the order of acceptance. */
export function everyCheckIn({ byKpi }: CheckInLog): readonly CheckIn[] {
  const all: CheckIn[] = [];
  for (const { checkIns, places } of byKpi.values()) {
    checkIns.forEach((checkIn, at) => (all[places[at] ?? -1] = checkIn));
  }
  return all;
}

/** The KPIs that have reported since an earlier state of the same log. */
export function reportedSince(before: CheckInLog, after: CheckInLog): readonly KpiId[] {
  return after.byKpi.changedSince(before.byKpi);
}
