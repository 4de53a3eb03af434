import type { CheckInLine } from '../contract/check-in-batch.ts';
import type { ChangedReading } from './changed-readings.ts';

/** What an owner says beside a number. Absent: nothing was said. */
export interface Said {
  readonly waitingOn?: NonNullable<CheckInLine['waitingOn']>;
  readonly waitOver?: true;
  readonly earlyWarning?: NonNullable<CheckInLine['earlyWarning']>;
  readonly objection?: NonNullable<CheckInLine['objection']>;
}

/** Names a reading once: the same KPI, day and value keep their id, so that sending twice is sending once. */
export type LineIds = Map<string, string>;

export interface LinesInput {
  readonly readings: readonly ChangedReading[];
  readonly said: ReadonlyMap<string, Said>;
  readonly ids: LineIds;
}

/** The lines of one check-in: changed readings with what was said about them. */
export function checkInLines({ readings, said, ids }: LinesInput): readonly CheckInLine[] {
  return readings.map(({ kpi, cell, date, value, corrects }) => ({
    ref: cell,
    id: lineId(ids, readingKey(kpi.id, date, value, said.get(kpi.id) ?? {})),
    kpi: kpi.id,
    date,
    value,
    ...(corrects ? { corrects } : {}),
    ...said.get(kpi.id),
  }));
}

/** What a kept line said about its KPI. */
export function saidIn({ waitingOn, waitOver, earlyWarning, objection }: CheckInLine): Said {
  return {
    ...(waitingOn ? { waitingOn } : {}),
    ...(waitOver === true ? { waitOver } : {}),
    ...(earlyWarning ? { earlyWarning } : {}),
    ...(objection ? { objection } : {}),
  };
}

/** Kept lines keep their ids: should the server have them already, sending again changes nothing. */
export function idsOf(kept: readonly CheckInLine[]): LineIds {
  return new Map(kept.map((line) => [readingKey(line.kpi, line.date, line.value, saidIn(line)), line.id]));
}

function readingKey(kpi: string, date: string, value: number, said: Said): string {
  return `${kpi}|${date}|${value}|${JSON.stringify(said)}`;
}

function lineId(ids: LineIds, reading: string): string {
  const known = ids.get(reading) ?? crypto.randomUUID();
  ids.set(reading, known);
  return known;
}
