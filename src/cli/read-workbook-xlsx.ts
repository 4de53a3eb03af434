import { err, ok, type Result } from '../domain/result.ts';
import type { SheetGrid } from '../domain/sheet/grid.ts';
import { readFormats } from './read-workbook-formats.ts';
import { relationshipsOf, workbookPart, type Relationship } from './read-workbook-package.ts';
import { readSheetPart } from './read-workbook-sheet.ts';
import { readStrings } from './read-workbook-strings.ts';
import { walkXml } from './read-workbook-xml.ts';
import { openZip, type ZipParts } from './read-workbook-zip.ts';

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

interface Book {
  readonly entries: readonly SheetEntry[];
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
  const part = workbookPart(zip.value);
  if (!part.ok) return part;
  const book = zip.value.text(part.value);
  if (!book.ok) return book;
  if (book.value === undefined) return err('it is a zip archive without a workbook in it');
  const links = relationshipsOf(zip.value, part.value);
  return links.ok ? listSheets(zip.value, readBook(book.value), links.value) : links;
}

function listSheets(
  zip: ZipParts,
  { entries, date1904 }: Book,
  links: readonly Relationship[],
): Result<readonly XlsxSheet[], string> {
  const shared = readShared(zip, links);
  if (!shared.ok) return shared;
  return ok(
    entries.flatMap(({ name, hidden, id }) => {
      const part = links.find((link) => link.id === id)?.target;
      if (part === undefined || !part.includes('worksheets/')) return [];
      return [
        { name, hidden, read: () => readPart(zip, part, { name, shared: { ...shared.value, date1904 } }) },
      ];
    }),
  );
}

function readBook(xml: string): Book {
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

function readShared(
  zip: ZipParts,
  links: readonly Relationship[],
): Result<Omit<XlsxShared, 'date1904'>, string> {
  const partOf = (type: string, usual: string) => links.find((link) => link.type === type)?.target ?? usual;
  const strings = zip.text(partOf('sharedStrings', 'xl/sharedStrings.xml'));
  if (!strings.ok) return strings;
  const styles = zip.text(partOf('styles', 'xl/styles.xml'));
  if (!styles.ok) return styles;
  return ok({ strings: readStrings(strings.value ?? ''), formats: readFormats(styles.value ?? '') });
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
