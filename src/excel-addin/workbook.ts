import { within } from '../ui/within.ts';
import type { CellType, SheetCell } from '../domain/sheet/grid.ts';
import { isDateFormat } from '../domain/sheet/number-format.ts';
import type { HostState, OwnColumns, SheetPort, SheetReading } from './sheet-port.ts';
import { KEY_HEADER, VERDICT_HEADERS } from './sheet-port.ts';
import { STATUS_COLOURS } from './verdict-cells.ts';

/** The one file that knows office.js. Pitfalls: reference platform.md section D. */

const HOST_MS = 4000;
const WORKBOOK_ID = 'lastmile.workbookId';
const HEADER_FILL = '#EEF0FB';
const HEADER_LINE = '#5B5FC7';
const SLIP_COLUMN = 2;
const WIDTHS = [80, 360, 50, 90, 260];

/** Waits for the host, which may never answer: a page opened outside Excel, or a stale session. */
export async function connectExcel(): Promise<HostState> {
  if (typeof Office === 'undefined') return { kind: 'outside' };
  const info = await within(HOST_MS, Office.onReady(), 'Excel').catch(() => null);
  if (info?.host !== Office.HostType.Excel) return { kind: 'outside' };
  return { kind: 'excel', locale: Office.context.displayLanguage, sheet: excelSheet() };
}

/** A session of an earlier load can make the library wait for ever; forgetting it helps. */
export function forgetStaleHost(): void {
  sessionStorage.removeItem('hostInfoValue');
}

function excelSheet(): SheetPort {
  return {
    read,
    select: async (sheet, address) => {
      await run(async (context) => {
        const target = context.workbook.worksheets.getItem(sheet);
        target.activate();
        target.getRange(address).select();
        await context.sync();
      });
    },
    write: async (columns) => {
      await run(async (context) => {
        writeColumns(context.workbook.worksheets.getItem(columns.sheet), columns);
        await context.sync();
      });
    },
    keepWorkbookId: async (id) => {
      await run(async (context) => {
        context.workbook.settings.add(WORKBOOK_ID, id);
        await context.sync();
      });
    },
  };
}

/** A person who is typing in a cell delays us instead of failing us. */
async function run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return await Excel.run({ delayForCellEdit: true }, batch);
}

async function read(name?: string): Promise<SheetReading> {
  return await run(async (context) => {
    const { worksheets, settings } = context.workbook;
    const active = worksheets.getActiveWorksheet();
    const named = worksheets.getItemOrNullObject(name ?? '\u0000');
    const id = settings.getItemOrNullObject(WORKBOOK_ID);
    const [own, other] = [loadSheet(active), name === undefined ? null : loadSheet(named)];
    id.load('value');
    await context.sync();
    const wanted =
      other && !named.isNullObject ? { sheet: named, used: other } : { sheet: active, used: own };
    return {
      sheet: wanted.sheet.name,
      isProtected: wanted.sheet.protection.protected,
      workbookId: id.isNullObject ? null : String(id.value),
      grid: { name: wanted.sheet.name, merges: [], ...cellsOf(wanted.used) },
    };
  });
}

function loadSheet(sheet: Excel.Worksheet): Excel.Range {
  const used = sheet.getUsedRangeOrNullObject(true);
  sheet.load('name');
  sheet.protection.load('protected');
  used.load(['values', 'text', 'numberFormat', 'valueTypes', 'rowIndex', 'columnIndex']);
  return used;
}

type GridPart = Pick<SheetReading['grid'], 'rows' | 'origin'> & {
  readonly origin: NonNullable<SheetReading['grid']['origin']>;
};

function cellsOf(used: Excel.Range): GridPart {
  if (used.isNullObject) return { rows: [], origin: { row: 1, column: 1 } };
  const values = used.values as readonly (readonly unknown[])[];
  const rows = values.map((row, r) =>
    row.map((value, c) =>
      cellOf(value, {
        text: used.text[r]?.[c] ?? '',
        format: String(used.numberFormat[r]?.[c] ?? 'General'),
        type: used.valueTypes[r]?.[c] ?? 'Empty',
      }),
    ),
  );
  return { rows, origin: { row: used.rowIndex + 1, column: used.columnIndex + 1 } };
}

