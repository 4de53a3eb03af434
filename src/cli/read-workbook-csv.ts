import { EMPTY_CELL, type SheetCell, type SheetGrid } from '../domain/sheet/grid.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SNIFFED_CHARACTERS = 64_000;

/** Parses delimited text whose delimiter, line ends and quoting nobody told us. Cells stay text: their meaning is the domain's. */
export function parseDelimited(text: string, name: string): SheetGrid {
  const rows = unwrapDoubled(delimitedRecords(text)).map((record) => record.map(toCell));
  return { name, rows, merges: [] };
}

/** The fields of each line as written, by the delimiter the text declares or most evenly shows. */
export function delimitedRecords(text: string): readonly (readonly string[])[] {
  const { delimiter, rest } = declaredDelimiter(text.replace(/^\uFEFF/u, ''));
  return parseRecords(rest, delimiter ?? sniffDelimiter(rest));
}

/** Excel's own hint, a first line such as "sep=;". */
function declaredDelimiter(text: string): { delimiter?: string; rest: string } {
  const hint = /^sep=(.)\r?\n/iu.exec(text);
  return hint?.[1] === undefined ? { rest: text } : { delimiter: hint[1], rest: text.slice(hint[0].length) };
}

/** The delimiter that cuts the first records into the most columns most evenly. */
function sniffDelimiter(text: string): string {
  const sample = text.slice(0, SNIFFED_CHARACTERS);
  let best: string = DELIMITERS[0];
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = evenness(parseRecords(sample, delimiter).slice(0, 50));
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

function evenness(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of records) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  let score = 0;
  for (const [length, times] of counts) {
    score = Math.max(score, (times / records.length) ** 2 * Math.log2(length + 1));
  }
  return score;
}

/** RFC 4180, read generously: any line end, quotes inside bare fields kept, a missing last quote closed. */
function parseRecords(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = text[at] === '"' ? quotedField(text, at, delimiter) : bareField(text, at, delimiter);
    record.push(field.value);
    at = field.end;
    const stop = text[at];
    if (stop === delimiter) {
      at += 1;
      if (at === text.length) record.push('');
    } else {
      at += stop === '\r' && text[at + 1] === '\n' ? 2 : 1;
      records.push(record);
      record = [];
    }
  }
  if (record.length > 0) records.push(record);
  return records;
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function bareField(text: string, start: number, delimiter: string): Field {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(start, end), end };
}

function quotedField(text: string, start: number, delimiter: string): Field {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { value: value + text.slice(from), end: text.length };
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      const tail = bareField(text, quote + 1, delimiter);
      return { value: value + tail.value, end: tail.end };
    }
    value += '"';
    from = quote + 2;
  }
}

/** Some programs quote each finished line once more, so every record is one field that holds a record. */
function unwrapDoubled(records: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const filled = records.filter((record) => record.some((field) => field !== ''));
  const single = filled.length > 1 && filled.every((record) => record.length === 1);
  if (!single) return records;
  const inner = records.map(
    (record) => parseRecords(record[0] ?? '', sniffDelimiter(record[0] ?? ''))[0] ?? [],
  );
  const width = inner[0]?.length ?? 0;
  const even = inner.filter((record) => record.length === width).length >= inner.length / 2;
  return width > 1 && even ? inner : records;
}

function toCell(field: string): SheetCell {
  const text = field.trim();
  return text === '' ? EMPTY_CELL : { value: text, text, type: 'text' };
}
