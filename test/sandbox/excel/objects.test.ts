import { describe, expect, it } from 'vitest';
import { codeOf, openExcel } from './excel-host.ts';

describe('tables', () => {
  it('are made over a range, renamed, read by column name and grow by the row written below', async () => {
    const { Excel } = openExcel();
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('KPIs');
      const table = sheet.tables.add('A1:D4', true);
      table.name = 'KpiTable';
      await context.sync();
      sheet.getRange('A5:D5').values = [['Complaints', 'Dee', 5, 7]];
      const body = table.getDataBodyRange().load('address');
      const owners = table.columns.getItem('Owner').getDataBodyRange().load('values');
      table.columns.load('items/name');
      table.rows.load('count');
      await context.sync();
      return {
        address: body.address,
        owners: owners.values,
        names: table.columns.items.map((c) => c.name),
        rows: table.rows.count,
      };
    });
    expect(read).toEqual({
      address: 'KPIs!A2:D5',
      owners: [['Ana'], ['Bo'], ['Chi'], ['Dee']],
      names: ['KPI', 'Owner', 'Target', 'Actual'],
      rows: 4,
    });
  });

  it('add a row once, though office.js names it in several actions', async () => {
    const { Excel, workbook } = openExcel();
    await Excel.run(async (context) => {
      const table = context.workbook.worksheets.getItem('KPIs').tables.add('A1:D4', true);
      table.rows.add(undefined, [['Complaints', 'Dee', 5, 7]]).load('index');
      await context.sync();
    });
    expect(workbook.tables[0]?.area.bottom).toBe(4);
    expect(workbook.active.cell(5, 0)).toBeUndefined();
  });

  it('may not overlap', async () => {
    const { Excel } = openExcel();
    const work = Excel.run(async (context) => {
      const { tables } = context.workbook.worksheets.getItem('KPIs');
      tables.add('A1:D4', true);
      tables.add('C3:E9', true);
      await context.sync();
    });
    expect(await codeOf(work)).toBe('InvalidArgument');
  });
});

describe('workbook settings', () => {
  it('are added, found again in a later run, and absent as null objects', async () => {
    const { Excel } = openExcel();
    await Excel.run(async (context) => {
      context.workbook.settings.add('lastmile', { workbookId: 'w-1', mappingVersion: 2 });
      await context.sync();
    });
    const found = await Excel.run(async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject('lastmile').load('key,value');
      const absent = context.workbook.settings.getItemOrNullObject('other').load('value');
      await context.sync();
      return [setting.value as unknown, absent.isNullObject];
    });
    expect(found).toEqual([{ workbookId: 'w-1', mappingVersion: 2 }, true]);
  });
});

describe('sheets and names', () => {
  it('keep a range across syncs of one run', async () => {
    const { Excel } = openExcel();
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('KPIs').getRange('A2:B2').load('values');
      await context.sync();
      const next = range.getOffsetRange(1, 0).load('values');
      await context.sync();
      return [range.values, next.values];
    });
    expect(values).toEqual([[['Loans approved', 'Ana']], [['Audit documents', 'Bo']]]);
  });

  it('refuse a name that is taken and find a named range', async () => {
    const { Excel } = openExcel();
    const twice = Excel.run(async (context) => {
      context.workbook.worksheets.add('Notes').load('name');
      await context.sync();
    });
    expect(await codeOf(twice)).toBe('ItemAlreadyExists');
    const named = await Excel.run(async (context) => {
      context.workbook.names.add('Targets', context.workbook.worksheets.getItem('KPIs').getRange('C2:C4'));
      const item = context.workbook.names.getItem('Targets').load('formula');
      const range = item.getRange().load('address,values');
      await context.sync();
      return [item.formula, range.address, range.values];
    });
    expect(named).toEqual(['=KPIs!$C$2:$C$4', 'KPIs!C2:C4', [[100], [40], [0.05]]]);
  });

  it('move formulas and formats when rows are inserted', async () => {
    const { Excel, workbook } = openExcel([
      ['a', 1],
      ['b', 2],
      ['sum', '=SUM(B1:B2)'],
    ]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('KPIs').getRange('2:2').insert('Down');
      await context.sync();
    });
    expect(workbook.active.cell(3, 1)).toMatchObject({ formula: '=SUM(B1:B3)', value: 3 });
  });

  it('tell the separators and date order of the person', async () => {
    const { Excel } = openExcel();
    const culture = await Excel.run(async (context) => {
      const { cultureInfo } = context.workbook.application;
      cultureInfo.load('name,numberFormat/numberDecimalSeparator,datetimeFormat/shortDatePattern');
      await context.sync();
      return [
        cultureInfo.name,
        cultureInfo.numberFormat.numberDecimalSeparator,
        cultureInfo.datetimeFormat.shortDatePattern,
      ];
    });
    expect(culture).toEqual(['en-US', '.', 'M/d/yyyy']);
  });
});

describe('data validation', () => {
  it('is written, read back and cleared', async () => {
    const { Excel, workbook } = openExcel();
    const read = await Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getItem('KPIs').getRange('B2:B4');
      dataValidation.rule = { list: { inCellDropDown: true, source: 'Ana,Bo' } };
      dataValidation.load('type,rule,valid');
      await context.sync();
      return [dataValidation.type, dataValidation.rule.list?.source, dataValidation.valid];
    });
    // One of the three cells holds "Chi": mixed.
    expect(read).toEqual(['List', 'Ana,Bo', null]);
    expect(workbook.active.validations).toHaveLength(1);
  });
});
