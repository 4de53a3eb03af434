import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import { openWorkbookJson } from '../sandbox/excel/model/open-workbook.ts';
import type { Workbook } from '../sandbox/excel/model/workbook.ts';
import { startNodeHost, type NodeHost } from '../sandbox/excel/node-host.ts';
import type { Mapping } from '../src/contract/adoption.ts';
import { detectMapping } from '../src/domain/sheet/detect-mapping.ts';
import type { SheetMapping } from '../src/domain/sheet/mapping.ts';
import { sheetOf } from './detection.ts';
import { type Row, median, secondsOf } from './measure.ts';
import { ROOT } from './processes.ts';

const RECORDS = 500;
const ROUNDS = 5;

/** The two files of the task pane that this needs; they are built for browsers, so Vite loads them from source. */
interface PaneParts {
  readonly connectExcel: typeof import('../src/excel-addin/workbook.ts').connectExcel;
  readonly newOwnColumns: typeof import('../src/excel-addin/own-columns.ts').newOwnColumns;
}

/** Round trips to Excel for adopting a sheet, with the real client library, beside one round trip per row. */
export async function adopt(): Promise<readonly Row[]> {
  const host = startNodeHost(workbook());
  const pane = await loadPane();
  const ours = await rounds(host, async () => await adoptSheet(pane));
  const naive = await rounds(host, async () => await rowByRow(host));
  const what = `adopting a ${RECORDS}-row sheet`;
  const besideWhat = 'the same cells read and written row by row';
  return [
    { what: `${what}: client syncs`, ours: ours.syncs, beside: naive.syncs, besideWhat, unit: 'syncs' },
    { what: `${what}: time in the simulated Excel`, ours: ours.ms, beside: naive.ms, besideWhat, unit: 'ms' },
  ];
}

async function loadPane(): Promise<PaneParts> {
  Object.assign(globalThis, { Office: withLoader(globalThis.Office) });
  const load = async <T>(file: string) =>
    (await runnerImport<T>(resolve(ROOT, 'src/excel-addin', file), { logLevel: 'error' })).module;
  const { connectExcel } = await load<PaneParts>('workbook.ts');
  const { newOwnColumns } = await load<PaneParts>('own-columns.ts');
  return { connectExcel, newOwnColumns };
}

/** What the page's loader script adds to the client library: it names the host. */
function withLoader(office: object): object {
  const added = {
    HostType: { Excel: 'Excel' },
    context: { displayLanguage: 'en-GB' },
    onReady: async () => ({ host: 'Excel', platform: 'PC' }),
  };
  return Object.create(
    office,
    Object.fromEntries(Object.entries(added).map(([name, value]) => [name, { value, enumerable: true }])),
  ) as object;
}

/** Everything between opening the pane on an unknown sheet and the verdicts beside its rows. */
async function adoptSheet({ connectExcel, newOwnColumns }: PaneParts): Promise<void> {
  const connected = await connectExcel();
  if (connected.kind !== 'excel') throw new Error('Excel did not answer');
  const reading = await connected.sheet.read();
  const mapping = detectMapping(reading.grid);
  if (!mapping.ok) throw new Error(mapping.error.message);
  await connected.sheet.keepWorkbookId('bench');
  await connected.sheet.write({
    sheet: reading.sheet,
    ...newOwnColumns(reading.grid),
    ...rowsOf(mapping.value),
    withFormats: true,
  });
}

function rowsOf({ headerRow, firstRow, lastRow }: SheetMapping): Pick<Mapping, 'headerRow' | 'firstRow'> & {
  readonly rows: readonly {
    readonly key: string;
    readonly verdict: [string, string, number, string, string];
  }[];
} {
  const rows = Array.from({ length: lastRow - firstRow + 1 }, (_, n) => ({
    key: `K${n}`,
    verdict: ['● Green', 'On plan.', 0, '€0', ''] as [string, string, number, string, string],
  }));
  return { headerRow, firstRow, rows };
}

/** The loop that most add-ins begin with. */
async function rowByRow({ Excel }: NodeHost): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    for (let row = 1; row <= RECORDS + 1; row += 1) {
      const cells = sheet.getRange(`A${row}:L${row}`).load('values');
      await context.sync();
      sheet.getRange(`N${row}:S${row}`).values = [[`K${row}`, cells.values.length, 'On plan.', 0, '€0', '']];
      await context.sync();
    }
  });
}

async function rounds(host: NodeHost, work: () => Promise<void>): Promise<{ syncs: number; ms: number }> {
  const times: number[] = [];
  let syncs = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    host.open(workbook());
    const seconds = await secondsOf(work);
    // The first round warms up.
    if (round > 0) times.push(seconds * 1000);
    syncs = host.syncs();
  }
  return { syncs, ms: median(times) };
}

function workbook(): Workbook {
  const { rows } = sheetOf(RECORDS, 4);
  const cells = rows.flatMap((row, r) =>
    row.flatMap(({ value, type }, c) =>
      value === null ? [] : [{ r, c, v: value, ...(type === 'date' ? { n: 0 } : {}) }],
    ),
  );
  const nothing = { columns: [], rows: [], merges: [], tables: [], validations: [] };
  const sheet = { name: 'KPIs', visibility: 'Visible' as const, cells, ...nothing };
  return openWorkbookJson({
    name: 'Launch.xlsx',
    date1904: false,
    formats: ['yyyy-mm-dd'],
    styles: [],
    names: [],
    sheets: [sheet],
  });
}