interface RawCell {
  readonly text: string;
  readonly format: string;
  readonly type: string;
}

function cellOf(value: unknown, raw: RawCell): SheetCell {
  const { text, format } = raw;
  const type = cellType(raw);
  return { value: type === 'empty' ? null : (value as SheetCell['value']), text, type, format };
}

function cellType({ type, format }: RawCell): CellType {
  if (type === 'Empty') return 'empty';
  if (type === 'Error') return 'error';
  if (type === 'Boolean') return 'boolean';
  if (type === 'String' || type === 'RichValue') return 'text';
  return isDateFormat(format) ? 'date' : 'number';
}

/** Texts go into cells whose format is text already: nothing of them can become a formula. */
function writeColumns(sheet: Excel.Worksheet, columns: OwnColumns): void {
  const { rows, firstRow, headerRow, keyColumn, verdictColumn, withFormats } = columns;
  const last = firstRow + rows.length - 1;
  const keys = sheet.getRange(`${keyColumn}${firstRow}:${keyColumn}${last}`);
  const verdicts = sheet
    .getRange(`${verdictColumn}${firstRow}:${verdictColumn}${last}`)
    .getResizedRange(0, VERDICT_HEADERS.length - 1);
  if (withFormats) formatColumns(sheet, columns, verdicts);
  keys.values = rows.map((row) => [row?.key ?? null]);
  verdicts.values = rows.map((row) => (row ? [...row.verdict] : VERDICT_HEADERS.map(() => null)));
  const headers = sheet
    .getRange(`${verdictColumn}${headerRow}`)
    .getResizedRange(0, VERDICT_HEADERS.length - 1);
  headers.values = [[...VERDICT_HEADERS]];
  sheet.getRange(`${keyColumn}${headerRow}`).values = [[KEY_HEADER]];
}

function formatColumns(sheet: Excel.Worksheet, columns: OwnColumns, verdicts: Excel.Range): void {
  const { keyColumn, verdictColumn, headerRow, firstRow, rows } = columns;
  const last = firstRow + rows.length - 1;
  const key = sheet.getRange(`${keyColumn}${headerRow}:${keyColumn}${last}`);
  key.numberFormat = [['@']];
  key.format.protection.locked = true;
  key.getEntireColumn().columnHidden = true;
  const headers = sheet
    .getRange(`${verdictColumn}${headerRow}`)
    .getResizedRange(0, VERDICT_HEADERS.length - 1);
  headers.numberFormat = [['@']];
  headers.format.fill.color = HEADER_FILL;
  headers.format.font.bold = true;
  const line = headers.format.borders.getItem('EdgeBottom');
  line.style = 'Continuous';
  line.weight = 'Medium';
  line.color = HEADER_LINE;
  verdicts.numberFormat = rows.map(() =>
    VERDICT_HEADERS.map((_, index) => (index === SLIP_COLUMN ? '0' : '@')),
  );
  verdicts.format.wrapText = false;
  for (const [index, width] of WIDTHS.entries()) {
    const column = verdicts.getColumn(index);
    column.format.columnWidth = width;
    if (index !== SLIP_COLUMN && index !== SLIP_COLUMN + 1) continue;
    column.format.horizontalAlignment = 'Right';
    headers.getColumn(index).format.horizontalAlignment = 'Right';
  }
  colourStatus(verdicts.getColumn(0));
}

/** Colours by conditional format: the word stays in copy, CSV and print (SCREENS.md 09). */
function colourStatus(status: Excel.Range): void {
  for (const { word, font, fill } of STATUS_COLOURS) {
    const format = status.conditionalFormats.add(Excel.ConditionalFormatType.containsText);
    format.textComparison.format.font.color = font;
    format.textComparison.format.fill.color = fill;
    format.textComparison.rule = { operator: Excel.ConditionalTextOperator.contains, text: word };
  }
}
