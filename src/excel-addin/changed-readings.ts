import type { WorkbookView } from '../contract/adoption.ts';
import { monthEnd } from '../domain/civil-date.ts';
import { cellToNumber, type PlacedCell, placedCell } from '../domain/sheet/cell-values.ts';
import type { SheetGrid } from '../domain/sheet/grid.ts';
import { isPercentFormat } from '../domain/sheet/number-format.ts';
import { numberOf } from './column-choice.ts';
import type { LocatedTable } from './own-columns.ts';

/** Shares are told from 1,000 % on: fewer are rare, more are a slip of the keyboard. */
const PERCENT_TYPO = 10;

type Kpi = WorkbookView['kpis'][number];

/** A reading that differs from what was last accepted. */
export interface ChangedReading {
  readonly kpi: Kpi;
  readonly cell: string;
  readonly date: string;
  readonly value: number;
  /** The accepted reading of the same day differs: this one corrects it. */
  readonly corrects: boolean;
}

export interface CellTrouble {
  readonly cell: string;
  readonly kpi: Kpi | null;
  readonly message: string;
}

export interface SheetChanges {
  readonly changed: readonly ChangedReading[];
  readonly troubles: readonly CellTrouble[];
  /** Each KPI's row, to write its verdict beside it. */
  readonly rowOf: ReadonlyMap<string, number>;
}

export interface ChangesInput {
  readonly grid: SheetGrid;
  readonly table: LocatedTable;
  readonly kpis: readonly Kpi[];
  readonly today: string;
}

/** What changed since the last accepted check-in, row by row; every cell that cannot be read is named. */
export function changedReadings(input: ChangesInput): SheetChanges {
  const { table, kpis } = input;
  const byKey = new Map(kpis.map((kpi) => [kpi.id, kpi]));
  const changed: ChangedReading[] = [];
  const troubles: CellTrouble[] = [];
  const rowOf = new Map<string, number>();
  for (const [row, key] of table.keyByRow) {
    const kpi = byKey.get(key);
    const trouble = keyTrouble(input, row, kpi);
    if (trouble) troubles.push(trouble);
    if (!kpi || trouble) continue;
    rowOf.set(kpi.id, row);
    const found = kpi.mine ? readRow(input, row, kpi) : { changed: [], troubles: [] };
    changed.push(...found.changed);
    troubles.push(...found.troubles);
  }
  return { changed, troubles, rowOf };
}

function keyTrouble({ table }: ChangesInput, row: number, kpi: Kpi | undefined): CellTrouble | null {
  const { keyColumn } = table.mapping;
  const cell = `${keyColumn}${row}`;
  if (!kpi) {
    return {
      cell,
      kpi: null,
      message: `The key in row ${row} belongs to no KPI of this workbook. Nothing is sent for it.`,
    };
  }
  const rows = table.duplicates.get(kpi.id);
  if (!rows) return null;
  return {
    cell,
    kpi,
    message: `${kpi.name} stands in rows ${rows.join(' and ')} with the same key. Delete the copy; until then nothing is sent for it.`,
  };
}

type RowFindings = Pick<SheetChanges, 'changed' | 'troubles'>;

function readRow(input: ChangesInput, row: number, kpi: Kpi): RowFindings {
  const { periods, columns } = input.table.mapping;
  if (periods.length === 0) {
    const actual = columns['actual']?.column;
    return actual === undefined
      ? { changed: [], troubles: [] }
      : readCell(input, kpi, { row, column: actual, date: null });
  }
  const findings = periods.map(({ column, header, date }) =>
    readCell(input, kpi, { row, column, date: readingDate(date, header, input.today) }),
  );
  return {
    changed: findings.flatMap((found) => found.changed),
    troubles: findings.flatMap((found) => found.troubles),
  };
}

/** A month stands for its last day, but for today while it runs; a day stands for itself. */
function readingDate(start: string, header: string, today: string): string {
  const isMonth = start.endsWith('-01') && !/\b0?1\b/.test(header);
  if (!isMonth) return start;
  const end = monthEnd(start);
  return end > today && start <= today ? today : end;
}

interface ReadingPlace {
  readonly row: number;
  readonly column: string;
  /** Null: the column always holds the present value. */
  readonly date: string | null;
}

function readCell(input: ChangesInput, kpi: Kpi, place: ReadingPlace): RowFindings {
  const cell = cellIn(input.grid, place);
  if (cell.type === 'empty') return NOTHING;
  const value = cellToNumber(cell, kpi.unit);
  const refuse = (why: string): RowFindings => ({
    changed: [],
    troubles: [{ cell: cell.address, kpi, message: `${why} ${kpi.name} is not sent.` }],
  });
  if (!value.ok) return isAccepted(kpi, place) ? NOTHING : refuse(value.error.message);
  const date = place.date ?? input.today;
  const accepted = kpi.readings.find((reading) => reading.date === date);
  const last = kpi.lastReading;
  if (value.value === (place.date === null ? last?.value : accepted?.value)) return NOTHING;
  if (hundredfold(cell))
    return refuse(`${cell.text} in ${cell.address} is a hundred times too much for a share.`);
  if (!accepted && last && date < last.date) {
    return refuse(
      `${cell.address} is dated ${date}, before the last reading, ${last.date}. Only a day that was reported can be corrected.`,
    );
  }
  return {
    changed: [{ kpi, cell: cell.address, date, value: value.value, corrects: accepted !== undefined }],
    troubles: [],
  };
}

const NOTHING: RowFindings = { changed: [], troubles: [] };

/** 42 in a cell that is shown in percent is 4,200%: somebody meant 42%, or 0.42. */
function hundredfold({ value, format }: PlacedCell): boolean {
  return isPercentFormat(format) && typeof value === 'number' && Math.abs(value) >= PERCENT_TYPO;
}

/** An old text beside a day that was reported since is no news. */
function isAccepted(kpi: Kpi, { date }: ReadingPlace): boolean {
  return date !== null && date < (kpi.lastReading?.date ?? '');
}

function cellIn(grid: SheetGrid, { row, column }: ReadingPlace): PlacedCell {
  const origin = grid.origin ?? { row: 1, column: 1 };
  return placedCell(grid, row - origin.row, numberOf(column) - origin.column);
}
