import { ExcelHost } from '../../sandbox/excel/excel-host.ts';
import type { WorkbookJson } from '../../sandbox/excel/model/workbook-json.ts';

/** The host page of the browser test: Excel around one frame, nothing else. */
const WORKBOOK: WorkbookJson = {
  name: 'Launch.xlsx',
  date1904: false,
  formats: [],
  styles: [],
  names: [],
  sheets: [
    {
      name: 'KPIs',
      visibility: 'Visible',
      columns: [],
      rows: [],
      merges: [],
      tables: [],
      validations: [],
      cells: [
        { r: 0, c: 0, v: 'KPI' },
        { r: 0, c: 1, v: 'Actual' },
        { r: 1, c: 0, v: 'Loans approved' },
        { r: 1, c: 1, v: 62 },
      ],
    },
  ],
};

const warnings: string[] = [];
const host = new ExcelHost({ window, currentYear: () => 2026, warn: (text) => void warnings.push(text) });
host.openWorkbook(WORKBOOK);
const pane = document.createElement('iframe');
const props = host.frame(new URLSearchParams(location.search).get('pane') ?? '');
pane.name = props.name;
pane.src = props.src;
document.body.append(pane);

Object.assign(window, { host, warnings });

export type ExcelHostPage = Window & { readonly host: ExcelHost; readonly warnings: readonly string[] };
