import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CivilDate, monthEnd } from '../src/domain/civil-date.ts';
import { groupBy } from '../src/domain/group-by.ts';

/** One month of an indicator: what was read on its last day, and the target in force. */
export interface Month {
  readonly date: CivilDate;
  readonly actual: number;
  readonly target: number;
}

export interface Indicator {
  readonly id: string;
  readonly agency: string;
  readonly name: string;
  /** Which side of the target is good. */
  readonly good: 'above' | 'below';
  /** Oldest first; months without a report are missing. */
  readonly months: readonly Month[];
}

const MONTHLY = 'mta_kpi_monthly_2008_2017.csv';
const DICTIONARY = 'mta_kpi_dictionary.csv';
const GOOD: Readonly<Record<string, Indicator['good']>> = { U: 'above', D: 'below' };

type Fields = Readonly<Record<string, string>>;

/**
 * The indicators of a folder that can be kept: their dictionary says which direction is good. A target of 0 means
 * that none was set: the last one stays in force, and before the first one nothing is judged.
 */
export function readIndicators(folder: string): readonly Indicator[] {
  const monthly = recordsOf(readFileSync(join(folder, MONTHLY), 'utf8'));
  const rows = groupBy(monthly, (row) => row['INDICATOR_SEQ'] ?? '');
  return recordsOf(readFileSync(join(folder, DICTIONARY), 'utf8'))
    .flatMap((entry) => {
      const good = GOOD[entry['DESIRED_CHANGE'] ?? ''];
      const id = entry['INDICATOR_SEQ'] ?? '';
      const months = monthsOf(rows.get(id) ?? []);
      const named = { id, agency: entry['AGENCY_NAME'] ?? '', name: entry['INDICATOR_NAME'] ?? '' };
      return good && months.length > 0 ? [{ ...named, good, months }] : [];
    })
    .sort((a, b) => a.agency.localeCompare(b.agency) || a.name.localeCompare(b.name));
}

function monthsOf(rows: readonly Fields[]): readonly Month[] {
  let target = 0;
  return rows
    .map((row) => ({
      row,
      date: monthEnd(`${row['PERIOD_YEAR']}-${row['PERIOD_MONTH']?.padStart(2, '0')}-01`),
    }))
    .sort((a, b) => a.date.localeCompare(b.date))
    .flatMap(({ row, date }) => {
      target = Number(row['MONTHLY_TARGET']) || target;
      return target === 0 ? [] : [{ date, target, actual: Number(row['MONTHLY_ACTUAL']) }];
    });
}

/** RFC 4180 as far as these files go: quoted fields with commas and doubled quotes, no line breaks in them. */
function recordsOf(text: string): readonly Fields[] {
  const [head = [], ...rows] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(fieldsOf);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

function fieldsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

/** The wrong side of the target; on it is right. */
export function isMiss({ actual, target }: Month, good: Indicator['good']): boolean {
  return good === 'above' ? actual < target : actual > target;
}
