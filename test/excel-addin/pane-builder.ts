import type { Mapping, WorkbookView } from '../../src/contract/adoption.ts';
import { initialChoice } from '../../src/excel-addin/column-choice.ts';
import { mappingToKeep } from '../../src/excel-addin/own-columns.ts';
import { KEY_HEADER, VERDICT_HEADERS } from '../../src/excel-addin/sheet-port.ts';
import { buildGrid, day, mappingOf, type Value } from '../domain/sheet/build-grid.ts';

export type PaneKpi = WorkbookView['kpis'][number];

export const HEADER: readonly Value[] = [
  'KPI',
  'Owner',
  'Unit',
  'Target',
  'Due',
  day('2026-03-06'),
  day('2026-03-13'),
  day('2026-03-20'),
];
export const LOANS: readonly Value[] = [
  'Loans approved',
  'Ana Ruiz',
  'loans',
  100,
  day('2026-04-30'),
  12,
  null,
  null,
];
export const AUDITS: readonly Value[] = [
  'Audits closed',
  'Ana Ruiz',
  'items',
  40,
  day('2026-04-30'),
  5,
  null,
  null,
];

/** The table with our columns beside it, as it stands after adoption; keys K1, K2, … by row. */
export function adopted(rows: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  return rows.map((row, index) =>
    index === 0
      ? [...row, KEY_HEADER, ...VERDICT_HEADERS]
      : [...row, `K${index}`, '● Green', 'On plan', 0, '€1', 'Report due'],
  );
}

/** What the server keeps of a sheet that was adopted as it lies. */
export function keptMapping(rows: readonly (readonly Value[])[]): Mapping {
  const grid = buildGrid(rows);
  const mapping = mappingOf(grid);
  return mappingToKeep(mapping, initialChoice(mapping), grid);
}

/** A KPI of the person at the sheet, with nothing reported yet. */
export function paneKpi(id: string, more: Partial<PaneKpi> = {}): PaneKpi {
  return {
    id,
    name: id === 'K1' ? 'Loans approved' : 'Audits closed',
    unit: 'items',
    owner: { id: 'ana', name: 'Ana Ruiz' },
    mine: true,
    status: {
      status: 'green',
      since: null,
      reasons: [],
      slip: 0,
      float: 0,
      floatLeft: 0,
      room: 0,
      forecastFinish: null,
      reviewAt: null,
    },
    why: '12 loans on 6 Mar, plan 11.',
    priceShort: '€120,000',
    nextStep: 'Report due Fri 13 Mar',
    lastReading: null,
    readings: [],
    waits: [],
    reportDue: null,
    consequence: [],
    recalibration: null,
    ...more,
  };
}

/** A KPI whose last accepted readings are these. */
export function reported(id: string, ...readings: PaneKpi['readings']): PaneKpi {
  const last = readings.at(-1);
  return paneKpi(id, { readings, lastReading: last ? { ...last, entry: 1 } : null });
}
