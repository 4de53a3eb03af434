import { describe, expect, it } from 'vitest';
import { codeOf, openExcel } from './excel-host.ts';

describe('a range of the simulated Excel, read by the real office.js', () => {
  it('gives values, text, formats, types and formulas of the used range in one sync', async () => {
    const { Excel, syncs } = openExcel([
      ['KPI', 'Share'],
      ['Churn', '4%'],
      ['Sum', '=B2+1'],
      ['Broken', '=1/0'],
      ['Done', true],
    ]);
    const read = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('KPIs').getUsedRange(true);
      range.load(
        'address,values,text,numberFormat,valueTypes,formulas,rowCount,columnCount,rowIndex,columnIndex',
      );
      await context.sync();
      return range.toJSON();
    });
    expect(read).toMatchObject({
      address: 'KPIs!A1:B5',
      rowCount: 5,
      columnCount: 2,
      rowIndex: 0,
      columnIndex: 0,
      values: [
        ['KPI', 'Share'],
        ['Churn', 0.04],
        ['Sum', 1.04],
        ['Broken', '#DIV/0!'],
        ['Done', true],
      ],
      text: [
        ['KPI', 'Share'],
        ['Churn', '4%'],
        ['Sum', '1.04'],
        ['Broken', '#DIV/0!'],
        ['Done', 'TRUE'],
      ],
      formulas: [
        ['KPI', 'Share'],
        ['Churn', 0.04],
        ['Sum', '=B2+1'],
        ['Broken', '=1/0'],
        ['Done', true],
      ],
      valueTypes: [
        ['String', 'String'],
        ['String', 'Double'],
        ['String', 'Double'],
        ['String', 'Error'],
        ['String', 'Boolean'],
      ],
    });
    expect(read.numberFormat?.[1]).toEqual(['General', '0%']);
    expect(syncs()).toBe(1);
  });

  it('writes the hidden locked key column and five verdict columns in two syncs', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => [`KPI ${i}`, 'Ana', i]);
    const { Excel, syncs, workbook } = openExcel([['KPI', 'Owner', 'Actual'], ...rows]);
    const address = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('KPIs');
      const used = sheet.getUsedRange(true).load('rowCount,columnCount');
      await context.sync();
      const verdicts = sheet.getRangeByIndexes(0, used.columnCount, used.rowCount, 6);
      verdicts.numberFormat = [['@']];
      verdicts.values = Array.from({ length: used.rowCount }, (_, i) => [
        `key-${i}`,
        '▲ Yellow',
        '=why',
        '3',
        '€1,200',
        'Decide',
      ]);
      const head = verdicts.getRow(0);
      head.format.fill.color = '#EEF0FB';
      head.format.borders.getItem('EdgeBottom').color = '#5B5FC7';
      const key = verdicts.getColumn(0).getEntireColumn();
      key.columnHidden = true;
      key.format.protection.locked = true;
      const yellow = verdicts.getColumn(1).conditionalFormats.add('ContainsText');
      yellow.textComparison.format.fill.color = '#FEF7E6';
      yellow.textComparison.format.font.color = '#835B00';
      yellow.textComparison.rule = { operator: 'Contains', text: 'Yellow' };
      verdicts.load('address');
      await context.sync();
      return verdicts.address;
    });
    expect(address).toBe('KPIs!D1:I501');
    expect(syncs()).toBe(2);
    const sheet = workbook.active;
    expect(sheet.cell(500, 5)).toMatchObject({ value: '=why', format: '@' });
    expect(sheet.cell(500, 6)?.value).toBe('3');
    expect(sheet.columns.get(3)).toMatchObject({ hidden: true, style: { locked: true } });
    expect(sheet.style(0, 4).fill).toBe('#EEF0FB');
    expect(sheet.conditionalRules[0]).toMatchObject({
      kind: 'ContainsText',
      look: { fill: '#FEF7E6', fontColor: '#835B00' },
    });
  });

  it('turns a written string that begins with = or + into a formula, unless the cell is text or quoted', async () => {
    const { Excel, workbook } = openExcel();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Notes');
      sheet.getRange('A3').numberFormat = [['@']];
      sheet.getRange('A1:A4').values = [['=1+1'], ['+2*3'], ['=1+1'], ["'=1+1"]];
      await context.sync();
    });
    const cells = [0, 1, 2, 3].map((row) => workbook.sheetNamed('Notes')?.cell(row, 0));
    expect(cells).toMatchObject([
      { formula: '=1+1', value: 2 },
      { formula: '=+2*3', value: 6 },
      { value: '=1+1' },
      { value: '=1+1', quoted: true },
    ]);
    expect(cells.slice(2).map((cell) => cell?.formula)).toEqual([undefined, undefined]);
  });

  it('takes more than 1,500 cells in one sync', async () => {
    const { Excel, syncs } = openExcel();
    const back = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Notes').getRange('A1:J1000');
      range.values = Array.from({ length: 1000 }, (_, row) =>
        Array.from({ length: 10 }, (__, column) => row * 10 + column),
      );
      const last = context.workbook.worksheets.getItem('Notes').getRange('J1000').load('values');
      await context.sync();
      return last.values;
    });
    expect(back).toEqual([[9999]]);
    expect(syncs()).toBe(1);
  });

  it.each([
    [
      'a property that was not loaded',
      'PropertyNotLoaded',
      (context: Excel.RequestContext) => context.workbook.getSelectedRange().values,
    ],
  ])('refuses %s', async (_, code, act) => {
    const { Excel } = openExcel();
    expect(await codeOf(Excel.run(async (context) => void act(context)))).toBe(code);
  });

  it.each<[string, string, (sheets: Excel.WorksheetCollection) => void]>([
    ['a missing sheet', 'ItemNotFound', (sheets) => sheets.getItem('Nope').load('name')],
    ['a broken address', 'InvalidArgument', (sheets) => sheets.getItem('KPIs').getRange('A0').load('values')],
    [
      'a grid of the wrong shape',
      'InvalidArgument',
      (sheets) => void (sheets.getItem('KPIs').getRange('A1:B2').values = [[1]]),
    ],
    [
      'a broken formula',
      'InvalidArgument',
      (sheets) => void (sheets.getItem('KPIs').getRange('A1').values = [['=1+(']]),
    ],
    [
      'a member nobody simulated',
      'NotImplemented',
      (sheets) => void sheets.getItem('KPIs').charts.load('items/name'),
    ],
  ])('answers %s with %s', async (_, code, act) => {
    const { Excel } = openExcel();
    const work = Excel.run(async (context) => {
      act(context.workbook.worksheets);
      await context.sync();
    });
    expect(await codeOf(work)).toBe(code);
  });

  it('gives null objects instead of errors where the pane asks for them', async () => {
    const { Excel } = openExcel();
    const found = await Excel.run(async (context) => {
      const { worksheets, tables, settings } = context.workbook;
      const asked = [
        worksheets.getItemOrNullObject('Nope'),
        tables.getItemOrNullObject('Nope'),
        settings.getItemOrNullObject('Nope'),
        worksheets.getItem('Notes').getUsedRangeOrNullObject(true),
        worksheets.getItem('KPIs').getUsedRangeOrNullObject(true),
      ];
      for (const object of asked) object.load();
      await context.sync();
      return asked.map((object) => object.isNullObject);
    });
    expect(found).toEqual([true, true, true, true, false]);
  });
});
