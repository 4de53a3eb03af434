import { delimitedRecords } from '../../../src/cli/read-workbook-csv.ts';
import { decodeText } from '../../../src/cli/read-workbook-text.ts';
import { EN_US } from '../model/locale.ts';
import type { CellValue } from '../model/cell.ts';
import { serialOfCivil } from '../model/serial.ts';
import { parseNumber } from '../model/parse-input.ts';
import { Palette } from '../model/save-workbook.ts';
import type { CellJson, WorkbookJson } from '../model/workbook-json.ts';

/** Opens a .csv as a workbook with one sheet. A text becomes a number only where nothing of it is lost. */
export function readCsv(bytes: Buffer, name: string): WorkbookJson {
  const palette = new Palette();
  const cells = delimitedRecords(decodeText(bytes)).flatMap((record, r) =>
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
