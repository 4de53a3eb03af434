import { describe, expect, it } from 'vitest';
import { gridView } from '../../../sandbox/excel/grid-view.ts';
import { openExcel } from './excel-host.ts';

const VIEW = { top: 0, left: 0, rows: 6, columns: 6 };

describe('the visible grid', () => {
  it('shows texts, sides, fills of conditional formats, and leaves out hidden columns', async () => {
    const { Excel, workbook } = openExcel();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('KPIs');
      sheet.getRange('A1:D1').format.fill.color = '#EEF0FB';
      sheet.getRange('C2:D4').numberFormat = [['0.00']];
      sheet.getRange('B:B').columnHidden = true;
      const low = sheet.getRange('D2:D4').conditionalFormats.add('CellValue');
      low.cellValue.format.fill.color = '#FDF3F4';
      low.cellValue.rule = { formula1: '=C2', operator: 'LessThan' };
      await context.sync();
    });
    const view = gridView(workbook, workbook.active, VIEW);
    expect(view.columns.map((column) => column.letters)).toEqual(['A', 'C', 'D', 'E', 'F', 'G']);
    expect(view.rows[0]?.cells[0]).toMatchObject({ text: 'KPI', align: 'left', fill: '#EEF0FB' });
    expect(view.rows[1]?.cells).toMatchObject([
      { address: 'A2', text: 'Loans approved' },
      { address: 'C2', text: '100.00', input: '100', align: 'right' },
      { address: 'D2', text: '62.00', fill: '#FDF3F4' },
    ]);
  });

  it('spans merged cells once, and marks what cannot be typed in', async () => {
    const { Excel, workbook } = openExcel();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('KPIs');
      sheet.getRange('A1:C2').merge();
      sheet.protection.protect();
      await context.sync();
    });
    const [first, second] = gridView(workbook, workbook.active, VIEW).rows;
    expect(first?.cells[0]).toMatchObject({ text: 'KPI', rowSpan: 2, columnSpan: 3, readOnly: true });
    expect(second?.cells.map((cell) => cell.address)).toEqual(['D2']);
  });
});
