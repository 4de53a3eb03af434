import { dayOf } from '../../src/domain/civil-date.ts';
import type { CellJson, WorkbookJson } from '../excel/model/workbook-json.ts';

/** A workbook of the sandbox and whose desk it lies on. */
export interface SeededWorkbook {
  readonly id: string;
  readonly owner: string;
  readonly workbook: WorkbookJson;
}

interface Row {
  readonly name: string;
  readonly owner: string;
  readonly unit: string;
  readonly baseline: number;
  readonly target: number;
  readonly due: string;
  readonly note: string;
}

const FORMATS = ['General', 'd mmm', 'd mmm yyyy'];
const [PLAIN, TITLE, HEAD, NUMBER] = [0, 1, 2, 3];
const HEADER_ROW = 4;
const EXCEL_EPOCH = 25_569;
/** The Fridays of the story. */
const FRIDAYS = [
  '2026-03-06',
  '2026-03-13',
  '2026-03-20',
  '2026-03-27',
  '2026-04-03',
  '2026-04-10',
  '2026-04-17',
];

/** The sheets people already have: a title, a remark, a header in row 5, one column a Friday. */
export function seededWorkbooks(): readonly SeededWorkbook[] {
  return [
    {
      id: 'compliance-2026',
      owner: 'sam',
      workbook: kpiSheet('Compliance KPIs 2026', 'updated every Friday by Sam', [
        {
          name: 'Audit evidence items accepted',
          owner: 'Sam Castellano',
          unit: 'items',
          baseline: 0,
          target: 120,
          due: '2026-04-13',
          note: 'needs the export from the audit tool',
        },
      ]),
    },
    {
      id: 'product-2026',
      owner: 'dana',
      workbook: kpiSheet('Product KPIs 2026', 'updated every Friday by Dana', [
        {
          name: 'Release scope accepted',
          owner: 'Dana Lindqvist',
          unit: '%',
          baseline: 0,
          target: 100,
          due: '2026-04-13',
          note: '',
        },
        {
          name: 'Launch gates passed',
          owner: 'Dana Lindqvist',
          unit: 'gates',
          baseline: 0,
          target: 5,
          due: '2026-04-20',
          note: 'after audit and release',
        },
      ]),
    },
  ];
}

function kpiSheet(title: string, remark: string, rows: readonly Row[]): WorkbookJson {
  const headers = ['What we measure', 'Who', 'Unit', 'Baseline', 'Target', 'Ready by'];
  const header: CellJson[] = [
    ...headers.map((text, c) => ({ r: HEADER_ROW, c, v: text, s: HEAD })),
    ...FRIDAYS.map((date, index) => ({ r: HEADER_ROW, c: 6 + index, v: serial(date), n: 1, s: HEAD })),
    { r: HEADER_ROW, c: 6 + FRIDAYS.length, v: 'Notes', s: HEAD },
  ];
  return {
    name: `${title}.xlsx`,
    date1904: false,
    formats: FORMATS,
    styles: [{}, { bold: true, fontSize: 13 }, { bold: true, fill: '#F2F2F2' }, { horizontal: 'Right' }],
    names: [],
    sheets: [
      {
        name: 'KPIs',
        visibility: 'Visible',
        cells: [
          { r: 0, c: 0, v: title, s: TITLE },
          { r: 1, c: 0, v: remark, s: PLAIN },
          ...header,
          ...rows.flatMap(rowCells),
        ],
        columns: [
          { index: 0, size: 150 },
          { index: 1, size: 86 },
          { index: 2, size: 34 },
          { index: 3, size: 48 },
          { index: 4, size: 40 },
          { index: 5, size: 62 },
          ...FRIDAYS.map((_, friday) => ({ index: 6 + friday, size: 40 })),
          { index: 6 + FRIDAYS.length, size: 170 },
        ],
        rows: [],
        merges: [],
        tables: [],
        validations: [],
      },
    ],
  };
}

function rowCells(row: Row, index: number): CellJson[] {
  const r = HEADER_ROW + 1 + index;
  return [
    { r, c: 0, v: row.name },
    { r, c: 1, v: row.owner },
    { r, c: 2, v: row.unit },
    { r, c: 3, v: row.baseline, s: NUMBER },
    { r, c: 4, v: row.target, s: NUMBER },
    { r, c: 5, v: serial(row.due), n: 2 },
    ...(row.note === '' ? [] : [{ r, c: 6 + FRIDAYS.length, v: row.note }]),
  ];
}

function serial(date: string): number {
  return dayOf(date) + EXCEL_EPOCH;
}
