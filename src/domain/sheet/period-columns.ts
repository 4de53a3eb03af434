import { cellAt, EMPTY_CELL, type SheetCell, type SheetGrid } from './grid.ts';
import type { ColumnProfile } from './column-profile.ts';
import { groupBy } from '../group-by.ts';
import type { HeaderBlock, HeaderColumn } from './header-block.ts';
import {
  firstDay,
  parsePeriod,
  parsePeriodText,
  sideOf,
  type Period,
  type PeriodSide,
} from './parse-period.ts';
import { wordsOf } from './words.ts';

/** A column whose header names a period. */
export interface PeriodColumn {
  readonly index: number;
  readonly period: Period;
  readonly side: PeriodSide | null;
  readonly group: string;
}

/** Fewer columns than this are fields that happen to carry a year. */
const FEWEST_PERIODS = 3;

/**
 * The columns that spell out a series over time: three or more periods of one kind with the same further
 * words, or two with plan and actual each. A single "Target 2026" stays a field.
 */
export function findPeriodColumns(
  grid: SheetGrid,
  header: HeaderBlock,
  profiles: readonly ColumnProfile[],
): readonly PeriodColumn[] {
  const named = header.columns.flatMap((column) => {
    const found = readColumn(grid, header, column);
    const profile = profiles[column.index];
    return found !== undefined && profile !== undefined && holdsValues(profile) ? [found] : [];
  });
  const series = inSeries(named);
  return withYears([...series, ...inherited(header, series)], titleYear(grid, header)).toSorted((a, b) => a.index - b.index); // prettier-ignore
}

/** Numbers, short marks, or nothing yet. */
function holdsValues(profile: ColumnProfile): boolean {
  return (
    profile.telling === 0 || profile.number + profile.status + profile.yesNo >= 0.5 || profile.length <= 3
  );
}

function readColumn(grid: SheetGrid, header: HeaderBlock, column: HeaderColumn): PeriodColumn | undefined {
  const own = parsePeriod(ownCell(grid, header, column));
  const group = column.groups.join(' ').slice(0, 200);
  if (own !== null) {
    const side = own.side ?? sideOf(wordsOf(group).slice(0, 6));
    return { index: column.index, period: own, side, group };
  }
  const above = column.groups.map((text) => parsePeriodText(text)).find((period) => period !== null);
  if (above === undefined || above === null) return undefined;
  const words = wordsOf(column.own);
  return {
    index: column.index,
    period: { ...above, rest: words.length > 3 ? column.own : restOf(words) },
    side: sideOf(words),
    group,
  };
}

function restOf(words: readonly string[]): string {
  return sideOf(words) === null ? words.join(' ') : '';
}

function ownCell(grid: SheetGrid, header: HeaderBlock, column: HeaderColumn): SheetCell {
  const cell = cellAt(grid, header.bottom, column.index);
  if (cell.type !== 'empty') return cell;
  return column.own === '' ? EMPTY_CELL : { value: column.own, text: column.own, type: 'text' };
}

function seriesKey({ period, side, group }: PeriodColumn, sided: boolean): string {
  const head = period.side === null && side !== null ? '' : group;
  return [period.kind, period.rest, head, sided ? (side ?? '') : ''].join('|');
}

function inSeries(columns: readonly PeriodColumn[]): readonly PeriodColumn[] {
  const bySide = groupBy(columns, (column) =>
    [column.period.kind, column.period.rest, column.side ?? ''].join('|'),
  );
  const byPair = groupBy(columns, (column) => seriesKey(column, false));
  return columns.filter((column) => {
    const same = bySide.get([column.period.kind, column.period.rest, column.side ?? ''].join('|')) ?? [];
    if (differentPeriods(same) >= FEWEST_PERIODS) return true;
    const pair = byPair.get(seriesKey(column, false)) ?? [];
    const plan = pair.filter(({ side }) => side === 'plan');
    const actual = pair.filter(({ side }) => side === 'actual');
    return column.side !== null && differentPeriods(plan) >= 2 && differentPeriods(actual) >= 2;
  });
}

function differentPeriods(columns: readonly PeriodColumn[]): number {
  return new Set(columns.map(({ period }) => `${period.year}|${period.part}`)).size;
}

/** "2009-10 | … | TARGET | 2010-11 | … | TARGET": a plan word repeated in every block belongs to the block's period. */
function inherited(header: HeaderBlock, series: readonly PeriodColumn[]): readonly PeriodColumn[] {
  const taken = new Map(series.map((column) => [column.index, column]));
  const repeated = groupBy(
    header.columns.filter(({ own }) => own !== ''),
    ({ own }) => own.toLowerCase(),
  );
  const found: PeriodColumn[] = [];
  let current: PeriodColumn | undefined;
  for (const column of header.columns) {
    current = taken.get(column.index) ?? current;
    const side = sideOf(wordsOf(column.own));
    const often = (repeated.get(column.own.toLowerCase()) ?? []).length;
    if (current === undefined || taken.has(column.index) || side === null || often < FEWEST_PERIODS) continue;
    found.push({ ...current, index: column.index, side });
  }
  return found;
}

/** Fills the year of months, quarters and weeks when the title rows name exactly one. */
function withYears(columns: readonly PeriodColumn[], year: number | null): readonly PeriodColumn[] {
  if (year === null) return columns;
  return columns.map((column) => {
    const { kind, part, year: own } = column.period;
    if (own !== null || typeof part === 'string') return column;
    return { ...column, period: { ...column.period, year, start: firstDay(kind, year, part) ?? null } };
  });
}

function titleYear(grid: SheetGrid, header: HeaderBlock): number | null {
  const titles = grid.rows.slice(0, header.top).flatMap((row) => row.map(({ text }) => text));
  const years = [grid.name, ...titles].flatMap((text) => text.match(/(?<!\d)20[1-5]\d(?!\d)/gu) ?? []);
  const different = new Set(years);
  return different.size === 1 ? Number(years[0]) : null;
}
