import { EN_US } from '../model/locale.ts';
import type { CellValue } from '../model/cell.ts';
import { serialOfCivil } from '../model/serial.ts';
import { parseNumber } from '../model/parse-input.ts';
import { Palette } from '../model/save-workbook.ts';
import type { CellJson, WorkbookJson } from '../model/workbook-json.ts';

/** Opens a .csv as a workbook with one sheet. A text becomes a number only where nothing of it is lost. */
export function readCsv(bytes: Buffer, name: string): WorkbookJson {
  const text = decode(bytes);
  const palette = new Palette();
  const cells = csvRecords(text, delimiterOf(text)).flatMap((record, r) =>
    record.flatMap((field, c): readonly CellJson[] => {
      const { value, format } = readField(field);
      return value === null ? [] : [{ r, c, v: value, ...palette.looks(format, undefined) }];
    }),
  );
  const sheet = {
    name: sheetName(name),
    visibility: 'Visible' as const,
    cells,
    columns: [],
    rows: [],
    merges: [],
    tables: [],
    validations: [],
  };
  return { name, date1904: false, formats: palette.formats, styles: [], sheets: [sheet], names: [] };
}

function sheetName(file: string): string {
  const name = file
    .replace(/\.[^.]*$/u, '')
    .replaceAll(/[\\/?*[\]:]/gu, ' ')
    .slice(0, 31);
  return name === '' ? 'Sheet1' : name;
}

/** UTF-8 with or without its mark, else the encoding of old Windows programs. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, so windows-1252, in which every byte has a meaning.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The mark that occurs most often in the first line outside quotes. */
function delimiterOf(text: string): string {
  const line = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/u.exec(text)?.[0] ?? '').replaceAll(/"(?:[^"]|"")*"/gu, '');
  const count = (mark: string) => line.split(mark).length;
  return [',', ';', '\t', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

/** RFC 4180, with any of the three line ends. */
export function csvRecords(text: string, delimiter: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  const field = new RegExp(
    String.raw`(?:"((?:[^"]|"")*)"([^${delimiter}\r\n]*)|([^${delimiter}\r\n]*))(${delimiter === '|' ? String.raw`\|` : delimiter}|\r\n|\r|\n|$)`,
    'uy',
  );
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (match === null) break;
    const [, quoted, tail = '', plain = '', end = ''] = match;
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"') + tail);
    if (end === delimiter) {
      if (field.lastIndex === text.length) record.push('');
      continue;
    }
    records.push(record);
    record = [];
  }
  return record.length === 0 ? records : [...records, record];
}

function readField(text: string): { readonly value: CellValue; readonly format?: string } {
  if (text === '') return { value: null };
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE' };
  return (losesDigits(text) ? undefined : parseNumber(text, EN_US)) ?? isoDate(text) ?? { value: text };
}

/** "007", "+49 170" and numbers of more than fifteen digits are identifiers. */
function losesDigits(text: string): boolean {
  return (
    /^[+-]?0\d/u.test(text) ||
    /^[+(]/u.test(text) ||
    text.replaceAll(/\D/gu, '').replace(/^0+/u, '').length > 15 ||
    /^\d+e\d+$/iu.test(text)
  );
}

function isoDate(text: string): { readonly value: number; readonly format: string } | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  const value = parts && serialOfCivil(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return value === null || value === undefined ? undefined : { value, format: 'yyyy-mm-dd' };
}
