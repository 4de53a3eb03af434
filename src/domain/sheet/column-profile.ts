import { cellAt, type SheetCell, type SheetGrid } from './grid.ts';
import { isPercentFormat } from './number-format.ts';
import {
  isCode,
  isStatusValue,
  isUnitValue,
  isYesNo,
  personLikeness,
  valueKind,
  type ValueKind,
} from './value-kinds.ts';

/** What the values of one column look like. Shares are of the telling values: filled, not "tbd" or "n/a". */
export interface ColumnProfile {
  /** Share of the record rows with anything in them. */
  readonly fill: number;
  /** Count of telling values looked at. */
  readonly telling: number;
  readonly number: number;
  readonly date: number;
  readonly text: number;
  readonly boolean: number;
  readonly percent: number;
  readonly year: number;
  readonly status: number;
  readonly unit: number;
  readonly person: number;
  readonly yesNo: number;
  readonly code: number;
  readonly link: number;
  /** Share of texts of more than 60 characters. */
  readonly prose: number;
  /** Mean length of the texts. */
  readonly length: number;
  /** Different values per telling value, 0 to 1. */
  readonly distinct: number;
  readonly distinctCount: number;
  /** Integers rising by one: a running number. */
  readonly counting: boolean;
}

const SAMPLED_ROWS = 150;

/** Evenly spread rows, so that a long sheet costs no more than a short one. */
export function sampleRows(rows: readonly number[]): readonly number[] {
  if (rows.length <= SAMPLED_ROWS) return rows;
  const step = rows.length / SAMPLED_ROWS;
  return Array.from({ length: SAMPLED_ROWS }, (_, index) => rows[Math.floor(index * step)] ?? 0);
}

/** What is known of one value; the same text is looked at once per column. */
interface Facts {
  readonly kind: ValueKind;
  readonly yesNo: boolean;
  readonly unit: boolean;
  readonly code: boolean;
  readonly status: boolean;
  readonly person: number;
}

interface Tally {
  readonly kinds: Map<ValueKind, number>;
  readonly values: Map<string, Facts>;
  readonly sums: Record<Counted, number>;
  readonly numbers: number[];
}

type Counted =
  'percent' | 'year' | 'status' | 'unit' | 'person' | 'yesNo' | 'code' | 'link' | 'prose' | 'length';

/** Looks at one column over the given record rows. */
export function profileColumn(grid: SheetGrid, column: number, rows: readonly number[]): ColumnProfile {
  const sums = {
    percent: 0,
    year: 0,
    status: 0,
    unit: 0,
    person: 0,
    yesNo: 0,
    code: 0,
    link: 0,
    prose: 0,
    length: 0,
  };
  const tally: Tally = { kinds: new Map(), values: new Map(), sums, numbers: [] };
  for (const row of rows) countCell(tally, cellAt(grid, row, column));
  return summarise(tally, rows.length);
}

function countCell(tally: Tally, cell: SheetCell): void {
  const text = cell.text.trim();
  const known = cell.type === 'text' ? tally.values.get(text) : undefined;
  const kind = known?.kind ?? valueKind(cell);
  tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1);
  if (kind === 'empty' || kind === 'placeholder' || kind === 'error') return;
  const facts = known ?? factsOf(kind, text);
  tally.values.set(text, facts);
  const { sums } = tally;
  if (kind === 'number')
    countNumber(tally, { text, value: cell.value, percent: isPercentFormat(cell.format) });
  if (facts.yesNo) sums.yesNo += 1;
  if (facts.unit) sums.unit += 1;
  if (facts.code) sums.code += 1;
  if (kind !== 'text') return;
  sums.length += text.length;
  if (text.length > 60) sums.prose += 1;
  if (/^(?:https?:|www\.)/iu.test(text)) sums.link += 1;
  if (facts.status) sums.status += 1;
  sums.person += facts.person;
}

function factsOf(kind: ValueKind, text: string): Facts {
  const isText = kind === 'text';
  return {
    kind,
    yesNo: isYesNo(text),
    unit: isText && isUnitValue(text),
    code: isText && isCode(text),
    status: isText && isStatusValue(text),
    person: isText ? personLikeness(text) : 0,
  };
}

function countNumber(tally: Tally, cell: { text: string; value: unknown; percent: boolean }): void {
  const number = typeof cell.value === 'number' ? cell.value : Number(cell.text);
  tally.numbers.push(number);
  if (cell.percent || cell.text.includes('%')) tally.sums.percent += 1;
  if (Number.isInteger(number) && number >= 1900 && number <= 2100) tally.sums.year += 1;
}

function summarise({ kinds, values, sums, numbers }: Tally, rows: number): ColumnProfile {
  const count = (kind: ValueKind): number => kinds.get(kind) ?? 0;
  const telling = count('number') + count('date') + count('text') + count('boolean');
  const share = (sum: number): number => (telling === 0 ? 0 : sum / telling);
  const texts = Math.max(1, count('text'));
  return {
    fill: rows === 0 ? 0 : 1 - count('empty') / rows,
    telling,
    number: share(count('number')),
    date: share(count('date')),
    text: share(count('text')),
    boolean: share(count('boolean')),
    percent: share(sums.percent),
    year: share(sums.year),
    status: share(sums.status),
    unit: share(sums.unit),
    person: share(sums.person),
    yesNo: share(sums.yesNo),
    code: share(sums.code),
    link: share(sums.link),
    prose: sums.prose / texts,
    length: sums.length / texts,
    distinct: share(values.size),
    distinctCount: values.size,
    counting: isCounting(numbers),
  };
}

function isCounting(numbers: readonly number[]): boolean {
  if (numbers.length < 3) return false;
  const rising = numbers.filter((n, at) => at > 0 && n - (numbers[at - 1] ?? NaN) === 1).length;
  return rising >= (numbers.length - 1) * 0.8;
}
