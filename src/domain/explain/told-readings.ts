import type { CheckIn } from '../check-in.ts';
import type { CivilDate } from '../civil-date.ts';
import type { KpiRecord } from '../kpi-record.ts';
import type { PersonId } from '../portfolio.ts';
import { sentBy, standing } from '../reading.ts';
import type { Instant } from '../zoned-time.ts';

/** A check-in as it counts: as the reading of its day, added to one, or no more. */
export interface ToldReading {
  readonly checkIn: string;
  readonly date: CivilDate;
  readonly at: Instant;
  readonly by: PersonId;
  /** As it was sent. */
  readonly value: number;
  /** For increments: the sum up to this day; else null. */
  readonly total: number | null;
  readonly counts: 'counts' | 'corrected' | 'later-one-of-the-day-counts';
}

/** The check-ins of one KPI sent until `asOf`, in the order of sending. */
export function toldReadings(
  checkIns: readonly CheckIn[],
  { kpi, readings }: Pick<KpiRecord, 'kpi' | 'readings'>,
  asOf: Instant,
): readonly ToldReading[] {
  const sent = sentBy(checkIns, asOf);
  const stands = new Set(standing(sent).map(({ id }) => id));
  const adds = kpi.kind === 'reach' && kpi.readings === 'increment';
  return sent.map(({ id, date, at, by, value }) => {
    const reading = readings.find((one) => one.date === date);
    const isLast = adds || reading?.checkIn === id;
    return {
      checkIn: id,
      date,
      at,
      value,
      by: by ?? kpi.owner,
      total: adds && stands.has(id) ? (reading?.value ?? null) : null,
      counts: !stands.has(id) ? 'corrected' : isLast ? 'counts' : 'later-one-of-the-day-counts',
    };
  });
}
