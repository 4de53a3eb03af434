import { afterEach } from 'vitest';
import { openWorkbookJson } from '../../../sandbox/excel/model/open-workbook.ts';
import type { Workbook } from '../../../sandbox/excel/model/workbook.ts';
import { writeCells } from '../../../sandbox/excel/model/write-cells.ts';
import { startNodeHost, type NodeHost } from '../../../sandbox/excel/node-host.ts';

export type Row = readonly (string | number | boolean | null)[];

/** A workbook with one sheet "KPIs" holding the rows from A1 on, and an empty sheet "Notes". */
export function workbookOf(rows: readonly Row[]): Workbook {
  const sheet = {
    visibility: 'Visible',
    cells: [],
    columns: [],
    rows: [],
    merges: [],
    tables: [],
    validations: [],
  } as const;
  const workbook = openWorkbookJson({
    name: 'Launch.xlsx',
    date1904: false,
    formats: [],
    styles: [],
    names: [],
    sheets: [
      { ...sheet, name: 'KPIs' },
      { ...sheet, name: 'Notes' },
    ],
  });
  const width = Math.max(...rows.map((row) => row.length));
  const area = { top: 0, left: 0, bottom: rows.length - 1, right: width - 1 };
  writeCells(workbook, { sheet: workbook.active, area, input: (row, column) => rows[row]?.[column] ?? null });
  return workbook;
}

export const LAUNCH: readonly Row[] = [
  ['KPI', 'Owner', 'Target', 'Actual'],
  ['Loans approved', 'Ana', 100, 62],
  ['Audit documents', 'Bo', 40, 11],
  ['Churn', 'Chi', 0.05, 0.04],
];

export interface OpenExcel extends NodeHost {
  readonly workbook: Workbook;
}

/** The real office.js on that workbook; closed after the test. */
export function openExcel(rows: readonly Row[] = LAUNCH): OpenExcel {
  const workbook = workbookOf(rows);
  const host = startNodeHost(workbook);
  return { ...host, workbook };
}

afterEach(() => startNodeHost(workbookOf([['']])).setLatency(0));

/** The error code a pane would see. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'no error';
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error);
  }
}
