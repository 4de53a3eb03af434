import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveWorkbookJson } from '../../sandbox/excel/model/save-workbook.ts';
import type { Workbook } from '../../sandbox/excel/model/workbook.ts';
import type { WorkbookJson } from '../../sandbox/excel/model/workbook-json.ts';
import { type NodeHost, startNodeHost } from '../../sandbox/excel/node-host.ts';
import { detectMapping } from '../../src/domain/sheet/detect-mapping.ts';
import { initialChoice } from '../../src/excel-addin/column-choice.ts';
import { mappingToKeep } from '../../src/excel-addin/own-columns.ts';
import type { SheetPort } from '../../src/excel-addin/sheet-port.ts';
import { connectExcel } from '../../src/excel-addin/workbook.ts';
import { writeVerdicts } from '../../src/excel-addin/write-verdicts.ts';
import { type Row, workbookOf } from '../sandbox/excel/excel-host.ts';
import { paneKpi } from './pane-builder.ts';

const RECORDS = 500;
const KEY_COLUMN = 7;
const HEADER: Row = ['KPI', 'Owner', 'Unit', 'Baseline', 'Target', 'Due', 'Notes'];

/** 500 KPIs with text that looks like formulas, formats, a name and a validation of the manager's own. */
function managersWorkbook(): Workbook {
  const rows: Row[] = Array.from({ length: RECORDS }, (_, n) => [
    `KPI number ${n}`,
    n % 2 === 0 ? 'Ana Ruiz' : 'Bo Berg',
    'items',
    0,
    100 + n,
    46_142,
    n % 7 === 0 ? '=D2+E2' : 'as agreed',
  ]);
  return workbookOf([HEADER, ...rows]);
}

let host: NodeHost;
let sheet: SheetPort;
let workbook: Workbook;
beforeAll(async () => {
  workbook = managersWorkbook();
  host = startNodeHost(workbook);
  // The page's handshake with its host; everything after it is the real library.
  Object.assign(globalThis, {
    Office: {
      onReady: async () => await Promise.resolve({ host: 'Excel' }),
      HostType: { Excel: 'Excel' },
      context: { displayLanguage: 'en-GB' },
    },
  });
  const connected = await connectExcel();
  if (connected.kind !== 'excel') throw new Error('no Excel');
  sheet = connected.sheet;
  await host.Excel.run(async (context) => {
    const active = context.workbook.worksheets.getItem('KPIs');
    active.getRange('F2:F501').numberFormat = [['d mmm yyyy']];
    active.getRange('A1:G1').format.fill.color = '#FFEE00';
    active.getRange('E2:E501').dataValidation.rule = {
      wholeNumber: { formula1: 0, operator: 'GreaterThan' },
    };
    context.workbook.names.add('Targets', active.getRange('E2:E501'));
    await context.sync();
  });
});

// The builder of these workbooks puts another one behind the library after each test.
beforeEach(() => void startNodeHost(workbook));

describe('adopting a sheet of 500 rows', () => {
  it('reads it in at most two client syncs, writes in at most two, and touches nothing but its own columns', async () => {
    const before = ownersPart(saveWorkbookJson(workbook));
    const started = host.syncs();
    const reading = await sheet.read();
    expect(host.syncs() - started).toBeLessThanOrEqual(2);

    const detected = detectMapping(reading.grid);
    if (!detected.ok) throw new Error(detected.error.message);
    const mapping = mappingToKeep(detected.value, initialChoice(detected.value), reading.grid);
    expect(mapping).toMatchObject({ firstRow: 2, lastRow: RECORDS + 1, keyColumn: 'H', verdictColumn: 'I' });
    const keys = new Map(Array.from({ length: RECORDS }, (_, n) => [n + 2, `K${n}`] as const));
    const kpis = [...keys.values()].map((id) => paneKpi(id, { why: '=HYPERLINK("x")' }));
    const read = host.syncs();
    await sheet.keepWorkbookId('W1');
    await writeVerdicts(sheet, {
      sheet: reading.sheet,
      mapping,
      keys,
      workbook: { workbook: 'W1', mapping, kpis },
      withFormats: true,
    });
    expect(host.syncs() - read).toBeLessThanOrEqual(2);
    expect(ownersPart(saveWorkbookJson(workbook))).toEqual(before);
  });

  it('finds its key and verdict in every row, as text, with the key hidden', async () => {
    const { grid, workbookId } = await sheet.read();
    expect(workbookId).toBe('W1');
    const row = grid.rows[RECORDS];
    expect(row?.slice(KEY_COLUMN).map(({ text }) => text)).toEqual([
      'K499',
      '● Green',
      '’=HYPERLINK("x")',
      '0',
      '€120,000',
      'Report due Fri 13 Mar',
    ]);
    const json = saveWorkbookJson(workbook);
    expect(json.sheets[0]?.columns.find(({ index }) => index === KEY_COLUMN)?.hidden).toBe(true);
  });

  it('leaves rows without a KPI as they are', async () => {
    const before = saveWorkbookJson(workbook).sheets[0]?.cells.filter(({ r }) => r === 3);
    const { grid } = await sheet.read();
    const mapping = { ...keptFor(grid.name), firstRow: 3, lastRow: 5 };
    const keys = new Map([[3, 'K1']]);
    const kpis = [paneKpi('K1', { why: 'changed' })];
    await writeVerdicts(sheet, {
      sheet: 'KPIs',
      mapping,
      keys,
      workbook: { workbook: 'W1', mapping, kpis },
      withFormats: false,
    });
    expect(saveWorkbookJson(workbook).sheets[0]?.cells.filter(({ r }) => r === 3)).toEqual(before);
  });
});

function keptFor(name: string): Parameters<typeof writeVerdicts>[1]['mapping'] {
  return {
    sheet: name,
    orientation: 'records_in_rows',
    headerRow: 1,
    firstRow: 2,
    lastRow: RECORDS + 1,
    columns: {},
    periods: [],
    keyColumn: 'H',
    verdictColumn: 'I',
  };
}

/** The workbook without our six columns: every cell with its formula, format and look, all bands, rules and names. */
function ownersPart({ formats, styles, sheets, names }: WorkbookJson): unknown {
  return {
    names,
    sheets: sheets.map((one) => ({
      ...one,
      conditionalRules: [],
      columns: one.columns.filter(({ index }) => index < KEY_COLUMN),
      cells: one.cells
        .filter(({ c }) => c < KEY_COLUMN)
        .map(({ n, s, ...cell }) => ({
          ...cell,
          format: formats[n ?? -1] ?? '',
          style: styles[s ?? -1] ?? {},
        })),
    })),
  };
}
