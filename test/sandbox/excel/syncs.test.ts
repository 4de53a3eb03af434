import { describe, expect, it } from 'vitest';
import { codeOf, openExcel } from './excel-host.ts';

describe('counting and delaying syncs', () => {
  it('does not count the clean-up office.js sends after a run that kept ranges', async () => {
    const { Excel, syncs } = openExcel();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('KPIs').getRange('A1').load('values');
      await context.sync();
      range.load('address');
      await context.sync();
    });
    expect(syncs()).toBe(2);
  });

  it('can be told to take its time', async () => {
    const host = openExcel();
    host.setLatency(60);
    const start = performance.now();
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.load('items/name');
      await context.sync();
    });
    expect(performance.now() - start).toBeGreaterThan(55);
  });

  it('waits for a person who is typing in a cell when the pane asked to wait', async () => {
    const { Excel, workbook } = openExcel();
    const order: string[] = [];
    workbook.editing = true;
    const run = Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.load('items/name');
      await context.sync();
      order.push('answered');
    });
    await Promise.resolve();
    order.push('edit ended');
    workbook.editing = false;
    workbook.emit({ kind: 'editing' });
    await run;
    expect(order).toEqual(['edit ended', 'answered']);
  });

  it('fails with the code of the real Excel where the pane did not ask to wait', async () => {
    const { Excel, workbook } = openExcel();
    workbook.editing = true;
    const run = Excel.run(async (context) => {
      context.workbook.worksheets.load('items/name');
      await context.sync();
    });
    expect(await codeOf(run)).toBe('InvalidOperationInCellEditMode');
  });
});
