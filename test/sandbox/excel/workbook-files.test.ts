import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../sandbox/excel/formula/value.ts';
import { columnIndex } from '../../../sandbox/excel/model/address.ts';
import { openWorkbookJson } from '../../../sandbox/excel/model/open-workbook.ts';
import { saveWorkbookJson } from '../../../sandbox/excel/model/save-workbook.ts';
import type { WorkbookJson } from '../../../sandbox/excel/model/workbook-json.ts';
import { readWorkbook } from '../../../sandbox/excel/xlsx/read-workbook.ts';
import { intact } from '../../../sandbox/excel/xlsx/package.ts';
import { openZip } from '../../../src/cli/read-workbook-zip.ts';

const FOLDER = fileURLToPath(new URL('../../../../shared/workbooks/', import.meta.url));
const present = existsSync(FOLDER);
if (!present) console.warn('skipped: ../shared/workbooks is absent, so no real workbook is read here');
const FILES = present ? readdirSync(FOLDER).filter((file) => /\.(?:xlsx|csv)$/u.test(file)) : [];

interface Truth {
  readonly file: string;
  readonly sheet: string | null;
  readonly orientation: string;
  readonly header_rows: readonly number[];
  readonly columns: Readonly<
    Record<string, { readonly col: string | null; readonly header: string | null } | null>
  >;
}

const TRUTH = present
  ? (JSON.parse(readFileSync(path.join(FOLDER, 'truth.json'), 'utf8')) as readonly Truth[])
  : [];
/** A file whose lines are quoted as a whole opens as one column, in Excel too. */
const ONE_COLUMN = 'okrs_double_quoted.csv';
const IN_ROWS = TRUTH.filter(
  (t) => t.orientation === 'records_in_rows' && t.header_rows.length === 1 && t.file !== ONE_COLUMN,
);

describe.skipIf(!present)('real workbooks', () => {
  it.each(FILES)(
    'opens %s, and what it saves opens the same',
    async (file) => {
      const json = await readWorkbook(path.join(FOLDER, file));
      const again = saveWorkbookJson(openWorkbookJson(json));
      expect(json.sheets[0]?.cells.length).toBeGreaterThan(2);
      expect(contents(again)).toEqual(contents(json));
    },
    20_000,
  );

  it.each(IN_ROWS)(
    'finds the headers of $file where people see them',
    async ({ file, sheet, header_rows: [row = 0], columns }) => {
      const json = await readWorkbook(path.join(FOLDER, file));
      const cells = (json.sheets.find((s) => s.name === sheet) ?? json.sheets[0])?.cells ?? [];
      for (const column of Object.values(columns)) {
        if (column?.col === null || column?.header === null || column === null) continue;
        const cell = cells.find((c) => c.r === row - 1 && c.c === columnIndex(column.col ?? ''));
        expect(words(plainText(cell?.v ?? null))).toBe(words(column.header ?? ''));
      }
    },
    20_000,
  );

  it.each(FILES.filter((file) => file.endsWith('.xlsx')))(
    'reads each number of %s exactly as it is written',
    async (file) => {
      const zip = intact(openZip(readFileSync(path.join(FOLDER, file))));
      const sheets = zip.names.filter((name) => /worksheets\/[^/]+\.xml$/u.test(name));
      const written = sheets.flatMap((name) => numbersIn(intact(zip.text(name)) ?? ''));
      const json = await readWorkbook(path.join(FOLDER, file));
      const read = json.sheets.flatMap((sheet) =>
        sheet.cells.flatMap(({ v }) => (typeof v === 'number' ? [v] : [])),
      );
      expect(read.toSorted((a, b) => a - b)).toEqual(written.toSorted((a, b) => a - b));
    },
  );

  it('keeps the dates of a workbook of the 1904 system as they are written', async () => {
    const json = await readWorkbook(path.join(FOLDER, 'rfp_task_list.xlsx'));
    expect(json.date1904).toBe(true);
  });

  it('opens a file by what it holds, whatever its name says', async () => {
    const json = await readWorkbook(path.join(FOLDER, 'hudson_line_otp.csv'));
    expect(json.sheets[0]?.name).toBe('Sheet1');
  });
});

/** One line per sheet and cell: comparing texts is quick on a quarter of a million cells. */
function contents(json: WorkbookJson): readonly string[] {
  return json.sheets.map((sheet) => {
    const cells = sheet.cells.toSorted((a, b) => a.r - b.r || a.c - b.c);
    return cells
      .map(({ r, c, v, f, n }) => JSON.stringify([r, c, v, f, n === undefined ? '' : json.formats[n]]))
      .join('\n');
  });
}

/** The numbers of a sheet part by a plain look at its text, so that the reader is not asked about itself. */
function numbersIn(xml: string): readonly number[] {
  return [...xml.matchAll(/<(?:\w+:)?c\s([^>]*[^/>])>([\s\S]*?)<\/(?:\w+:)?c>/gu)].flatMap(
    ([, attributes = '', content = '']) => {
      const value = /<(?:\w+:)?v[^>]*>([^<]+)</u.exec(content)?.[1];
      return value === undefined || /\st="(?!n")/u.test(` ${attributes}`) ? [] : [Number(value)];
    },
  );
}

function words(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
