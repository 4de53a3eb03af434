import { err, ok, type Result } from '../domain/result.ts';
import type { SheetGrid } from '../domain/sheet/grid.ts';
import { readSheetPart } from './read-workbook-sheet.ts';
import { openZip, type ZipParts } from './read-workbook-zip.ts';
import { walkXml } from './read-workbook-xml.ts';

export interface XlsxSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly read: () => Result<SheetGrid, string>;
}

/** What all sheets of one workbook share. */
export interface XlsxShared {
  readonly strings: readonly string[];
  /** Number format code by cell style index. */
  readonly formats: readonly (string | undefined)[];
  readonly date1904: boolean;
}

interface SheetEntry {
  readonly name: string;
  readonly id: string;
  readonly hidden: boolean;
}

/** Lists the worksheets of an .xlsx held in memory; cells are read sheet by sheet, when asked for. */
export function openXlsx(bytes: Buffer): Result<readonly XlsxSheet[], string> {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  const book = zip.value.text('xl/workbook.xml');
  if (!book.ok) return book;
  if (book.value === undefined) return err('it is a zip archive without a workbook in it');
  return listSheets(zip.value, book.value);
}

function listSheets(zip: ZipParts, book: string): Result<readonly XlsxSheet[], string> {
  const { entries, date1904 } = readBook(book);
  const parts = readRelations(zip);
  if (!parts.ok) return parts;
  const shared = readShared(zip, date1904);
  if (!shared.ok) return shared;
  return ok(
    entries.flatMap(({ name, hidden, id }) => {
      const part = parts.value.get(id);
      if (part === undefined || !part.includes('worksheets/')) return [];
      return [{ name, hidden, read: () => readPart(zip, part, { name, shared: shared.value }) }];
    }),
  );
}

function readBook(xml: string): { entries: SheetEntry[]; date1904: boolean } {
  const entries: SheetEntry[] = [];
  let date1904 = false;
  walkXml(xml, {
    open: (element, attribute) => {
      if (element === 'workbookPr') date1904 = isOn(attribute('date1904'));
      if (element !== 'sheet') return;
      const hidden = (attribute('state') ?? 'visible') !== 'visible';
      entries.push({ name: attribute('name') ?? '', id: attribute('id') ?? '', hidden });
    },
  });
  return { entries, date1904 };
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function readRelations(zip: ZipParts): Result<ReadonlyMap<string, string>, string> {
  const xml = zip.text('xl/_rels/workbook.xml.rels');
  if (!xml.ok) return xml;
  const parts = new Map<string, string>();
  walkXml(xml.value ?? '', {
    open: (element, attribute) => {
      const target = attribute('Target');
      if (element !== 'Relationship' || target === undefined) return;
      parts.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return ok(parts);
}

function readShared(zip: ZipParts, date1904: boolean): Result<XlsxShared, string> {
  const strings = zip.text('xl/sharedStrings.xml');
  if (!strings.ok) return strings;
  const styles = zip.text('xl/styles.xml');
  if (!styles.ok) return styles;
  const shared = readStrings(strings.value ?? '');
  return ok({ strings: shared, formats: readFormats(styles.value ?? ''), date1904 });
}

function readStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = false;
  walkXml(xml, {
    open: (element) => {
      if (element === 'si') current = '';
      if (element === 'rPh') phonetic = true;
      if (element === 't') inText = !phonetic;
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (element) => {
      if (element === 'si') strings.push(current);
      if (element === 'rPh') phonetic = false;
      if (element === 't') inText = false;
    },
  });
  return strings;
}

/** Built-in number formats that matter to us (ECMA-376 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 14: 'm/d/yyyy', 15: 'd-mmm-yy',
  16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm', 45: 'mm:ss', 46: '[h]:mm:ss', 49: '@',
}; // prettier-ignore

function readFormats(xml: string): readonly (string | undefined)[] {
  const custom = new Map<number, string>();
  const formats: (string | undefined)[] = [];
  let inCellStyles = false;
  walkXml(xml, {
    open: (element, attribute) => {
      if (element === 'numFmt') custom.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (element === 'cellXfs') inCellStyles = true;
      if (element !== 'xf' || !inCellStyles) return;
      const id = Number(attribute('numFmtId') ?? 0);
      formats.push(custom.get(id) ?? BUILT_IN[id]);
    },
    close: (element) => {
      if (element === 'cellXfs') inCellStyles = false;
    },
  });
  return formats;
}

function readPart(
  zip: ZipParts,
  part: string,
  sheet: { readonly name: string; readonly shared: XlsxShared },
): Result<SheetGrid, string> {
  const xml = zip.text(part);
  if (!xml.ok) return xml;
  return ok(readSheetPart(xml.value ?? '', sheet));
}
