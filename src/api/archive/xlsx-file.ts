import { isoToSerial } from '../../domain/sheet/serial-date.ts';
import { columnLetters } from '../../domain/sheet/grid.ts';
import { zipFile } from './zip-file.ts';

/** What a cell holds. A date is a civil date, a moment an ISO 8601 instant in UTC; text is never read as anything else. */
export type XlsxCell = null | number | string | { readonly date: string } | { readonly moment: string };

export interface XlsxSheet {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly XlsxCell[])[];
}

/** Cell styles by their place in `STYLES`. */
const STYLE = { plain: 0, date: 1, moment: 2, head: 3, guarded: 4 } as const;

const STYLES =
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>' +
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs>';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook (ECMA-376) with one table per sheet: a bold first row that stays in sight, real numbers and dates. */
export function xlsxFile(sheets: readonly XlsxSheet[]): Buffer {
  const numbers = sheets.map((_, index) => index + 1);
  const parts = new Map([
    ['[Content_Types].xml', contentTypes(numbers)],
    ['_rels/.rels', links([{ type: 'officeDocument', target: 'xl/workbook.xml' }])],
    ['xl/workbook.xml', workbook(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      links([
        ...numbers.map((n) => ({ type: 'worksheet', target: `worksheets/sheet${n}.xml` })),
        { type: 'styles', target: 'styles.xml' },
      ]),
    ],
    ['xl/styles.xml', `${HEAD}<styleSheet xmlns="${MAIN}">${STYLES}</styleSheet>`],
  ]);
  for (const [index, sheet] of sheets.entries())
    parts.set(`xl/worksheets/sheet${index + 1}.xml`, sheetPart(sheet));
  return zipFile(parts);
}

function contentTypes(numbers: readonly number[]): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${part('workbook', 'sheet.main')}${part('styles', 'styles')}` +
    `${numbers.map((n) => part(`worksheets/sheet${n}`, 'worksheet')).join('')}</Types>`
  );
}

function links(list: readonly { readonly type: string; readonly target: string }[]): string {
  const each = list.map(
    ({ type, target }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function workbook(sheets: readonly XlsxSheet[]): string {
  const each = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each.join('')}</sheets></workbook>`;
}

function sheetPart({ headers, rows }: XlsxSheet): string {
  const last = `${columnLetters(headers.length)}${rows.length + 1}`;
  const head = headers.map((header, column) => textCell(`${columnLetters(column + 1)}1`, header, STYLE.head));
  const body = rows.map((row, index) => {
    const cells = row.map((cell, column) => cellXml(`${columnLetters(column + 1)}${index + 2}`, cell));
    return `<row r="${index + 2}">${cells.join('')}</row>`;
  });
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols><col min="1" max="${headers.length}" width="18" customWidth="1"/></cols>` +
    `<sheetData><row r="1">${head.join('')}</row>${body.join('')}</sheetData>` +
    `<autoFilter ref="A1:${last}"/></worksheet>`
  );
}

function cellXml(place: string, cell: XlsxCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'string')
    return textCell(place, cell, FORMULA_LIKE.test(cell) ? STYLE.guarded : STYLE.plain);
  const [serial, style] =
    'date' in cell ? [isoToSerial(cell.date), STYLE.date] : [serialOf(cell.moment), STYLE.moment];
  const iso = 'date' in cell ? cell.date : cell.moment;
  return serial === undefined
    ? textCell(place, iso, STYLE.plain)
    : `<c r="${place}" s="${style}"><v>${serial}</v></c>`;
}

function serialOf(moment: string): number | undefined {
  const day = isoToSerial(moment.slice(0, 10));
  return day === undefined ? undefined : day + (Date.parse(moment) % 86_400_000) / 86_400_000;
}

/**
 * What a spreadsheet would take for a formula when somebody edits the cell or saves it as text. As an inline string it
 * is text already; the quote prefix keeps it text when the cell is edited (OWASP: CSV injection).
 */
const FORMULA_LIKE = /^[=+\-@\t\r]/u;
/** What one cell can hold; the rest of a longer text is in the ledger. */
const MOST_CHARACTERS = 32_767;

function textCell(place: string, text: string, style: number): string {
  const shown = text.slice(0, MOST_CHARACTERS).toWellFormed();
  return `<c r="${place}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(shown)}</t></is></c>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no control characters; a spreadsheet writes them, and what looks like them, as _xHHHH_ (22.9.2.19). */
function escaped(text: string): string {
  return text
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/gu, '_x005F_')
    .replaceAll(/[&<>"]/gu, (mark) => ENTITIES[mark] ?? mark)
    .replaceAll(
      /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu,
      (mark) => `_x${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase()}_`,
    );
}
