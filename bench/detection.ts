import { detectMapping } from '../src/domain/sheet/detect-mapping.ts';
import type { SheetCell, SheetGrid } from '../src/domain/sheet/grid.ts';
import { isoToSerial } from '../src/domain/sheet/serial-date.ts';
import { type Row, medianMs } from './measure.ts';
import { day } from './portfolio.ts';

const ROUNDS = 5;
const HEADERS = ['KPI', 'Owner', 'Unit', 'Baseline', 'Target', 'Due date', 'Actual', 'Comment'];
const WEEKS = 52;

/** Finding the columns of a large sheet, beside looking once at each of its cells. */
export async function detection(rows = 5000): Promise<readonly Row[]> {
  const grid = sheetOf(rows);
  const found = detectMapping(grid);
  if (!found.ok || found.value.fields.name.chosen?.line !== 'A')
    throw new Error('the sheet was not understood');
  return [
    {
      what: `detecting the columns of ${rows.toLocaleString('en-US')} × ${HEADERS.length + WEEKS} cells`,
      ours: await medianMs(ROUNDS, () => detectMapping(grid)),
      beside: await medianMs(ROUNDS, () => countTypes(grid)),
      besideWhat: 'one look at the type of each cell',
      unit: 'ms',
    },
  ];
}

export function sheetOf(rows: number, weeks = WEEKS): SheetGrid {
  const periods = Array.from({ length: weeks }, (_, week) => dateCell(day(week * 7)));
  const header = [...HEADERS.map(textCell), ...periods];
  const records = Array.from({ length: rows }, (_, n) => [
    textCell(`Loans approved in branch ${n}`),
    textCell(`Owner ${n % 40}`),
    textCell('%'),
    numberCell(0),
    numberCell(100),
    dateCell(day(120 + (n % 60))),
    numberCell(n % 97),
    textCell(n % 9 === 0 ? 'waits for the audit' : ''),
    ...periods.map((_period, week) => numberCell(Math.min(100, week * 2 + (n % 5)))),
  ]);
  return { name: 'KPIs', rows: [header, ...records], merges: [] };
}

function textCell(text: string): SheetCell {
  return text === '' ? { value: null, text, type: 'empty' } : { value: text, text, type: 'text' };
}

function numberCell(value: number): SheetCell {
  return { value, text: String(value), type: 'number' };
}

function dateCell(iso: string): SheetCell {
  return { value: isoToSerial(iso) ?? 0, text: iso, type: 'date', format: 'yyyy-mm-dd' };
}

function countTypes({ rows }: SheetGrid): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) for (const { type } of row) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}
