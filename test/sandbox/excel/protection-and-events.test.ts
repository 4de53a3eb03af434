import { describe, expect, it, vi } from 'vitest';
import { userEdit } from '../../../sandbox/excel/model/user-edit.ts';
import { codeOf, openExcel, type OpenExcel } from './excel-host.ts';

function type(host: OpenExcel, row: number, column: number, text: string): ReturnType<typeof userEdit> {
  return userEdit(host.workbook, { sheet: host.workbook.active, row, column, text, currentYear: 2026 });
}

describe('a protected sheet', () => {
  const PROTECT = (context: Excel.RequestContext) => {
    const sheet = context.workbook.worksheets.getItem('KPIs');
    sheet.getRange('D2:D4').format.protection.locked = false;
    sheet.protection.protect();
    return sheet;
  };

  it.each<[string, string, (sheet: Excel.Worksheet) => void]>([
    ['values in a locked cell', 'AccessDenied', (sheet) => void (sheet.getRange('A2').values = [['x']])],
    ['a fill', 'AccessDenied', (sheet) => void (sheet.getRange('A1').format.fill.color = '#FF0000')],
    ['hiding a column', 'AccessDenied', (sheet) => void (sheet.getRange('A:A').columnHidden = true)],
    ['a new table', 'AccessDenied', (sheet) => void sheet.tables.add('F1:G2', true).load('name')],
    ['protecting twice', 'InvalidOperation', (sheet) => sheet.protection.protect()],
    ['values in an unlocked cell', 'no error', (sheet) => void (sheet.getRange('D2').values = [[70]])],
  ])('answers %s with %s', async (_, code, act) => {
    const { Excel } = openExcel();
    const work = Excel.run(async (context) => {
      act(PROTECT(context));
      await context.sync();
    });
    expect(await codeOf(work)).toBe(code);
  });

  it('keeps what was written before the refusal', async () => {
    const { Excel, workbook } = openExcel();
    const work = Excel.run(async (context) => {
      const sheet = PROTECT(context);
      sheet.getRange('D2').values = [[70]];
      sheet.getRange('A2').values = [['x']];
      await context.sync();
    });
    expect(await codeOf(work)).toBe('AccessDenied');
    expect(workbook.active.cell(1, 3)?.value).toBe(70);
  });

  it('refuses a person in the same cells', async () => {
    const host = openExcel();
    await host.Excel.run(async (context) => void PROTECT(context));
    expect(type(host, 1, 0, 'x')).toMatchObject({ ok: false, reason: 'protected' });
    expect(type(host, 1, 3, '71')).toEqual({ ok: true });
  });
});

describe('events', () => {
  it('tell of a typed value with its cell, and hand out the range', async () => {
    const host = openExcel();
    const seen: unknown[] = [];
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('KPIs').onChanged.add(async (event) => {
        const values = await host.Excel.run(async (inner) => {
          const range = event.getRange(inner).load('values');
          await inner.sync();
          return range.values;
        });
        seen.push([
          event.address,
          event.changeType,
          event.source,
          event.details.valueBefore,
          event.details.valueAfter,
          values,
        ]);
      });
      await context.sync();
    });
    type(host, 1, 3, '70');
    await vi.waitFor(() => expect(seen).toEqual([['D2', 'RangeEdited', 'Local', 62, 70, [[70]]]]));
  });

  it('tell of selections and activated sheets, and stop when the handler is removed', async () => {
    const host = openExcel();
    const seen: string[] = [];
    const handler = await host.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const result = worksheets
        .getItem('KPIs')
        .onSelectionChanged.add((event) => Promise.resolve(void seen.push(`selected ${event.address}`)));
      worksheets.onActivated.add((event) =>
        Promise.resolve(void seen.push(`activated ${event.worksheetId.length > 0 ? 'a sheet' : ''}`)),
      );
      await context.sync();
      worksheets.getItem('KPIs').getRange('B3:C4').select();
      worksheets.getItem('Notes').activate();
      await context.sync();
      return result;
    });
    await vi.waitFor(() => expect(seen).toEqual(['selected B3:C4', 'activated a sheet']));
    handler.remove();
    await handler.context.sync();
    host.workbook.select(host.workbook.sheets[0] ?? host.workbook.active, {
      top: 0,
      left: 0,
      bottom: 0,
      right: 0,
    });
    await vi.waitFor(() => expect(seen.filter((line) => line.startsWith('activated'))).toHaveLength(2));
    expect(seen.filter((line) => line.startsWith('selected'))).toEqual(['selected B3:C4']);
  });

  it('come after the answer of the batch that caused them', async () => {
    const { Excel } = openExcel();
    const order: string[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('KPIs');
      sheet.onChanged.add((event) => Promise.resolve(void order.push(event.address)));
      await context.sync();
      sheet.getRange('D2').values = [[1]];
      await context.sync();
      order.push('answered');
    });
    await vi.waitFor(() => expect(order).toEqual(['answered', 'D2']));
  });
});

describe('a person at the keyboard', () => {
  it.each([
    ['1,234.5', 1234.5, '#,##0.00'],
    ['12%', 0.12, '0%'],
    ['3/14/2026', 46_095, 'm/d/yyyy'],
    ['2026-03-14', 46_095, 'yyyy-mm-dd'],
    ["'007", '007', undefined],
    ['on track', 'on track', undefined],
    ['TRUE', true, undefined],
  ])('types %s and gets what Excel makes of it', (text, value, format) => {
    const host = openExcel();
    expect(type(host, 9, 0, text)).toEqual({ ok: true });
    expect(host.workbook.active.cell(9, 0)?.value).toBe(value);
    expect(host.workbook.active.cell(9, 0)?.format).toBe(format);
  });

  it('is held to a list by data validation, and sees its message', async () => {
    const host = openExcel();
    await host.Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getItem('KPIs').getRange('B2:B4');
      dataValidation.rule = { list: { inCellDropDown: true, source: 'Ana,Bo' } };
      dataValidation.errorAlert = {
        title: 'Owner',
        message: 'Pick an owner',
        showAlert: true,
        style: 'Stop',
      };
      await context.sync();
    });
    expect(type(host, 1, 1, 'Zoe')).toEqual({
      ok: false,
      reason: 'validation',
      title: 'Owner',
      message: 'Pick an owner',
    });
    expect(type(host, 1, 1, 'Bo')).toEqual({ ok: true });
  });

  it('recalculates what looks at the cell', () => {
    const host = openExcel([[2, '=A1*3', '=B1+1', '=UNKNOWN(A1)']]);
    type(host, 0, 0, '5');
    const [b, c, d] = [1, 2, 3].map((column) => host.workbook.active.cell(0, column)?.value);
    expect([b, c, d]).toEqual([15, 16, { error: '#NAME?' }]);
  });
});
