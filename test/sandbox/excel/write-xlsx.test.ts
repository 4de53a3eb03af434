import { describe, expect, it } from 'vitest';
import { saveWorkbookJson } from '../../../sandbox/excel/model/save-workbook.ts';
import type { WorkbookJson } from '../../../sandbox/excel/model/workbook-json.ts';
import { readWorkbookBytes } from '../../../sandbox/excel/xlsx/read-workbook.ts';
import { writeXlsx } from '../../../sandbox/excel/xlsx/write-xlsx.ts';
import { openExcel } from './excel-host.ts';

const values = ({ sheets, formats }: WorkbookJson) =>
  sheets[0]?.cells.map(({ r, c, v, f, n }) => [r, c, v, f, formats[n ?? -1]]);

describe('the download', () => {
  it('opens again with every value, formula, format and error it was saved with', async () => {
    const { Excel, workbook } = openExcel([
      ['Day', 'Sum', 'Share', 'Text'],
      ['2026-03-14', '=1+1', '4%', "'=x"],
      [0.1, '=1/0', true, 'ü <&>'],
    ]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('KPIs').getRange('A1:D1').format.fill.color = '#EEF0FB';
      await context.sync();
    });
    const saved = saveWorkbookJson(workbook);
    const again = readWorkbookBytes(await writeXlsx(saved), 'Launch.xlsx');
    expect(values(again)).toEqual(values(saved));
    expect(again.styles[again.sheets[0]?.cells[0]?.s ?? -1]?.fill).toBe('#EEF0FB');
    expect(again.sheets.map((sheet) => sheet.name)).toEqual(['KPIs', 'Notes']);
  });
});
