import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser, openStage } from '../support/sandbox-people.ts';

/** A public development agency's own list of 351 indicators: baseline, target, actual; no owner, no due date. */
const FILE = fileURLToPath(new URL('../../../shared/workbooks/mcc_kpis.csv', import.meta.url));
const present = existsSync(FILE);
if (!present)
  console.warn('skipped: ../shared/workbooks/mcc_kpis.csv is absent, so no real workbook is played here');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => await browser.close());

describe.skipIf(!present)('a real list of 351 indicators', () => {
  it('is opened, adopted where it is complete, checked in twice, and judged in pane, sheet and tab', async () => {
    const { clock, person, shot, close } = await openStage(browser);
    onTestFinished(close);
    const [sam, ruth] = [person('Sam Castellano'), person('Ruth Adeyemi')];
    await sam.opensFile(FILE);
    await sam.sees('Is this how the sheet reads?');
    await sam.types('I1', 'Due');
    await sam.types('I5', '30 Jun 2026');
    await sam.types('I13', '31 Mar 2026');
    await sam.press('Read the sheet again');
    await sam.seesInPane('Due date I Due');
    await shot('real-1-columns');
    await sam.press('Check the rows');
    await sam.choosesOwner(5, 'Sam Castellano');
    await sam.sees('One of 350 rows is ready');
    await shot('real-2-rows');
    await sam.press(/^Show more/);
    await sam.choosesOwner(13, 'Sam Castellano');
    await sam.sees('Two of 350 rows are ready');
    await sam.press('Create 2 KPIs');

    await sam.sees('Two readings changed');
    await sam.seesInPane('4,040');
    await shot('real-3-first-check-in');
    await sam.sendsAll(2, 'Two check-ins are in');
    await sam.seesCell('K5', '● Green');
    await sam.seesCell('K13', '● Green');

    await clock.moveTo('2026-03-18T10:00');
    expect(await clock.day()).toBe(17);
    await sam.types('G5', '4400');
    await sam.types('G13', '3200');
    await sam.press('Read the sheet again');
    await sam.sees('Two readings changed');
    await sam.seesInPane('Yellow');
    await shot('real-4-second-check-in');
    await sam.sendsAll(2, 'Two check-ins are in');
    await sam.seesCell('K5', '● Green');
    await sam.seesCell('K13', '▲ Yellow');
    await ruth.goesTo('Recalibrations');
    await ruth.seesInTab('Farmers trained');
    await shot('real-5-tab');
  });
});
